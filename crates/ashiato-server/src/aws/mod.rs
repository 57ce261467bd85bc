//! AWS's shapes and protocols: what a body must hold, how it is read, how an answer and an error are written.
//!
//! Knows no operation and no HTTP server. A body of whatever protocol becomes a JSON value, is held against the
//! operation's [`schema`], and then becomes the generated struct; an answer goes the same way back.

pub mod generated;
pub mod service;
pub mod schema;
mod validate;
mod values;
pub(crate) mod page_token;
mod error;
pub mod protocol;
#[cfg(test)]
mod tests;

pub use error::{DeclaredError, Error};
pub use validate::{Fault, validate};
pub use values::{Blob, Timestamp};
