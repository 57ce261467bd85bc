//! What all requests share.

use chrono::{DateTime, Utc};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::http::{Limits, Metrics};
use crate::signature::Credentials;

/// The server's state. Built once, before it listens.
pub struct State {
    /// Where access keys are looked up.
    pub credentials: Arc<dyn Credentials>,
    /// What a client may cost.
    pub limits: Limits,
    /// The time; tests choose it.
    pub clock: fn() -> DateTime<Utc>,
    /// What `/metrics` tells.
    pub metrics: Metrics,
    is_ready: AtomicBool,
}

impl State {
    /// A state that is not ready yet.
    pub fn new(credentials: Arc<dyn Credentials>, limits: Limits) -> State {
        State { credentials, limits, clock: Utc::now, metrics: Metrics::new(), is_ready: AtomicBool::new(false) }
    }

    /// Says whether `/health` answers that requests may come.
    pub fn set_ready(&self, is_ready: bool) {
        self.is_ready.store(is_ready, Ordering::Release);
    }

    /// Whether requests may come.
    pub fn is_ready(&self) -> bool {
        self.is_ready.load(Ordering::Acquire)
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("limits", &self.limits)
            .field("is_ready", &self.is_ready())
            .finish_non_exhaustive()
    }
}
