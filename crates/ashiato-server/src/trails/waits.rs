//! When what failed is tried again: after a second first, and then ever later up to a minute. Each trail by itself.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);

/// By trail, when it is tried again, and how long it waited last.
#[derive(Debug, Default)]
pub(super) struct Waits(Mutex<HashMap<String, (Instant, Duration)>>);

impl Waits {
    pub(super) fn is_waiting(&self, trail: &str, now: Instant) -> bool {
        self.waits().get(trail).is_some_and(|(until, _)| *until > now)
    }

    /// Whether there is a trail that failed, and that it is time to try again.
    pub(super) fn is_any_due(&self, now: Instant) -> bool {
        self.waits().values().any(|(until, _)| *until <= now)
    }

    pub(super) fn failed(&self, trail: &str, now: Instant) {
        let mut waits = self.waits();
        let wait = waits.get(trail).map_or(FIRST, |(_, wait)| (*wait * 2).min(LONGEST));
        waits.insert(trail.to_string(), (now + wait, wait));
    }

    pub(super) fn succeeded(&self, trail: &str) {
        self.waits().remove(trail);
    }

    /// Everything that waits is due now.
    pub(super) fn end(&self, now: Instant) {
        self.waits().values_mut().for_each(|(until, _)| *until = now);
    }

    /// Forgets the others.
    pub(super) fn keep_only(&self, trails: &BTreeSet<&str>) {
        self.waits().retain(|trail, _| trails.contains(trail.as_str()));
    }

    fn waits(&self) -> MutexGuard<'_, HashMap<String, (Instant, Duration)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let (waits, mut now) = (Waits::default(), Instant::now());
        for seconds in [1, 2, 4, 8, 16, 32, 60, 60] {
            waits.failed("t", now);
            let before = now + Duration::from_secs(seconds) - Duration::from_millis(1);
            assert!(waits.is_waiting("t", before) && !waits.is_any_due(before), "{seconds}");
            now += Duration::from_secs(seconds);
            assert!(!waits.is_waiting("t", now) && waits.is_any_due(now), "{seconds}");
        }
        assert!(!waits.is_waiting("other", now));
        waits.failed("t", now);
        waits.end(now);
        assert!(waits.is_any_due(now) && !waits.is_waiting("t", now));
        waits.succeeded("t");
        assert!(!waits.is_any_due(now));
        waits.failed("t", now);
        waits.keep_only(&BTreeSet::from(["other"]));
        assert!(!waits.is_waiting("t", now));
    }
}
