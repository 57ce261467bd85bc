//! The errors of the catalog and of its tables, made in one place so that they all have one shape.

use ashiato_sql::{Error, ErrorKind};

/// The statement, or the table's definition, is wrong.
pub(crate) fn invalid(code: &'static str, message: impl Into<String>) -> Error {
    Error { kind: ErrorKind::Invalid, code, at: None, message: message.into() }
}

/// What is asked for is not built; the message names it.
pub(crate) fn unsupported(message: impl Into<String>) -> Error {
    Error { kind: ErrorKind::Unsupported, code: "NOT_SUPPORTED", at: None, message: message.into() }
}

/// What is named does not exist.
pub(crate) fn not_found(code: &'static str, message: impl Into<String>) -> Error {
    Error { kind: ErrorKind::NotFound, code, at: None, message: message.into() }
}
