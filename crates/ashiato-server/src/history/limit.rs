//! So many calls a second.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Calls that may be made a second, by whom they are counted for: a few, such as accounts.
#[derive(Debug)]
pub(crate) struct PerSecond {
    most: f64,
    rooms: Mutex<HashMap<String, (f64, Instant)>>,
}

impl PerSecond {
    pub(crate) fn new(most: u32) -> PerSecond {
        PerSecond { most: f64::from(most), rooms: Mutex::default() }
    }

    /// Whether one more may be made now. What was not used of a second is there for the next one, and not for later.
    pub(crate) fn take(&self, by: &str, now: Instant) -> bool {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
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
    use super::PerSecond;
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
}
