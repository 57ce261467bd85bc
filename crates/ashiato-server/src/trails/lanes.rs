//! Lanes: what goes to one bucket for one trail, its log files in one and its digests in another. A lane's files go one
//! after the other, lanes beside each other, and a bucket that takes nothing, or takes its time, holds up its own lanes
//! alone.

use ashiato_meta::trail_status::Delivered;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// A trail's log files, or its digests, for a bucket.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Lane {
    pub(super) trail: String,
    pub(super) bucket: String,
    is_of_digests: bool,
}

impl Lane {
    /// From the state's list of them.
    pub(super) fn of(what: Delivered, (trail, bucket): (String, String)) -> Lane {
        Lane { trail, bucket, is_of_digests: what == Delivered::Digest }
    }

    pub(super) fn what(&self) -> Delivered {
        if self.is_of_digests { Delivered::Digest } else { Delivered::LogFile }
    }

    /// As the state is asked for it.
    pub(super) fn names(&self) -> (&str, &str) {
        (&self.trail, &self.bucket)
    }
}

/// What is known of lanes: who is at work on one, and until when one waits that failed.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    at_work: Mutex<HashMap<Lane, Arc<tokio::sync::Mutex<()>>>>,
    waits: Mutex<HashMap<Lane, Wait>>,
}

#[derive(Debug, Clone, Copy)]
struct Wait {
    until: Instant,
    last: Duration,
}

impl Lanes {
    /// What whoever works on a lane holds meanwhile.
    pub(super) fn turn(&self, lane: &Lane) -> Arc<tokio::sync::Mutex<()>> {
        let mut at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(at_work.entry(lane.clone()).or_default())
    }

    pub(super) fn is_waiting(&self, lane: &Lane, now: Instant) -> bool {
        let waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
        waits.get(lane).is_some_and(|wait| wait.until > now)
    }

    /// It is tried again after a second, and ever later up to five minutes.
    pub(super) fn failed(&self, lane: &Lane, now: Instant) {
        let mut waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
        let last = waits.get(lane).map_or(FIRST_WAIT, |wait| (wait.last * 2).min(LONGEST_WAIT));
        waits.insert(lane.clone(), Wait { until: now + last, last });
    }

    pub(super) fn succeeded(&self, lane: &Lane) {
        self.waits.lock().unwrap_or_else(PoisonError::into_inner).remove(lane);
    }

    /// Nothing waits for its time any more.
    pub(super) fn forget(&self) {
        self.waits.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Forgets lanes that have nothing to deliver.
    pub(super) fn keep_only(&self, what: Delivered, lanes: &[Lane]) {
        let is_kept = |lane: &Lane| lane.what() != what || lanes.contains(lane);
        let mut at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        at_work.retain(|lane, turn| is_kept(lane) || Arc::strong_count(turn) > 1);
        self.waits.lock().unwrap_or_else(PoisonError::into_inner).retain(|lane, _| is_kept(lane));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lane(bucket: &str, what: Delivered) -> Lane {
        Lane::of(what, ("trail".to_string(), bucket.to_string()))
    }

    #[test]
    fn each_lane_waits_by_itself_and_ever_longer() {
        let (lanes, now) = (Lanes::default(), Instant::now());
        let (old, new) = (lane("old", Delivered::LogFile), lane("new", Delivered::LogFile));
        let seconds = |count| now + Duration::from_secs(count);
        lanes.failed(&old, now);
        assert!(lanes.is_waiting(&old, now) && !lanes.is_waiting(&old, seconds(1)));
        assert!(!lanes.is_waiting(&new, now) && !lanes.is_waiting(&lane("old", Delivered::Digest), now));
        for _ in 0..3 {
            lanes.failed(&old, now);
        }
        assert!(lanes.is_waiting(&old, seconds(7)) && !lanes.is_waiting(&old, seconds(8)));
        for _ in 0..20 {
            lanes.failed(&old, now);
        }
        assert!(lanes.is_waiting(&old, seconds(299)) && !lanes.is_waiting(&old, seconds(300)));
        lanes.succeeded(&old);
        lanes.failed(&old, now);
        assert!(!lanes.is_waiting(&old, seconds(1)), "from the beginning");
        lanes.failed(&new, now);
        lanes.keep_only(Delivered::Digest, &[]);
        lanes.keep_only(Delivered::LogFile, std::slice::from_ref(&new));
        assert!(!lanes.is_waiting(&old, now) && lanes.is_waiting(&new, now));
        lanes.forget();
        assert!(!lanes.is_waiting(&new, now));
    }
}
