//! What can go wrong with the state, told by what the caller can do about it.

use std::fmt;

/// The result of this crate's functions.
pub type Result<T> = std::result::Result<T, Error>;

/// What the caller can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An argument is outside what the state can hold; another one is needed.
    Invalid,
    /// What was named is not there.
    NotFound,
    /// It is there already, is still in use, or has changed meanwhile.
    Conflict,
    /// Too much is asked at once; later it may succeed.
    Throttled,
    /// The store cannot be reached, or cannot write (no room, read-only, shutting down).
    Unavailable,
    /// What is stored cannot be what was written: a damaged file, a value that does not unseal.
    Corrupt,
    /// A mistake in this program.
    Internal,
}

/// An error of the state; its message names the thing.
#[derive(Debug)]
pub struct Error {
    /// What the caller can do.
    pub kind: Kind,
    /// What was being done, to what.
    pub message: String,
    /// What caused it, if something below did.
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(Kind::NotFound, message)
    }

    pub(crate) fn conflict(message: impl Into<String>) -> Self {
        Self::new(Kind::Conflict, message)
    }

    /// As `of`, for a row that belongs to another one: `NotFound` where that other one is missing.
    pub(crate) fn of_child(doing: impl Into<String>) -> impl FnOnce(sqlx::Error) -> Self {
        move |cause| {
            let is_orphan = cause.as_database_error().is_some_and(|refusal| refusal.is_foreign_key_violation());
            let error = Self::of(doing)(cause);
            if is_orphan { Self { kind: Kind::NotFound, ..error } } else { error }
        }
    }

    /// Names what was being done when the database said no.
    pub(crate) fn of(doing: impl Into<String>) -> impl FnOnce(sqlx::Error) -> Self {
        move |cause| Self { kind: kind_of(&cause), message: doing.into(), source: Some(Box::new(cause)) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

fn kind_of(cause: &sqlx::Error) -> Kind {
    match cause {
        sqlx::Error::RowNotFound => Kind::NotFound,
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
            Kind::Unavailable
        }
        sqlx::Error::WorkerCrashed | sqlx::Error::BeginFailed => Kind::Unavailable,
        sqlx::Error::Configuration(_) => Kind::Invalid,
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Kind::Corrupt,
        sqlx::Error::Database(refusal) => refusal.code().map_or(Kind::Internal, |code| kind_of_code(&code)),
        _ => Kind::Internal,
    }
}

/// PostgreSQL's codes have five characters (its manual's appendix A), SQLite's extended ones are numbers whose low
/// byte is the primary code (sqlite.org/rescode.html).
fn kind_of_code(code: &str) -> Kind {
    if code.len() == 5 {
        return match &code[..2] {
            "23" => Kind::Conflict,
            // Serialisation failures and deadlocks: the transaction may be tried again.
            "40" => Kind::Conflict,
            "22" => Kind::Invalid,
            "08" | "53" | "57" | "58" | "28" | "25" => Kind::Unavailable,
            "3D" => Kind::Unavailable,
            "XX" if code != "XX000" => Kind::Corrupt,
            _ => Kind::Internal,
        };
    }
    match code.parse::<u32>().map(|code| code & 0xff) {
        // CONSTRAINT
        Ok(19) => Kind::Conflict,
        // BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN
        Ok(5 | 6 | 7 | 8 | 10 | 13 | 14) => Kind::Unavailable,
        // CORRUPT, NOTADB
        Ok(11 | 26) => Kind::Corrupt,
        // TOOBIG
        Ok(18) => Kind::Invalid,
        _ => Kind::Internal,
    }
}
