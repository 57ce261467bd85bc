//! Room that is set aside for a record before it is known: what a call does must not happen where its record then finds
//! none.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::shared::Shared;

/// Bytes of the journal that nothing else is appended to. Dropped, they are given back.
pub struct Reserved {
    shared: Arc<Shared>,
    bytes: u64,
}

impl Reserved {
    /// For bytes that are in the count already.
    pub(super) fn of(shared: &Arc<Shared>, bytes: u64) -> Self {
        Self { shared: Arc::clone(shared), bytes }
    }

    /// How many they are.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// So many of them are a record's from here on; the rest is given back.
    pub(super) fn spend(mut self, bytes: u64) {
        self.bytes = self.bytes.saturating_sub(bytes);
    }
}

impl Drop for Reserved {
    fn drop(&mut self) {
        self.shared.held_bytes.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

impl std::fmt::Debug for Reserved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reserved").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}
