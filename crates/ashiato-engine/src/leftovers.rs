//! What a statement that is dropped leaves to be put right: what is on its way into a store, and files to be taken away.
//!
//! A request to a store cannot be taken back, so each that changes something is counted until it has ended, whoever
//! waits for it; and what takes files away again waits until nothing more can come.

use std::fmt;
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::watch;

/// What of one statement has not ended.
#[derive(Clone)]
pub struct Leftovers {
    state: Arc<watch::Sender<State>>,
    /// Where it is put right; on the runtime of whoever drops something, where not said.
    threads: Option<Handle>,
}

#[derive(Debug, Default)]
struct State {
    /// Changes on their way.
    changes: usize,
    /// Clearings that wait or work.
    clearings: usize,
    /// The statement has ended badly: nothing more is begun.
    is_closed: bool,
}

impl Default for Leftovers {
    fn default() -> Leftovers {
        Leftovers { state: Arc::new(watch::Sender::default()), threads: None }
    }
}

impl fmt::Debug for Leftovers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Leftovers").field("state", &*self.state.borrow()).finish_non_exhaustive()
    }
}

impl Leftovers {
    /// None yet. They are put right on these threads: a query's own may be busy.
    pub fn on(threads: Handle) -> Leftovers {
        Leftovers { threads: Some(threads), ..Leftovers::default() }
    }

    /// Counts a change for as long as the answer is held. `None`: the statement has ended, and changes nothing more.
    pub fn change(&self) -> Option<Change> {
        let begin = |state: &mut State| {
            state.changes += usize::from(!state.is_closed);
            !state.is_closed
        };
        self.state.send_if_modified(begin).then(|| Change(Arc::clone(&self.state)))
    }

    /// Done when nothing is on its way, and all is cleared away.
    pub async fn settled(&self) {
        self.until(|state| state.changes == 0 && state.clearings == 0).await;
    }

    /// Nothing more is begun; when what is on its way has ended, `clearing` is done. Nobody needs to wait for it.
    pub(crate) fn clear(&self, clearing: impl Future<Output = ()> + Send + 'static) {
        let Some(threads) = self.threads.clone().or_else(|| Handle::try_current().ok()) else { return };
        self.state.send_modify(|state| {
            state.is_closed = true;
            state.clearings += 1;
        });
        let all = self.clone();
        threads.spawn(async move {
            let _clearing = Clearing(Arc::clone(&all.state));
            all.until(|state| state.changes == 0).await;
            clearing.await;
        });
    }

    async fn until(&self, is_so: impl FnMut(&State) -> bool) {
        // The sender is this one's: it does not go away meanwhile.
        let _ = self.state.subscribe().wait_for(is_so).await;
    }
}

/// A change that is on its way.
#[derive(Debug)]
pub struct Change(Arc<watch::Sender<State>>);

impl Drop for Change {
    fn drop(&mut self) {
        self.0.send_modify(|state| state.changes -= 1);
    }
}

struct Clearing(Arc<watch::Sender<State>>);

impl Drop for Clearing {
    fn drop(&mut self) {
        self.0.send_modify(|state| state.clearings -= 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

    #[tokio::test]
    async fn what_is_on_its_way_ends_before_it_is_cleared_away() {
        let leftovers = Leftovers::default();
        let change = leftovers.change().expect("it has not ended");
        let is_cleared = Arc::new(AtomicBool::new(false));
        let cleared = Arc::clone(&is_cleared);
        leftovers.clear(async move { cleared.store(true, Relaxed) });
        assert!(leftovers.change().is_none(), "it has ended");
        tokio::task::yield_now().await;
        assert!(!is_cleared.load(Relaxed), "a change is on its way");
        drop(change);
        leftovers.settled().await;
        assert!(is_cleared.load(Relaxed));
    }
}
