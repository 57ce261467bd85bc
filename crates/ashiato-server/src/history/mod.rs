//! Event history: every recorded call, findable as soon as it is answered.
//!
//! The journal's records go into the tail in memory, and from there into a Delta table every few minutes; a lookup sees
//! both. How far the table is stands in the table, so that a crash neither loses a record nor keeps it twice.

mod catch_up;
mod trouble;
mod wait;
mod limit;

use ashiato_engine::Error;
use ashiato_engine::history::{Counts, History, Lookup, Page};
use chrono::{DateTime, TimeDelta, Utc};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::state::State;
use catch_up::{READ_AGAIN_WITHIN, WRITTEN_AGAIN_WITHIN, note_unreadable};
use trouble::Trouble;
use wait::Places;

pub(crate) use limit::PerSecond;

/// The tail goes into the table when it has waited so long, if it does not hold much before.
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
    reading: Trouble,
    writing: Trouble,
    /// LookupEvents of an account and region; those that wait, of a key.
    pub(crate) lookups: PerSecond,
    /// The places of those who wait.
    waiting: Places,
}

/// What a lookup found.
pub(crate) struct Found {
    pub(crate) page: Page,
    /// How many of the newest records were not searched, because they could not be read or found no room.
    pub(crate) unsearched: u64,
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
        Ok(EventHistory {
            table,
            next: Mutex::new(next),
            reading: Trouble::looked_at_within(READ_AGAIN_WITHIN),
            writing: Trouble::looked_at_within(WRITTEN_AGAIN_WITHIN),
            lookups: PerSecond::new(lookups_per_second),
            waiting: Places::default(),
        })
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
    pub(crate) async fn lookup(&self, state: &State, lookup: &Lookup) -> Result<Found, Error> {
        let unsearched = self.catch_up(state).await;
        Ok(Found { page: self.table.lookup(lookup).await?, unsearched })
    }

    /// Follows: what came above a number, in the journal's order.
    pub(crate) async fn follow(&self, state: &State, lookup: &Lookup, above: u64) -> Result<Found, Error> {
        let unsearched = self.catch_up(state).await;
        Ok(Found { page: self.table.follow(lookup, above).await?, unsearched })
    }

    /// Counts the values of an attribute among what a lookup finds.
    pub(crate) async fn counts(
        &self,
        state: &State,
        attribute: ashiato_engine::history::Attribute,
        lookup: &Lookup,
        limit: usize,
    ) -> Result<Counts, Error> {
        self.catch_up(state).await;
        self.table.counts_of(attribute, lookup, limit).await
    }

    /// Follows the journal, until it is dropped.
    pub async fn keep_up(&self, state: &Arc<State>, clock: fn() -> DateTime<Utc>) {
        let Some(journal) = state.recorder.journal() else { return };
        let mut committed = journal.watch();
        // What waited when the server last went has waited long enough.
        let (mut flushed, mut tidied) = (None::<Instant>, Instant::now());
        loop {
            let waits = if journal.is_filling() { FILLING_WAITS_MAX } else { TAIL_WAITS_MAX };
            let waits = self.again_in().map_or(waits, |again| again.min(waits));
            let waits = if flushed.is_none() && self.again_in().is_none() { Duration::ZERO } else { waits };
            // Nothing more will come where the sender is gone.
            let _ = tokio::time::timeout(waits, committed.changed()).await;
            self.catch_up(state).await;
            let has_waited = |most| flushed.is_none_or(|flushed| flushed.elapsed() >= most);
            let is_needed = journal.is_filling() && has_waited(FILLING_WAITS_MAX);
            let is_due = is_needed || has_waited(TAIL_WAITS_MAX) || self.is_unwritten();
            if is_due && self.flush_unless_in_vain().await {
                flushed = Some(Instant::now());
            }
            if tidied.elapsed() >= TIDY_EVERY {
                tidied = Instant::now();
                if let Err(error) = self.tidy_up(clock()).await {
                    tracing::error!(%error, "tidy up event history");
                }
            }
        }
    }

    /// Puts what is in memory into the table: the last thing that a server does.
    pub async fn finish(&self, state: &State) {
        self.catch_up(state).await;
        self.flush().await;
    }

    async fn tidy_up(&self, now: DateTime<Utc>) -> Result<(), Error> {
        self.table.compact(&ashiato_engine::history::CompactionRules::on(now.date_naive())).await?;
        self.table.vacuum(FILES_KEPT, now).await?;
        Ok(())
    }
}
