//! Log events on the disk: what PutLogEvents was given, by group, in the order of arrival.
//!
//! A group is a folder of segments, files that only grow; a batch is a frame in one of them ([`frame`]), durable before it
//! is acknowledged. What is known in memory is small: for about every 128 KiB of a segment when its events happened and
//! whose they are. A page of events is found by going through the blocks that can hold some of it, and keeps nothing but
//! the page. Knows neither groups' names nor who may read them. Blocking: callers bring the threads.

mod error;
mod frame;
mod segment;
mod recovery;
mod group;
mod page;
mod store;

pub use group::Group;
pub use page::{Direction, Page, Query};
pub use segment::StreamStats;
pub use store::LogEvents;

/// An event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The number of its stream within the group.
    pub stream: u32,
    /// When it happened, in milliseconds since 1970: what its writer says.
    pub timestamp: i64,
    /// When it came, likewise.
    pub ingested: i64,
    /// How many events came to the group before it.
    pub sequence: u64,
    /// What it says.
    pub message: String,
}

/// What a batch says of where its events come from, so that a writer that reads on after a crash knows what is there: of
/// one stream and origin, all up to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Who writes.
    pub origin: u64,
    /// Up to where, in an order of its own, the stream has its events with this batch.
    pub number: u64,
}

/// A place in the order of events: by when they happened, and at the same time by when they came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Position {
    /// Milliseconds since 1970.
    pub timestamp: i64,
    /// Of events of one millisecond, their sequence.
    pub sequence: u64,
}

impl Event {
    /// Where it stands.
    pub fn position(&self) -> Position {
        Position { timestamp: self.timestamp, sequence: self.sequence }
    }
}

impl Position {
    /// Before all events of a millisecond.
    pub fn at(timestamp: i64) -> Position {
        Position { timestamp, sequence: 0 }
    }

    /// The next one of the same millisecond.
    pub fn next(self) -> Position {
        Position { sequence: self.sequence.saturating_add(1), ..self }
    }
}
