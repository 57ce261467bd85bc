//! The one order of events, newest first, and the cursor that is a place in it.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

/// Where an event stands: by its time, and among those of one time by its number. A greater place is newer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// In milliseconds since 1970, UTC.
    pub(super) event_time: i64,
    pub(super) number: u64,
}

/// Where the next page begins. It names no file, so that compaction does not move it, and it holds the greatest number
/// that the first page could see, so that what arrives meanwhile does not come between the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The last event of the page before.
    pub(super) behind: Place,
    /// Events of greater numbers are not part of this lookup.
    pub(super) number_max: u64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.behind.event_time, self.behind.number, self.number_max)
    }
}

impl FromStr for Cursor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Cursor, Error> {
        let read = || {
            let mut parts = text.split('.');
            let behind = Place { event_time: parts.next()?.parse().ok()?, number: parts.next()?.parse().ok()? };
            let number_max = parts.next()?.parse().ok()?;
            parts.next().is_none().then_some(Cursor { behind, number_max })
        };
        read().ok_or_else(|| Error::new(ErrorKind::Invalid, "the cursor is not one that a lookup gave"))
    }
}
