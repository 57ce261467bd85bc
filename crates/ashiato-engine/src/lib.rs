//! placeholder
pub mod catalog;
pub mod hive;
