//! How long it is until something is tried again: a message that was not taken, and an endpoint that was away.
//!
//! Messages have their tries in the state. Of endpoints it is known in memory: whoever starts anew tries each anew.

use ashiato_meta::Millis;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

const WAIT_MILLIS_MAX: i64 = 20 * 60 * 1000;
/// An endpoint that nobody has tried for so long since its time came has nothing to be told, or is gone.
const FORGOTTEN_AFTER_MILLIS: i64 = WAIT_MILLIS_MAX;

/// 1, 2, 4 … seconds, twenty minutes at most.
pub(super) fn wait_millis(tries: i64) -> i64 {
    let doublings = u32::try_from(tries - 1).unwrap_or(0).min(20);
    (1000_i64 << doublings).min(WAIT_MILLIS_MAX)
}

/// The endpoints that were away when they were last tried.
#[derive(Debug, Default)]
pub(super) struct Waits(Mutex<HashMap<String, Wait>>);

#[derive(Debug, Clone, Copy)]
struct Wait {
    /// In a row.
    failures: i64,
    until: Millis,
}

impl Waits {
    /// It was away, once more: until when it is left alone.
    pub(super) fn failed(&self, endpoint: &str, now: Millis) -> Millis {
        let mut waits = self.waits();
        let failures = waits.get(endpoint).map_or(0, |wait| wait.failures) + 1;
        let until = Millis(now.0 + wait_millis(failures));
        waits.insert(endpoint.to_string(), Wait { failures, until });
        until
    }

    /// It answered, whatever that was.
    pub(super) fn answered(&self, endpoint: &str) {
        self.waits().remove(endpoint);
    }

    pub(super) fn is_waiting(&self, endpoint: &str, now: Millis) -> bool {
        self.waits().get(endpoint).is_some_and(|wait| wait.until > now)
    }

    /// How many wait. Forgets those that nobody tries any more.
    pub(super) fn count(&self, now: Millis) -> usize {
        let mut waits = self.waits();
        waits.retain(|_, wait| now.0 - wait.until.0 < FORGOTTEN_AFTER_MILLIS);
        waits.values().filter(|wait| wait.until > now).count()
    }

    fn waits(&self) -> MutexGuard<'_, HashMap<String, Wait>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        assert_eq!(
            [1, 2, 3, 11, 12, 60].map(wait_millis),
            [1000, 2000, 4000, 1_024_000, WAIT_MILLIS_MAX, WAIT_MILLIS_MAX]
        );
    }

    #[test]
    fn each_endpoint_waits_by_itself_until_it_answers() {
        let waits = Waits::default();
        assert_eq!([0, 1000, 3000].map(|now| waits.failed("a", Millis(now)).0), [1000, 3000, 7000]);
        assert!(waits.is_waiting("a", Millis(6999)) && !waits.is_waiting("a", Millis(7000)));
        assert!(!waits.is_waiting("b", Millis(0)));
        assert_eq!([6999, 7000].map(|now| waits.count(Millis(now))), [1, 0]);
        assert_eq!(waits.failed("a", Millis(7000)), Millis(15_000), "it was not forgotten");
        waits.answered("a");
        assert_eq!(waits.failed("a", Millis(8000)), Millis(9000), "from the beginning");
        assert_eq!(waits.count(Millis(9000 + FORGOTTEN_AFTER_MILLIS)), 0);
        assert_eq!(waits.failed("a", Millis(0)), Millis(1000), "it was forgotten");
    }
}
