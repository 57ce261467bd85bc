//! What is kept of a query that has ended.

use serde::{Deserialize, Serialize};

use super::results::{Column, Place};

/// The document of a query's outcome.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Outcome {
    /// The columns of the result.
    pub(crate) columns: Vec<Column>,
    /// Rows that the statement wrote, or 0.
    pub(crate) update_count: u64,
    /// How long each part took.
    pub(crate) times: Times,
    /// Bytes read, as stored.
    pub(crate) bytes_scanned: u64,
    /// Records read, where the engine counts them.
    pub(crate) rows_read: Option<u64>,
    /// Rows given or written.
    pub(crate) rows_given: u64,
    /// Bytes of the result, or of the files written.
    pub(crate) bytes_given: u64,
    /// The manifest's URI.
    pub(crate) manifest: Option<String>,
    /// What of the input could not be read, though the query succeeded.
    pub(crate) gaps: Option<String>,
    /// Why it failed.
    pub(crate) failure: Option<Failed>,
    /// Where the result of an earlier query lies that stands for this one's.
    pub(crate) reused: Option<Reused>,
}

/// A result that stands for another query's too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reused {
    /// Where it lies.
    pub(crate) place: Place,
    /// When it was computed, in milliseconds since 1970.
    pub(crate) ran_at: i64,
}

/// Milliseconds, measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Times {
    pub(crate) queued: u64,
    /// From its turn to the engine's first work.
    pub(crate) before: Option<u64>,
    /// Planning, where it is apart from running; a part of `engine`.
    pub(crate) planning: Option<u64>,
    pub(crate) engine: Option<u64>,
    /// From the engine's last row to the files in place.
    pub(crate) after: Option<u64>,
    pub(crate) total: u64,
}

/// Athena's account of a failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Failed {
    /// 1 the system's, 2 the user's, 3 another's.
    pub(crate) category: u8,
    /// A number of Athena's error catalog.
    pub(crate) error_type: u16,
    /// Whether the same query may succeed later.
    pub(crate) is_retryable: bool,
    /// The sentence.
    pub(crate) message: String,
}
