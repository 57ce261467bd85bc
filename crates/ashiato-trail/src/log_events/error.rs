//! What can go wrong with kept events, told by what the caller can do about it.

use std::fmt;
use std::path::Path;

/// What the caller can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The batch is outside what can be kept.
    Invalid,
    /// The disk does not take or give it; later it may.
    Unavailable,
    /// A file is not as it was written.
    Corrupt,
}

/// An error; its message names the file.
#[derive(Debug)]
pub struct Error {
    /// What the caller can do.
    pub kind: Kind,
    /// What was being done, to what.
    pub message: String,
    /// What caused it.
    pub source: Option<std::io::Error>,
}

impl Error {
    pub(super) fn invalid(message: impl Into<String>) -> Error {
        Error { kind: Kind::Invalid, message: message.into(), source: None }
    }

    pub(super) fn corrupt(path: &Path, offset: u64) -> Error {
        let message = format!("read {}: damaged at byte {offset}", path.display());
        Error { kind: Kind::Corrupt, message, source: None }
    }

    pub(super) fn of(doing: &str, path: &Path) -> impl FnOnce(std::io::Error) -> Error {
        let message = format!("{doing} {}", path.display());
        move |source| Error { kind: Kind::Unavailable, message, source: Some(source) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}
