//! What can go wrong with the journal, by what the caller can do about it.

use std::fmt;
use std::io;

/// The result of an operation of the journal.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What kind of failure it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An argument is not allowed; the same call fails again.
    Invalid,
    /// Too much waits to be written or reclaimed, or the disk is full. Nothing was written: answer with a throttling
    /// error, and try again when consumers have passed or space is freed.
    Full,
    /// The records asked for were reclaimed.
    Reclaimed,
    /// What is on disk is damaged: the message names the file and the byte.
    Corrupt,
    /// The disk failed, and nothing was written.
    Disk,
    /// A sync failed, so that nobody knows what is on disk: nothing is accepted until the journal is opened anew.
    Unusable,
    /// Another journal has the folder open.
    InUse,
}

/// A failure: its kind, a message that names the thing, and its cause.
#[derive(Debug)]
pub struct Error {
    /// What kind of failure it was.
    pub kind: Kind,
    message: String,
    source: Option<io::Error>,
}

impl Error {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    pub(crate) fn disk(message: impl Into<String>, source: io::Error) -> Self {
        let kind = if is_full(source.kind()) { Kind::Full } else { Kind::Disk };
        Self { kind, message: message.into(), source: Some(source) }
    }

    /// The same failure once more, for another who waited for the same thing; an `io::Error` cannot be cloned whole.
    pub(crate) fn again(&self) -> Self {
        let source = self.source.as_ref().map(|source| io::Error::new(source.kind(), source.to_string()));
        Self { kind: self.kind, message: self.message.clone(), source }
    }

    pub(crate) fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }
}

/// Whether a write failed for want of space, which may come back.
fn is_full(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge)
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
