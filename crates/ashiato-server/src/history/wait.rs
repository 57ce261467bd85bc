//! Following that waits: the answer is held back until there is something to tell.
//!
//! Who waits holds a place among so many and nothing else: no lock, no reader of the table, and no room in the journal,
//! which was given back before.

use ashiato_engine::Error;
use ashiato_engine::history::{Lookup, Page};
use std::collections::HashMap;
use std::future::Future;
use std::pin::pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

use super::catch_up::READ_AGAIN_WITHIN;
use super::{EventHistory, Found};
use crate::state::State;

/// So many wait at once, and so many of one principal.
const WAITING_MAX: usize = 100;
const WAITING_OF_ONE_MAX: usize = 5;
/// What is recorded within so long is looked at together: a busy server is not searched for each record.
const TOGETHER: Duration = Duration::from_millis(200);

/// Who waits, and how often.
#[derive(Debug, Default)]
pub(super) struct Places(Mutex<HashMap<String, usize>>);

/// A place in which one waits.
pub(crate) struct Place<'a> {
    places: &'a Places,
    principal: String,
}

impl Places {
    fn take(&self, principal: &str) -> Option<Place<'_>> {
        let mut waiting = self.waiting();
        let own = waiting.get(principal).copied().unwrap_or(0);
        if own == WAITING_OF_ONE_MAX || waiting.values().sum::<usize>() == WAITING_MAX {
            return None;
        }
        waiting.insert(principal.to_string(), own + 1);
        Some(Place { places: self, principal: principal.to_string() })
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<String, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut waiting = self.places.waiting();
        match waiting.get_mut(&self.principal) {
            Some(own) if *own > 1 => *own -= 1,
            _ => drop(waiting.remove(&self.principal)),
        }
    }
}

impl EventHistory {
    /// A place to wait in, while it is held; `None` where too many wait already, of all or of this principal.
    pub(crate) fn place_to_wait(&self, principal: &str) -> Option<Place<'_>> {
        self.waiting.take(principal)
    }

    /// Follows as [`EventHistory::follow`] does, and answers when there is something to tell, when the time is over,
    /// when who asked is `gone`, or when the server is told to stop.
    pub(crate) async fn wait(
        &self,
        state: &State,
        (lookup, above): (&Lookup, u64),
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
        // What was searched and held nothing to be told for is not searched again.
        let mut seen = above;
        loop {
            // From before the look on, so that nothing is missed that is recorded meanwhile.
            let committed = journal.watch();
            let found = self.follow(state, lookup, seen).await?;
            if is_over || is_worth_telling(&found.page) {
                return if seen == above { Ok(found) } else { self.follow(state, lookup, above).await };
            }
            let is_full = found.page.events.len() >= lookup.limit;
            seen = found.page.through;
            if is_full {
                // There may be more behind it.
                continue;
            }
            let is_behind = found.unsearched > 0;
            drop(found);
            is_over = tokio::select! {
                () = &mut over => true,
                () = more(committed, is_behind) => false,
            };
        }
    }
}

/// Whether there is something to tell. Lookups alone are not: each that waits is recorded as one when it is answered,
/// so that those who follow would have each other answered for ever. They are told with what else happens.
fn is_worth_telling(page: &Page) -> bool {
    page.events.iter().any(|event| event.event_name.as_deref() != Some("LookupEvents"))
}

/// Done a little after something more was recorded, or where what was recorded could not be read, when that is tried
/// again.
async fn more(mut committed: watch::Receiver<u64>, is_behind: bool) {
    let recorded = async {
        // Nothing more will come where the sender is gone: then the time is waited for.
        match committed.changed().await {
            Ok(()) => tokio::time::sleep(TOGETHER).await,
            Err(_) => std::future::pending().await,
        }
    };
    if is_behind {
        // Either way it is looked at again.
        let _ = tokio::time::timeout(READ_AGAIN_WITHIN, recorded).await;
    } else {
        recorded.await;
    }
}

#[cfg(test)]
mod tests {
    use super::{Places, WAITING_MAX, WAITING_OF_ONE_MAX};

    #[test]
    fn places_are_shared_out() {
        let places = Places::default();
        let of_one: Vec<_> = (0..WAITING_OF_ONE_MAX).map_while(|_| places.take("one")).collect();
        assert_eq!(of_one.len(), WAITING_OF_ONE_MAX);
        assert!(places.take("one").is_none());
        let others: Vec<_> = (0..WAITING_MAX).map_while(|number| places.take(&number.to_string())).collect();
        assert_eq!(others.len(), WAITING_MAX - WAITING_OF_ONE_MAX);
        assert!(places.take("another").is_none());
        drop((of_one, others));
        assert!(places.take("one").is_some());
        assert!(places.waiting().is_empty(), "nothing is kept of those who are gone");
    }
}
