//! So many calls a second.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use tokio::time::Instant;

/// Calls that may be made a second, by whom they are counted for.
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
    pub(crate) fn take(&self, by: &str) -> bool {
        let now = Instant::now();
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
    use std::time::Duration;

    #[tokio::test(start_paused = true)]
    async fn so_many_a_second_and_no_more() {
        let two = PerSecond::new(2);
        assert!(two.take("a") && two.take("a") && !two.take("a"));
        assert!(two.take("b"), "others have their own");
        tokio::time::advance(Duration::from_millis(500)).await;
        assert!(two.take("a") && !two.take("a"));
        tokio::time::advance(Duration::from_secs(60)).await;
        assert!(two.take("a") && two.take("a") && !two.take("a"));
    }
}
