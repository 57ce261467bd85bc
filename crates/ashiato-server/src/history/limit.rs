//! So many calls a second.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Calls that may be made a second, by what they are counted for, such as an account and a region.
#[derive(Debug)]
pub(crate) struct PerSecond {
    most: f64,
    rooms: Mutex<HashMap<String, (f64, Instant)>>,
}

/// So many are counted for before those are forgotten that have all their room again: regions are what clients write.
const ROOMS_MAX: usize = 1000;

/// After so long a room is as it was at first.
const REFILLED_AFTER: Duration = Duration::from_secs(1);

impl PerSecond {
    pub(crate) fn new(most: u32) -> PerSecond {
        PerSecond { most: f64::from(most), rooms: Mutex::default() }
    }

    /// Whether one more may be made now. What was not used of a second is there for the next one, and not for later.
    pub(crate) fn take(&self, by: &str, now: Instant) -> bool {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        if rooms.len() >= ROOMS_MAX && !rooms.contains_key(by) {
            rooms.retain(|_, (_, since)| now.duration_since(*since) < REFILLED_AFTER);
        }
        let (room, since) = rooms.entry(by.to_string()).or_insert((self.most, now));
        *room = (*room + now.duration_since(*since).as_secs_f64() * self.most).min(self.most);
        *since = now;
        let has_room = *room >= 1.0;
        if has_room {
            *room -= 1.0;
        }
        has_room
    }
}

#[cfg(test)]
mod tests {
    use super::{PerSecond, ROOMS_MAX};
    use std::time::{Duration, Instant};

    #[test]
    fn so_many_a_second_and_no_more() {
        let two = PerSecond::new(2);
        let start = Instant::now();
        let take = |by, millis| two.take(by, start + Duration::from_millis(millis));
        assert!(take("a", 0) && take("a", 0) && !take("a", 0));
        assert!(take("b", 0), "others have their own");
        assert!(take("a", 500) && !take("a", 500));
        assert!(take("a", 60_000) && take("a", 60_000) && !take("a", 60_000));
    }

    #[test]
    fn what_was_not_heard_of_for_a_second_is_forgotten() {
        let one = PerSecond::new(1);
        let start = Instant::now();
        for number in 0..ROOMS_MAX * 3 {
            let now = start + Duration::from_millis(number as u64);
            assert!(one.take(&format!("region-{number}"), now));
        }
        assert!(one.rooms.lock().expect("no panic").len() <= ROOMS_MAX + 1);
        let last = format!("region-{}", ROOMS_MAX * 3 - 1);
        assert!(!one.take(&last, start + Duration::from_millis(ROOMS_MAX as u64 * 3)), "what was is not forgotten");
    }
}
