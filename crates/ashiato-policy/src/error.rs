//! What can be wrong with what a caller gave.

use std::fmt;

/// What the caller can do about an [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The policy's text is not one that IAM would take: `MalformedPolicyDocument`, in S3 `MalformedPolicy`.
    MalformedPolicy,
    /// A value is longer, or a list has more members, than IAM's quotas permit.
    LimitExceeded,
    /// A name, path, ARN or id has the wrong form.
    Invalid,
}

/// A refusal of input, with the place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What the caller can do about it.
    pub kind: ErrorKind,
    /// IAM's sentence, without the place.
    pub message: String,
    /// Where in the document: `Statement[1].Action`, or a line and column; empty where it is the whole.
    pub place: String,
}

impl Error {
    pub(crate) fn malformed(place: impl Into<String>, message: impl Into<String>) -> Error {
        Error { kind: ErrorKind::MalformedPolicy, message: message.into(), place: place.into() }
    }

    pub(crate) fn limit(message: impl Into<String>) -> Error {
        Error { kind: ErrorKind::LimitExceeded, message: message.into(), place: String::new() }
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Error {
        Error { kind: ErrorKind::Invalid, message: message.into(), place: String::new() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.is_empty() {
            true => f.write_str(&self.message),
            false => write!(f, "{} ({})", self.message, self.place),
        }
    }
}

impl std::error::Error for Error {}
