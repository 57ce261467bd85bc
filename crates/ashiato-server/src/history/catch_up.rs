//! Reading the journal into the tail, and writing the tail into the table.
//!
//! A table that cannot be written keeps no lookup from what there is: the tail goes on growing, lookups see it, and the
//! journal keeps what the table has not. Only where the tail is full, or the journal cannot be read, are the newest
//! records in no lookup, and each is told how many.

use ashiato_engine::Error;
use ashiato_engine::history::{Appended, TailFill};
use ashiato_trail::journal::Journal;
use std::time::{Duration, Instant};

use super::EventHistory;
use crate::state::State;

/// How much of the journal is read at once.
const READ_BYTES_MAX: usize = 8 << 20;
/// The tail goes into the table when it holds so much.
const TAIL_EVENTS_MAX: usize = 10_000;
const TAIL_BYTES_MAX: usize = 64 << 20;
/// A table that cannot be written is tried again within so long: each try may leave files that nobody reads.
pub(super) const WRITTEN_AGAIN_WITHIN: Duration = Duration::from_secs(30);
/// So is a journal that cannot be read, or whose records find no room in the tail.
pub(super) const READ_AGAIN_WITHIN: Duration = Duration::from_secs(1);

impl EventHistory {
    /// Feeds what the journal holds beyond the tail. How many of its records could not be fed: the newest ones.
    pub(super) async fn catch_up(&self, state: &State) -> u64 {
        let Some(journal) = state.recorder.journal() else { return 0 };
        let mut next = self.next.lock().await;
        // A tail that is full takes more only once it is written.
        self.flush_what_is_much(self.table.fill()).await;
        // What is recorded meanwhile is for the next time: on a busy server there is always more.
        let through = journal.committed_through();
        if !self.reading.is_waiting(Instant::now()) {
            match self.feed(journal, &mut next, through).await {
                Ok(()) => self.reading.succeeded(),
                Err(error) => {
                    if self.reading.failed(Instant::now()) {
                        let cause = cause(&error);
                        tracing::warn!(%error, cause, "event history does not have the newest records");
                    }
                }
            }
        }
        (through + 1).saturating_sub(*next)
    }

    async fn feed(&self, journal: &Journal, next: &mut u64, through: u64) -> Result<(), Error> {
        while *next <= through {
            let entries =
                journal.read_async(*next, READ_BYTES_MAX).await.map_err(|why| unavailable("read the journal", why))?;
            for entry in entries {
                // An empty record is none: it was written to see whether there is room.
                let fill = match entry.payload.is_empty() {
                    true => self.table.feed_nothing(entry.number),
                    false => self.table.feed(entry.number, entry.payload)?,
                };
                *next = entry.number + 1;
                self.flush_what_is_much(fill).await;
            }
        }
        Ok(())
    }

    async fn flush_what_is_much(&self, fill: TailFill) {
        let is_much = fill.events >= TAIL_EVENTS_MAX || fill.bytes >= TAIL_BYTES_MAX;
        if is_much {
            self.flush_unless_in_vain().await;
        }
    }

    /// Puts the tail into the table, where that did not fail a moment ago. Whether it is there.
    pub(super) async fn flush_unless_in_vain(&self) -> bool {
        !self.writing.is_waiting(Instant::now()) && self.flush().await
    }

    /// Whether the table could not be written when that was last tried.
    pub(super) fn is_unwritten(&self) -> bool {
        self.writing.again_in(Instant::now()).is_some()
    }

    /// How soon something that failed is to be tried again.
    pub(super) fn again_in(&self) -> Option<Duration> {
        let now = Instant::now();
        self.reading.again_in(now).into_iter().chain(self.writing.again_in(now)).min()
    }

    /// Puts the tail into the table. Whether it is there: where that fails, the tail keeps what it has.
    pub(super) async fn flush(&self) -> bool {
        match self.table.flush().await {
            Ok(appended) => {
                self.writing.succeeded();
                note_unreadable(&appended);
                true
            }
            Err(error) => {
                if self.writing.failed(Instant::now()) {
                    let cause = cause(&error);
                    tracing::warn!(%error, cause, "event history is not written: its newest events stay in memory");
                }
                false
            }
        }
    }
}

pub(super) fn note_unreadable(appended: &Appended) {
    for (number, why) in &appended.unreadable {
        tracing::error!(number, %why, "a record is not in event history");
    }
}

fn unavailable(doing: &str, why: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::new(ashiato_engine::ErrorKind::Unavailable, doing.to_string()).because(why)
}

fn cause(error: &Error) -> Option<String> {
    std::error::Error::source(error).map(ToString::to_string)
}
