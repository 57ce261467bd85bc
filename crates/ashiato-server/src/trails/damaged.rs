//! What of a trail cannot be read: log files in the spool, or its selectors. What is delivered beside does not make it
//! well: as long as there is any of a trail, its status tells of the first.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::lanes::Lane;

/// What the name of a trail's selectors begins with, which no file's does.
const SELECTORS: &str = "selectors of ";

/// By its name, a file's in the spool, the trail, and why it cannot be read.
#[derive(Debug, Default)]
pub(super) struct Damaged(Mutex<BTreeMap<String, (String, String)>>);

impl Damaged {
    /// Notes one, and tells whether it was not known to be.
    pub(super) fn note(&self, name: String, trail: &str, why: String) -> bool {
        self.files().insert(name, (trail.to_string(), why)).is_none()
    }

    /// The name of a trail's selectors.
    pub(super) fn selectors(trail: &str) -> String {
        format!("{SELECTORS}{trail}")
    }

    /// It could be read, or is there no more.
    pub(super) fn forget(&self, name: &str) {
        self.files().remove(name);
    }

    /// Why the first of a trail cannot be read. `None`: all can, as far as is known.
    pub(super) fn of(&self, trail: &str) -> Option<String> {
        self.files().values().find(|(of, _)| of == trail).map(|(_, why)| why.clone())
    }

    /// Forgets the files of trails that have nothing to deliver.
    pub(super) fn keep_only(&self, lanes: &[Lane]) {
        let is_waiting = |trail: &str| lanes.iter().any(|lane| lane.trail == trail);
        self.files().retain(|name, (trail, _)| name.starts_with(SELECTORS) || is_waiting(trail));
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<String, (String, String)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ashiato_meta::trail_status::Delivered;

    #[test]
    fn a_trail_is_told_of_its_own_until_the_last_is_gone() {
        let damaged = Damaged::default();
        assert!(damaged.note("2".into(), "t", "second".into()));
        assert!(damaged.note("1".into(), "t", "first".into()));
        assert!(!damaged.note("1".into(), "t", "first".into()), "it was known");
        assert_eq!((damaged.of("t").as_deref(), damaged.of("other")), (Some("first"), None));
        damaged.forget("1");
        damaged.forget("1");
        assert_eq!(damaged.of("t").as_deref(), Some("second"));
        let lane = |trail: &str| Lane::of(Delivered::LogFile, (trail.to_string(), "b".to_string()));
        damaged.keep_only(&[lane("t"), lane("other")]);
        assert_eq!(damaged.of("t").as_deref(), Some("second"));
        damaged.keep_only(&[lane("other")]);
        assert_eq!(damaged.of("t"), None);
        assert!(damaged.note(Damaged::selectors("t"), "t", "selectors".into()));
        damaged.keep_only(&[lane("other")]);
        assert_eq!(damaged.of("t").as_deref(), Some("selectors"), "they are read whether or not there is a file");
    }
}
