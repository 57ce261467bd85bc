//! What was read from the state, kept for as long as nothing there has changed.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// More entries are not kept.
const ENTRIES_MAX: usize = 1024;
/// Another server on the same state changes it without telling this one: nothing is believed for longer.
const AGE_MAX: Duration = Duration::from_secs(5);

/// A bounded cache that forgets all at once.
pub(crate) struct Cache<V> {
    generation: AtomicU64,
    entries: Mutex<HashMap<String, Entry<V>>>,
}

struct Entry<V> {
    generation: u64,
    read: Instant,
    value: V,
}

impl<V: Clone> Cache<V> {
    pub(crate) fn new() -> Cache<V> {
        Cache { generation: AtomicU64::new(0), entries: Mutex::new(HashMap::new()) }
    }

    /// To be asked before the state is read for [`Cache::put`]: what was read before a change is not kept after it.
    pub(crate) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    pub(crate) fn get(&self, key: &str) -> Option<V> {
        let entries = self.entries();
        let entry = entries.get(key)?;
        let holds = entry.generation == self.generation() && entry.read.elapsed() < AGE_MAX;
        holds.then(|| entry.value.clone())
    }

    pub(crate) fn put(&self, key: &str, generation: u64, value: V) {
        let mut entries = self.entries();
        if entries.len() >= ENTRIES_MAX {
            entries.clear();
        }
        entries.insert(key.to_string(), Entry { generation, read: Instant::now(), value });
    }

    /// The state has changed.
    pub(crate) fn forget(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
        self.entries().clear();
    }

    fn entries(&self) -> MutexGuard<'_, HashMap<String, Entry<V>>> {
        self.entries.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_a_change_is_forgotten() {
        let cache = Cache::new();
        let before = cache.generation();
        cache.put("a", before, 1);
        assert_eq!(cache.get("a"), Some(1));
        cache.forget();
        assert_eq!(cache.get("a"), None);
        cache.put("a", before, 1);
        assert_eq!(cache.get("a"), None, "it was read before the change and stored after it");
        cache.put("a", cache.generation(), 2);
        assert_eq!(cache.get("a"), Some(2));
    }

    #[test]
    fn it_is_bounded() {
        let cache = Cache::new();
        (0..5000).for_each(|number| cache.put(&number.to_string(), 0, number));
        assert!(cache.entries().len() <= ENTRIES_MAX);
    }
}
