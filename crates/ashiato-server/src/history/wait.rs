//! Following that waits: the answer is held back until there is something to tell.
//!
//! Who waits holds a place among so many and nothing else: no lock, no reader of the table, and no room in the journal,
//! which was given back before.

use ashiato_engine::Error;
use ashiato_engine::history::{Lookup, Page};
use std::future::Future;
use std::pin::pin;
use std::time::Duration;
use tokio::sync::{SemaphorePermit, watch};

use super::{EventHistory, Found};
use crate::state::State;

/// So many wait at once.
pub(super) const WAITING_MAX: usize = 100;
/// What is recorded within so long is looked at together: a busy server is not searched for each record.
const TOGETHER: Duration = Duration::from_millis(200);

impl EventHistory {
    /// A place to wait in, while it is held; `None` where too many wait already.
    pub(crate) fn place_to_wait(&self) -> Option<SemaphorePermit<'_>> {
        self.waiting.try_acquire().ok()
    }

    /// Follows as [`EventHistory::follow`] does, and answers when there is something to tell, when the time is over,
    /// when who asked is `gone`, or when the server is told to stop.
    pub(crate) async fn wait(
        &self,
        state: &State,
        (lookup, mut above): (&Lookup, u64),
        time: Duration,
        gone: impl Future<Output = ()>,
    ) -> Result<Found, Error> {
        let Some(journal) = state.recorder.journal() else { return self.follow(state, lookup, above).await };
        let mut over = pin!(async {
            tokio::select! {
                () = tokio::time::sleep(time) => {}
                () = state.stopping() => {}
                () = gone => {}
            }
        });
        let mut is_over = false;
        loop {
            // From before the look on, so that nothing is missed that is recorded meanwhile.
            let committed = journal.watch();
            let found = self.follow(state, lookup, above).await?;
            if is_over || is_worth_telling(&found.page, lookup.limit) {
                return Ok(found);
            }
            if found.page.events.is_empty() {
                // What was searched and held nothing is not searched again.
                above = found.page.through;
            }
            drop(found);
            is_over = tokio::select! {
                () = &mut over => true,
                () = more(committed) => false,
            };
        }
    }
}

/// Whether there is something to tell. Lookups alone are not: each that waits is recorded as one when it is answered,
/// so that two who follow would have each other answered for ever. They are told together with what else happens.
fn is_worth_telling(page: &Page, limit: usize) -> bool {
    let is_full = page.events.len() >= limit;
    is_full || page.events.iter().any(|event| event.event_name.as_deref() != Some("LookupEvents"))
}

/// Done a little after something more was recorded.
async fn more(mut committed: watch::Receiver<u64>) {
    // Nothing more will come where the sender is gone: then the time is waited for.
    match committed.changed().await {
        Ok(()) => tokio::time::sleep(TOGETHER).await,
        Err(_) => std::future::pending().await,
    }
}
