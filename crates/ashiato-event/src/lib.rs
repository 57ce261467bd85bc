//! placeholder

mod civil;
pub mod generate;
pub mod key;
