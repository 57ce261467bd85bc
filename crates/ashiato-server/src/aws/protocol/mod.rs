//! How requests are read and answers written, one file for each protocol.

pub mod json;
pub mod query;
pub mod xml;
pub mod cbor;
pub mod query_errors;
