//! Who may hold how much of the memory that a query has.
//!
//! DataFusion's fair pool lets what can spill take all that is free, and what cannot spill take the rest. A sort is both:
//! it collects rows, which it can spill, and merges what it spilled, which it must have room for. So the first of two
//! sorts took everything and the second failed, or a merge took as many runs at once as there was room for and the merge
//! above it failed. Here sorts leave something for merges, and merges for the one above them. What else can spill has
//! what DataFusion gives it: an equal share each of what is free.

use datafusion::common::{DataFusionError, Result};
use datafusion::execution::memory_pool::{MemoryConsumer, MemoryLimit, MemoryPool, MemoryReservation};
use std::fmt;
use std::sync::Mutex;

/// What DataFusion calls a sort that collects rows, before the number of its partition.
const SORT: &str = "ExternalSorter[";

/// What it calls the merge of what such a sort has spilled.
const MERGE: &str = "ExternalSorterMerge[";

/// Of four parts of the memory, all sorts together have so many at most, and all merges of what they spilled.
const SORT_PARTS: usize = 3;
const MERGE_PARTS: usize = 2;

/// However many there are, each may hold one share of so many. Many that can spill hold nothing; and one that has nothing
/// yet could spill nothing, and would fail. What several at once then hold beyond the whole is little beside that.
const SHARES_MAX: usize = 8;

/// The memory of one query.
#[derive(Debug)]
pub(crate) struct MemoryShares {
    bytes: usize,
    threads: usize,
    held: Mutex<Held>,
}

#[derive(Debug, Default)]
struct Held {
    /// How many there are that can spill.
    spillers: usize,
    by_spillers: usize,
    by_others: usize,
}

impl MemoryShares {
    /// Memory for an execution on so many threads.
    pub(crate) fn new(bytes: usize, threads: usize) -> MemoryShares {
        MemoryShares { bytes, threads: threads.max(1), held: Mutex::default() }
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The most that a reservation of this size may come to.
    fn limit(&self, held: &Held, consumer: &MemoryConsumer, size: usize) -> usize {
        // Threads that have not begun are counted, so that the first does not take what is theirs.
        let part = |parts| self.bytes / 4 * parts / self.threads;
        if consumer.can_spill() {
            let share = self.bytes.saturating_sub(held.by_others) / held.spillers.max(1);
            let share = if consumer.name().starts_with(SORT) { share.min(part(SORT_PARTS)) } else { share };
            return share.max(self.bytes / SHARES_MAX);
        }
        let free = self.bytes.saturating_sub(held.by_spillers + held.by_others);
        let all = size + free;
        let most = if consumer.name().starts_with(MERGE) { all.min(part(MERGE_PARTS)) } else { all };
        most.max(self.bytes / SHARES_MAX)
    }
}

impl MemoryPool for MemoryShares {
    fn name(&self) -> &str {
        "shares"
    }

    fn register(&self, consumer: &MemoryConsumer) {
        self.held().spillers += usize::from(consumer.can_spill());
    }

    fn unregister(&self, consumer: &MemoryConsumer) {
        self.held().spillers -= usize::from(consumer.can_spill());
    }

    fn grow(&self, reservation: &MemoryReservation, additional: usize) {
        *self.held().by(reservation.consumer()) += additional;
    }

    fn shrink(&self, reservation: &MemoryReservation, shrink: usize) {
        *self.held().by(reservation.consumer()) -= shrink;
    }

    fn try_grow(&self, reservation: &MemoryReservation, additional: usize) -> Result<()> {
        let mut held = self.held();
        let consumer = reservation.consumer();
        let limit = self.limit(&held, consumer, reservation.size());
        if reservation.size().saturating_add(additional) > limit {
            return Err(DataFusionError::ResourcesExhausted(format!(
                "{} holds {} bytes and may hold {limit} of {}; it needs {additional} more",
                consumer.name(),
                reservation.size(),
                self.bytes,
            )));
        }
        *held.by(consumer) += additional;
        Ok(())
    }

    fn reserved(&self) -> usize {
        let held = self.held();
        held.by_spillers + held.by_others
    }

    fn memory_limit(&self) -> MemoryLimit {
        MemoryLimit::Finite(self.bytes)
    }
}

impl Held {
    fn by(&mut self, consumer: &MemoryConsumer) -> &mut usize {
        if consumer.can_spill() { &mut self.by_spillers } else { &mut self.by_others }
    }
}

impl fmt::Display for MemoryShares {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes in shares for {} threads", self.bytes, self.threads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn pool() -> Arc<dyn MemoryPool> {
        Arc::new(MemoryShares::new(1_000, 2))
    }

    fn reservation(pool: &Arc<dyn MemoryPool>, name: &str, can_spill: bool) -> MemoryReservation {
        MemoryConsumer::new(name).with_can_spill(can_spill).register(pool)
    }

    #[test]
    fn a_sort_leaves_the_share_of_the_second_and_of_merges() {
        let pool = pool();
        let first = reservation(&pool, "ExternalSorter[0]", true);
        assert!(first.try_grow(375).is_ok());
        let refused = first.try_grow(1).expect_err("it has its share").to_string();
        assert!(refused.contains("ExternalSorter[0] holds 375 bytes and may hold 375 of 1000"), "{refused}");
        let second = reservation(&pool, "ExternalSorter[1]", true);
        assert!(second.try_grow(375).is_ok());
        let merge = reservation(&pool, "SortPreservingMergeExec[0]", false);
        assert!(merge.try_grow(250).is_ok());
        assert!(merge.try_grow(1).is_err());
        drop(first);
        assert!(merge.try_grow(375).is_ok());
        assert_eq!(pool.reserved(), 1_000);
    }

    #[test]
    fn merges_of_runs_leave_room_for_the_merge_of_their_merges() {
        let pool = pool();
        let merges = [0, 1].map(|thread| reservation(&pool, &format!("ExternalSorterMerge[{thread}]"), false));
        for merge in &merges {
            assert!(merge.try_grow(250).is_ok());
            assert!(merge.try_grow(1).is_err());
        }
        assert!(reservation(&pool, "SortPreservingMergeExec[0]", false).try_grow(500).is_ok());
    }

    #[test]
    fn all_else_that_can_spill_has_equal_shares() {
        let pool = pool();
        let all: Vec<_> = (0..5).map(|number| reservation(&pool, &format!("group {number}"), true)).collect();
        assert!(all.iter().all(|one| one.try_grow(200).is_ok()));
        assert!(all.iter().all(|one| one.try_grow(1).is_err()));
        let sort = reservation(&pool, "ExternalSorter[0]", true);
        let more: Vec<_> = (0..50).map(|number| reservation(&pool, &format!("idle {number}"), true)).collect();
        assert!(sort.try_grow(125).is_ok(), "there are many, but something is left for one that holds nothing");
        assert!(sort.try_grow(1).is_err());
        drop((all, sort, more));
        assert_eq!(pool.reserved(), 0);
    }
}
