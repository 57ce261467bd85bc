//! What fails and may go on failing, such as writing to a full disk: it is tried again ever later, and said now and
//! then.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// After the first failure it is tried again so soon.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// A failure that goes on is said as often.
const SAID_EVERY: Duration = Duration::from_secs(60);

/// One thing that may fail.
#[derive(Debug)]
pub(super) struct Trouble {
    longest_wait: Duration,
    failing: Mutex<Option<Failing>>,
}

/// It failed, the last time too.
#[derive(Debug)]
struct Failing {
    again: Instant,
    wait: Duration,
    said: Instant,
}

impl Trouble {
    /// None yet. Once there is, it is looked at again after so long at most.
    pub(super) fn looked_at_within(longest_wait: Duration) -> Trouble {
        Trouble { longest_wait, failing: Mutex::default() }
    }

    /// Whether it failed so lately that it is not to be tried yet.
    pub(super) fn is_waiting(&self, now: Instant) -> bool {
        self.failing().as_ref().is_some_and(|failing| now < failing.again)
    }

    /// How long until it is to be tried again; `None` where it did not fail.
    pub(super) fn again_in(&self, now: Instant) -> Option<Duration> {
        self.failing().as_ref().map(|failing| failing.again.saturating_duration_since(now))
    }

    /// Notes that it failed; whether that is to be said.
    pub(super) fn failed(&self, now: Instant) -> bool {
        let mut failing = self.failing();
        let wait = failing.as_ref().map_or(FIRST_WAIT, |failing| failing.wait * 2).min(self.longest_wait);
        let said = failing.as_ref().map(|failing| failing.said).filter(|said| now.duration_since(*said) < SAID_EVERY);
        *failing = Some(Failing { again: now + wait, wait, said: said.unwrap_or(now) });
        said.is_none()
    }

    /// Notes that it went well.
    pub(super) fn succeeded(&self) {
        *self.failing() = None;
    }

    fn failing(&self) -> MutexGuard<'_, Option<Failing>> {
        self.failing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::Trouble;
    use std::time::{Duration, Instant};

    #[test]
    fn it_is_tried_ever_later_and_said_once_a_minute() {
        let (trouble, mut now) = (Trouble::looked_at_within(Duration::from_secs(30)), Instant::now());
        assert!(!trouble.is_waiting(now));
        // Said at first, and then after 61 seconds.
        let expected =
            [(1, true), (2, false), (4, false), (8, false), (16, false), (30, false), (30, true), (30, false)];
        for (seconds, is_said) in expected {
            assert_eq!(trouble.failed(now), is_said, "{seconds}");
            let before = now + Duration::from_secs(seconds) - Duration::from_millis(1);
            assert!(trouble.is_waiting(before), "{seconds}");
            assert_eq!(trouble.again_in(before), Some(Duration::from_millis(1)), "{seconds}");
            now += Duration::from_secs(seconds);
            assert!(!trouble.is_waiting(now), "{seconds}");
        }
        trouble.succeeded();
        assert!(trouble.failed(now), "another time is said at once");
        assert!(!trouble.is_waiting(now + Duration::from_secs(1)));
        trouble.succeeded();
        assert_eq!(trouble.again_in(now), None);
    }
}
