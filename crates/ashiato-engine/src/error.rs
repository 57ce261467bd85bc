//! What can go wrong between a statement and its answer.

use std::fmt;

/// What the caller can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The statement or an option is wrong: change it.
    Invalid,
    /// What was named is not there.
    NotFound,
    /// It exists already, or somebody changed it meanwhile: look at it and try again.
    Conflict,
    /// The statement asks for what is not built.
    Unsupported,
    /// Storage or the network failed: try again.
    Unavailable,
    /// The input is damaged, and the caller asked for that to be an error.
    Corrupt,
    /// A fault of the engine.
    Internal,
}

/// An error of the engine. `Display` gives the message alone; the cause is the source.
#[derive(Debug)]
pub struct Error {
    /// What the caller can do.
    pub kind: ErrorKind,
    /// The sentence, naming the thing.
    pub message: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// An error without a cause.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error { kind, message: message.into(), source: None }
    }

    /// The same error with more to say behind its message.
    pub(crate) fn with_note(mut self, note: &str) -> Error {
        self.message = format!("{}; {note}", self.message);
        self
    }

    /// The same error with its cause.
    pub fn because(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source.as_ref() as _)
    }
}

impl From<&ashiato_sql::Error> for Error {
    fn from(error: &ashiato_sql::Error) -> Error {
        let kind = match error.kind {
            ashiato_sql::ErrorKind::Invalid => ErrorKind::Invalid,
            ashiato_sql::ErrorKind::Unsupported => ErrorKind::Unsupported,
            ashiato_sql::ErrorKind::NotFound => ErrorKind::NotFound,
        };
        Error::new(kind, error.to_string())
    }
}

impl From<ashiato_sql::Error> for Error {
    fn from(error: ashiato_sql::Error) -> Error {
        Error::from(&error)
    }
}
