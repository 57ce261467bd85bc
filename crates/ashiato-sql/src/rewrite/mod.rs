//! From the parsed tree to one that DataFusion plans with Trino's meaning.

pub mod casts;
