//! What is known of the room that quotas leave, so that not every change counts all rows.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What one server may make without counting anew: this part of the room that it found. So many servers may share a state
/// before they make too much together.
const SERVERS_MAX: u64 = 16;
/// More is forgotten, and counted anew.
const KNOWN_MAX: usize = 10_000;

/// How many of each thing may be made before they are counted again. What is taken away makes more room than is known
/// here, never less.
#[derive(Debug, Clone, Default)]
pub struct Rooms(Arc<Mutex<HashMap<String, u64>>>);

impl Rooms {
    /// Takes room for so many; `false` where what is known is not enough.
    pub(super) fn take(&self, key: &str, made: u64) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(room) = known.get_mut(key) else { return false };
        let Some(left) = room.checked_sub(made) else { return false };
        *room = left;
        true
    }

    /// Notes the room that was found by counting.
    pub(super) fn found(&self, key: String, room: u64) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KNOWN_MAX {
            known.clear();
        }
        known.insert(key, room / SERVERS_MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sixteenth_of_the_room_is_used_before_it_is_counted_again() {
        let rooms = Rooms::default();
        assert!(!rooms.take("tables", 1), "nothing is known");
        rooms.found("tables".into(), 40);
        assert!(rooms.take("tables", 1) && !rooms.take("tables", 2) && rooms.take("tables", 1));
        assert!(!rooms.take("tables", 1), "two of forty were taken");
        rooms.found("tables".into(), 15);
        assert!(!rooms.take("tables", 1), "near the limit each one is counted");
    }

    #[test]
    fn what_is_known_is_bounded() {
        let rooms = Rooms::default();
        for number in 0..=KNOWN_MAX {
            rooms.found(number.to_string(), 16);
        }
        assert!(!rooms.take("0", 1) && rooms.take(&KNOWN_MAX.to_string(), 1));
    }
}
