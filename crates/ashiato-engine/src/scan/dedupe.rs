//! Each event once: the eventIDs that a scan has seen.
//!
//! Two trails that write to one bucket deliver every event twice. Sixteen bytes are kept for each event, so a
//! thousand million events cost about 32 GB: deduplication is for the rows that a query keeps, not for a whole lake.

use arrow::array::{Array, ArrayRef, AsArray};
use arrow::buffer::BooleanBuffer;
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

const SHARDS: usize = 64;

/// The eventIDs seen so far, shared by the threads of one scan.
#[derive(Debug)]
pub(crate) struct Seen {
    shards: [Mutex<HashSet<u128>>; SHARDS],
    hashers: [RandomState; 2],
    duplicates: AtomicU64,
}

impl Default for Seen {
    fn default() -> Seen {
        Seen {
            shards: std::array::from_fn(|_| Mutex::default()),
            hashers: [RandomState::new(), RandomState::new()],
            duplicates: AtomicU64::new(0),
        }
    }
}

impl Seen {
    /// Of the rows in `kept`: those whose eventID was not seen before. A row without one, or with an empty one, is always
    /// kept.
    pub(crate) fn first_of(&self, event_ids: &ArrayRef, kept: &BooleanBuffer) -> BooleanBuffer {
        let Some(texts) = event_ids.as_string_view_opt() else { return kept.clone() };
        BooleanBuffer::collect_bool(kept.len(), |row| {
            if !kept.value(row) || texts.is_null(row) || texts.value(row).is_empty() {
                return kept.value(row);
            }
            let is_first = self.insert(self.fingerprint(texts.value(row)));
            self.duplicates.fetch_add(u64::from(!is_first), Relaxed);
            is_first
        })
    }

    /// How many rows were left out.
    pub(crate) fn duplicates(&self) -> u64 {
        self.duplicates.load(Relaxed)
    }

    fn insert(&self, fingerprint: u128) -> bool {
        let shard = (fingerprint % SHARDS as u128) as usize;
        self.shards[shard].lock().expect("no thread panics while it inserts").insert(fingerprint)
    }

    /// 128 keyed bits of an eventID: two that differ share them by a chance of 2⁻¹²⁸ for each pair.
    fn fingerprint(&self, event_id: &str) -> u128 {
        let [high, low] = self.hashers.each_ref().map(|hasher| u128::from(hasher.hash_one(event_id)));
        high << 64 | low
    }
}
