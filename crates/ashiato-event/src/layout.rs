//! How records are wrapped in a file's text, and finding them one after the other.

mod probe;
mod resync;
mod steps;

pub(crate) use probe::probe;
pub(crate) use resync::next_record;
pub(crate) use steps::{Layout, Step, UNCLOSED};

/// What kind of file it is, told by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Nothing that tells: an empty text, or no JSON.
    #[default]
    Unknown,
    /// `{"Records":[…]}`, as CloudTrail delivers and as the console's event history is downloaded.
    Records,
    /// A bare array of records.
    Array,
    /// Records one after the other: one a line, or a single one.
    Lines,
    /// The output of LookupEvents: each record is a JSON text within a string.
    LookupEvents,
    /// Insight events, in any of the wrappings.
    Insight,
    /// A digest file. It has no records.
    Digest,
}
