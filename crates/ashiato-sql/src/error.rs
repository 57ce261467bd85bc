//! What is wrong with a statement, worded as Athena words it.

use std::fmt;

/// What the caller can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The statement is wrong: it must be changed.
    Invalid,
    /// The statement is right but asks for what is not built; the message names it.
    Unsupported,
    /// A named table, column, view or function does not exist.
    NotFound,
}

/// An error in a statement: `SYNTAX_ERROR: line 1:8: …`.
#[derive(Debug)]
pub struct Error {
    /// What the caller can do.
    pub kind: ErrorKind,
    /// Trino's error name, such as `SYNTAX_ERROR`, `COLUMN_NOT_FOUND`, `TYPE_MISMATCH`, `NOT_SUPPORTED`.
    pub code: &'static str,
    /// Line and column, both from 1, where known.
    pub at: Option<(u64, u64)>,
    /// The sentence.
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some((line, column)) => write!(f, "{}: line {line}:{column}: {}", self.code, self.message),
            None => write!(f, "{}: {}", self.code, self.message),
        }
    }
}

impl std::error::Error for Error {}

impl Error {
    /// `SYNTAX_ERROR` at a line and column.
    pub(crate) fn syntax(at: (u64, u64), message: impl Into<String>) -> Error {
        Error { kind: ErrorKind::Invalid, code: "SYNTAX_ERROR", at: Some(at), message: message.into() }
    }

    /// `NOT_SUPPORTED`: what is right but not built, by name.
    pub(crate) fn unsupported(at: Option<(u64, u64)>, what: &str) -> Error {
        Error { kind: ErrorKind::Unsupported, code: "NOT_SUPPORTED", at, message: format!("{what} is not supported") }
    }

    /// `INVALID_PARAMETER_USAGE`: another number of values than of `?`.
    pub(crate) fn parameters(expected: usize, found: usize) -> Error {
        let message = format!("Incorrect number of parameters: expected {expected} but found {found}");
        Error { kind: ErrorKind::Invalid, code: "INVALID_PARAMETER_USAGE", at: None, message }
    }
}
