//! What became of one file.

use crate::layout::Format;
use crate::source::Compression;

/// How many refusals are described; the rest are only counted.
pub(crate) const REFUSALS_DESCRIBED: usize = 8;

/// What was found in one file, and what was not read of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FileReport {
    /// How the records were wrapped.
    pub format: Format,
    /// How the bytes were compressed.
    pub compression: Compression,
    /// Bytes as stored.
    pub stored_bytes: u64,
    /// Bytes of text after decompression.
    pub text_bytes: u64,
    /// Records told apart. Where a prefilter rules out the file, or what is left of it, those are not told apart.
    pub records: u64,
    /// Records that became rows.
    pub rows: u64,
    /// The prefilter ruled out the whole file.
    pub skipped_by_needle: bool,
    /// Records that could not be read, each costing only itself. Without `validate`, the fault of a record shows
    /// only where it lies in what the plan reads.
    pub refused: u64,
    /// The first few of those.
    pub refusals: Vec<Refusal>,
    /// What cut the reading short or lies beside the records; what stood before it was read.
    pub damage: Option<Damage>,
    /// The earliest and latest event time, in milliseconds since 1970, of the records decoded, where `eventtime` was
    /// asked for.
    pub event_times: Option<(i64, i64)>,
}

impl FileReport {
    pub(crate) fn refuse(&mut self, record: u64, byte: u64, reason: impl Into<String>) {
        self.refused += 1;
        if self.refusals.len() < REFUSALS_DESCRIBED {
            self.refusals.push(Refusal { record, byte, reason: reason.into() });
        }
    }

    /// Keeps the first damage: what follows from it says less.
    pub(crate) fn damaged(&mut self, byte: u64, reason: impl Into<String>) {
        if self.damage.is_none() {
            self.damage = Some(Damage { byte, reason: reason.into() });
        }
    }

    pub(crate) fn saw_event_time(&mut self, millis: i64) {
        let (earliest, latest) = self.event_times.unwrap_or((millis, millis));
        self.event_times = Some((earliest.min(millis), latest.max(millis)));
    }
}

/// A record that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which record of the file, from 0.
    pub record: u64,
    /// Where in the decompressed text the fault lies.
    pub byte: u64,
    /// What is wrong.
    pub reason: String,
}

/// A fault of the file itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Where: in the stored bytes when decompression failed, else in the decompressed text.
    pub byte: u64,
    /// What is wrong.
    pub reason: String,
}
