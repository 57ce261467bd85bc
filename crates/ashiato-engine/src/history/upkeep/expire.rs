//! Retention: whole days leave the table. Their files stay until vacuum takes them.

use chrono::NaiveDate;

use super::super::History;
use super::super::log::{Change, ChangeKind, Marks};
use crate::error::Error;

/// What left the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Expired {
    /// Files.
    pub files: u64,
    /// Events.
    pub events: u64,
}

impl History {
    /// Takes the events of all days before this one out of the table, which says so from then on: an answer about those
    /// days tells that they were deleted.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Unavailable`] where the log cannot be written.
    pub async fn expire(&self, before: NaiveDate) -> Result<Expired, Error> {
        let mut expired = Expired::default();
        let commit = self.log.commit(|state| {
            let old: Vec<_> = state.files.iter().filter(|file| file.day < before).cloned().collect();
            expired = Expired { files: old.len() as u64, events: old.iter().map(|file| file.rows).sum() };
            let is_some = !old.is_empty();
            let expired_before = state.marks.expired_before.max(Some(before));
            let marks = Marks { expired_before, ..state.marks };
            Ok(is_some.then_some(Change { add: Vec::new(), remove: old, marks, kind: ChangeKind::Expiry }))
        });
        commit.await?;
        Ok(expired)
    }
}
