//! Reading data files: what of a file can be passed over, and the places of the events in it that a question asks for.
//!
//! Nothing here is async: whoever reads has moved off the threads of the network.

mod bounded_file;
mod file_scan;
mod footers;
mod prune;
mod row_values;
mod rows;

use super::condition::{Attribute, Condition};
use super::data_file::DataFile;
use super::order::Place;

pub(super) use self::file_scan::{FileScan, Hit};
pub(super) use self::footers::Footers;
pub(super) use self::row_values::RowValues;
pub(super) use self::rows::fetch;

/// What is asked of every event.
pub(super) struct Question {
    /// Milliseconds since 1970, UTC, both inclusive.
    pub(super) from: i64,
    pub(super) to: i64,
    /// Only what stands behind this place.
    pub(super) behind: Option<Place>,
    /// Only events of these numbers, both inclusive.
    pub(super) number_min: u64,
    pub(super) number_max: u64,
    pub(super) condition: Condition,
    /// The attributes whose values are needed, each once.
    pub(super) attributes: Vec<Attribute>,
}

impl Question {
    /// Whether the event at a place is asked for, whatever is in it.
    pub(super) fn is_within(&self, place: Place) -> bool {
        place.event_time >= self.from
            && place.event_time <= self.to
            && place.number >= self.number_min
            && place.number <= self.number_max
            && self.behind.is_none_or(|behind| place < behind)
    }

    /// The newest time that an event which is asked for can have.
    pub(super) fn newest(&self) -> i64 {
        self.behind.map_or(self.to, |behind| behind.event_time.min(self.to))
    }

    /// Whether there can be such events between two times and between two numbers, all inclusive.
    pub(super) fn may_be_within(&self, (oldest, newest): (i64, i64), (lowest, highest): (u64, u64)) -> bool {
        let is_of_time = newest >= self.from && oldest <= self.newest();
        is_of_time && lowest <= self.number_max && highest >= self.number_min
    }

    /// Whether a file can hold such events.
    pub(super) fn may_be_in(&self, file: &DataFile) -> bool {
        self.may_be_within((file.oldest, file.newest), (file.number_min, file.number_max))
    }
}

/// What was read for an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HistoryReading {
    /// Files of the table when the question was asked.
    pub files: u64,
    /// Files of which at least the footer was looked at.
    pub files_opened: u64,
    /// Row groups of them that were decoded.
    pub row_groups: u64,
    /// Bytes that were read from the disk or its cache.
    pub bytes: u64,
}
