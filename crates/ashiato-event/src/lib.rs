//! placeholder

mod civil;
pub mod key;
