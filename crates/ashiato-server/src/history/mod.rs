//! Event history: every recorded call, findable as soon as it is answered.
//!
//! The journal's records go into the tail in memory, and from there into a Delta table every few minutes; a lookup sees
//! both. How far the table is stands in the table, so that a crash neither loses a record nor keeps it twice.

mod limit;

use ashiato_engine::Error;
use ashiato_engine::history::{Appended, Counts, History, Lookup, Page};
use chrono::{DateTime, TimeDelta, Utc};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::state::State;

pub(crate) use limit::PerSecond;

/// How much of the journal is read at once.
const READ_BYTES_MAX: usize = 8 << 20;
/// The tail goes into the table when it holds so much,
const TAIL_EVENTS_MAX: usize = 10_000;
const TAIL_BYTES_MAX: usize = 64 << 20;
/// or has waited so long.
const TAIL_WAITS_MAX: Duration = Duration::from_secs(300);
/// As long at most while the journal fills up, whose room depends on the table.
const FILLING_WAITS_MAX: Duration = Duration::from_secs(1);
/// How often the table is tidied up.
const TIDY_EVERY: Duration = Duration::from_secs(3600);
/// Files that no reader needs any more are kept for as long as a reader may be at them.
const FILES_KEPT: TimeDelta = TimeDelta::hours(24);

/// The event history of a server.
pub struct EventHistory {
    table: History,
    /// The number of the record that comes next.
    next: Mutex<u64>,
    /// LookupEvents of an account and region.
    pub(crate) lookups: PerSecond,
}

impl std::fmt::Debug for EventHistory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EventHistory").field("through", &self.table.through()).finish_non_exhaustive()
    }
}

impl EventHistory {
    /// Opens the history in a folder, or makes one.
    ///
    /// # Errors
    /// Where the folder holds something else, or the table is damaged.
    pub async fn open(folder: &Path, lookups_per_second: u32) -> Result<EventHistory, Error> {
        let table = History::open(folder).await?;
        let next = table.through() + 1;
        Ok(EventHistory { table, next: Mutex::new(next), lookups: PerSecond::new(lookups_per_second) })
    }

    /// The number up to which the journal need not keep anything for it.
    pub(crate) fn through(&self) -> u64 {
        self.table.through()
    }

    /// Takes the records through a number, which are lost, for read: lookups tell how many.
    ///
    /// # Errors
    /// Where the table cannot be written.
    pub async fn pass_over(&self, through: u64) -> Result<(), Error> {
        let mut next = self.next.lock().await;
        note_unreadable(&self.table.pass_over(through).await?);
        *next = (*next).max(through + 1);
        Ok(())
    }

    /// Looks up, over everything that was recorded before.
    pub(crate) async fn lookup(&self, state: &State, lookup: &Lookup) -> Result<Page, Error> {
        self.catch_up(state).await?;
        self.table.lookup(lookup).await
    }

    /// Follows: what came above a number, in the journal's order.
    pub(crate) async fn follow(&self, state: &State, lookup: &Lookup, above: u64) -> Result<Page, Error> {
        self.catch_up(state).await?;
        self.table.follow(lookup, above).await
    }

    /// Counts the values of an attribute among what a lookup finds.
    pub(crate) async fn counts(
        &self,
        state: &State,
        attribute: ashiato_engine::history::Attribute,
        lookup: &Lookup,
        limit: usize,
    ) -> Result<Counts, Error> {
        self.catch_up(state).await?;
        self.table.counts_of(attribute, lookup, limit).await
    }

    /// Feeds what the journal holds beyond the tail.
    async fn catch_up(&self, state: &State) -> Result<(), Error> {
        let Some(journal) = state.recorder.journal() else { return Ok(()) };
        let mut next = self.next.lock().await;
        // What is recorded meanwhile is for the next time: on a busy server there is always more.
        let through = journal.committed_through();
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
                if fill.events >= TAIL_EVENTS_MAX || fill.bytes >= TAIL_BYTES_MAX {
                    self.flush().await?;
                }
            }
        }
        Ok(())
    }

    async fn flush(&self) -> Result<(), Error> {
        note_unreadable(&self.table.flush().await?);
        Ok(())
    }

    /// Follows the journal, until it is dropped.
    pub async fn keep_up(&self, state: &Arc<State>, clock: fn() -> DateTime<Utc>) {
        let Some(journal) = state.recorder.journal() else { return };
        let mut committed = journal.watch();
        let (mut flushed, mut tidied) = (Instant::now(), Instant::now());
        loop {
            // Nothing more will come where the sender is gone.
            let _ = tokio::time::timeout(TAIL_WAITS_MAX, committed.changed()).await;
            note("read the journal into event history", self.catch_up(state).await);
            let is_needed = journal.is_filling() && flushed.elapsed() >= FILLING_WAITS_MAX;
            if is_needed || flushed.elapsed() >= TAIL_WAITS_MAX {
                flushed = Instant::now();
                note("write event history", self.flush().await);
            }
            if tidied.elapsed() >= TIDY_EVERY {
                tidied = Instant::now();
                note("tidy up event history", self.tidy_up(clock()).await);
            }
        }
    }

    /// Puts what is in memory into the table: the last thing that a server does.
    pub async fn finish(&self, state: &State) {
        note("read the journal into event history", self.catch_up(state).await);
        note("write event history", self.flush().await);
    }

    async fn tidy_up(&self, now: DateTime<Utc>) -> Result<(), Error> {
        self.table.compact(&ashiato_engine::history::CompactionRules::on(now.date_naive())).await?;
        self.table.vacuum(FILES_KEPT, now).await?;
        Ok(())
    }
}

fn note_unreadable(appended: &Appended) {
    for (number, why) in &appended.unreadable {
        tracing::error!(number, %why, "a record is not in event history");
    }
}

fn unavailable(doing: &str, why: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::new(ashiato_engine::ErrorKind::Unavailable, doing.to_string()).because(why)
}

fn note(doing: &str, done: Result<(), Error>) {
    if let Err(error) = done {
        tracing::error!(%error, "{doing}");
    }
}
