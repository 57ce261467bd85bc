//! What a history does not hold of the journal, and knows that it does not.

use super::History;
use super::append::Appended;
use crate::error::Error;

/// What is known to be missing from what a lookup searched. Nothing of it is known to be in the range asked for but the
/// days that were deleted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Missing {
    /// Events before this were deleted when their time was over, in milliseconds since 1970, UTC. `None`: none of the
    /// range asked for were.
    pub deleted_before: Option<i64>,
    /// Records that could not be read, of whatever time.
    pub unreadable: u64,
    /// Records that were gone from the journal before they came here, of whatever time.
    pub lost: u64,
}

/// What of the journal is not among the events that an append is given.
#[derive(Debug, Default)]
pub(super) struct Absent {
    /// The numbers of records that could not be read.
    pub(super) unreadable: Vec<u64>,
    /// How many records are gone.
    pub(super) lost: u64,
}

impl Absent {
    /// How many that could not be read have greater numbers.
    pub(super) fn unreadable_above(&self, number: u64) -> usize {
        self.unreadable.iter().filter(|unreadable| **unreadable > number).count()
    }
}

impl History {
    /// Goes on behind a number, where the journal has nothing any more of what comes before: the table is through it
    /// afterwards, and lookups tell how many records are lost. What the tail holds is put into the table first.
    ///
    /// # Errors
    /// Those of [`History::append`].
    pub async fn pass_over(&self, through: u64) -> Result<Appended, Error> {
        let appended = self.flush().await?;
        let lost = through.saturating_sub(self.through());
        self.append_and_mark(Vec::new(), through, &Absent { unreadable: Vec::new(), lost }).await?;
        Ok(appended)
    }
}
