//! What is known of the room that quotas leave, so that not every change counts all rows where they are many.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// As many rows are counted in a few milliseconds, at every change: a quota that is no higher is held to the last one,
/// however many servers share the state.
const COUNTED_AT_ONCE: u64 = 10_000;
/// Where there are more, a server makes this part of the room that it found before it counts anew.
const PART: u64 = 16;
/// And what it found holds for no longer: other servers make some of them too. Together they may pass such a quota by
/// what one of them makes in this time when the room is all but used up.
const HOLDS: Duration = Duration::from_secs(10);
/// More is forgotten, and counted anew.
const KNOWN_MAX: usize = 10_000;

/// How many of each thing may be made before they are counted again. What is taken away makes more room than is known
/// here, never less.
#[derive(Debug, Clone, Default)]
pub struct Rooms(Arc<Mutex<HashMap<String, Room>>>);

#[derive(Debug)]
struct Room {
    left: u64,
    found: Instant,
}

/// What counting found.
pub(super) struct Found {
    pub(super) there: u64,
    /// Until the quota is reached.
    pub(super) room: u64,
    pub(super) now: Instant,
}

impl Rooms {
    /// Takes room for so many; `false` where what is known is not enough.
    pub(super) fn take(&self, key: &str, made: u64, now: Instant) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(room) = known.get_mut(key) else { return false };
        let Some(left) = room.left.checked_sub(made) else { return false };
        if now.duration_since(room.found) >= HOLDS {
            return false;
        }
        room.left = left;
        true
    }

    /// Notes the room that was found.
    pub(super) fn found(&self, key: String, found: Found) {
        if found.there <= COUNTED_AT_ONCE {
            return;
        }
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KNOWN_MAX {
            known.clear();
        }
        known.insert(key, Room { left: found.room / PART, found: found.now });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANY: u64 = COUNTED_AT_ONCE + 1;

    fn found(rooms: &Rooms, key: &str, there: u64, room: u64, now: Instant) {
        rooms.found(key.to_string(), Found { there, room, now });
    }

    #[test]
    fn a_sixteenth_of_the_room_is_used_before_many_are_counted_again() {
        let (rooms, now) = (Rooms::default(), Instant::now());
        assert!(!rooms.take("tables", 1, now), "nothing is known");
        found(&rooms, "tables", MANY, 40, now);
        assert!(rooms.take("tables", 1, now) && !rooms.take("tables", 2, now) && rooms.take("tables", 1, now));
        assert!(!rooms.take("tables", 1, now), "two of forty were taken");
        found(&rooms, "tables", MANY, 15, now);
        assert!(!rooms.take("tables", 1, now), "near the limit each one is counted");
    }

    #[test]
    fn few_are_counted_every_time_and_many_after_a_while() {
        let (rooms, now) = (Rooms::default(), Instant::now());
        found(&rooms, "databases", COUNTED_AT_ONCE, 1000, now);
        assert!(!rooms.take("databases", 1, now));
        found(&rooms, "partitions", MANY, 1000, now);
        assert!(rooms.take("partitions", 1, now + HOLDS / 2));
        assert!(!rooms.take("partitions", 1, now + HOLDS));
    }

    #[test]
    fn what_is_known_is_bounded() {
        let (rooms, now) = (Rooms::default(), Instant::now());
        for number in 0..=KNOWN_MAX {
            found(&rooms, &number.to_string(), MANY, 16, now);
        }
        assert!(!rooms.take("0", 1, now) && rooms.take(&KNOWN_MAX.to_string(), 1, now));
    }
}
