//! The crate's own tests.

#[path = "trail/filter_pattern.rs"]
mod filter_pattern;
