//! How far a running query is: counters that the scan adds to and anyone may read.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Files and stored bytes, planned and done, of the query that runs.
#[derive(Debug, Default)]
pub struct Progress {
    files_total: AtomicU64,
    files_done: AtomicU64,
    bytes_total: AtomicU64,
    bytes_done: AtomicU64,
}

/// The counters at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProgressNow {
    /// Files that the query will open.
    pub files_total: u64,
    /// Files that are read.
    pub files_done: u64,
    /// Bytes, as stored, of the files that the query will open.
    pub bytes_total: u64,
    /// Bytes, as stored, that are read.
    pub bytes_done: u64,
}

impl Progress {
    pub(crate) fn plan(&self, files: u64, bytes: u64) {
        self.files_total.fetch_add(files, Relaxed);
        self.bytes_total.fetch_add(bytes, Relaxed);
    }

    pub(crate) fn done(&self, bytes: u64) {
        self.files_done.fetch_add(1, Relaxed);
        self.bytes_done.fetch_add(bytes, Relaxed);
    }

    pub(crate) fn reset(&self) {
        for counter in [&self.files_total, &self.files_done, &self.bytes_total, &self.bytes_done] {
            counter.store(0, Relaxed);
        }
    }

    /// The counters as they stand.
    pub fn now(&self) -> ProgressNow {
        ProgressNow {
            files_total: self.files_total.load(Relaxed),
            files_done: self.files_done.load(Relaxed),
            bytes_total: self.bytes_total.load(Relaxed),
            bytes_done: self.bytes_done.load(Relaxed),
        }
    }
}
