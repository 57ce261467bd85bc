//! What the threads of one scan share: the queue of files, and the counts.

use super::dedupe::Seen;
use crate::coverage::{Collector, Coverage, Pending};
use crate::progress::Progress;
use crate::source::{LogFile, Origin};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, Weak};

/// Small files are taken in runs of about this many bytes, so that a run costs one look at the queue.
const RUN_BYTES: u64 = 256 << 10;
const RUN_FILES: usize = 64;
/// Objects are taken in longer runs: reading ahead needs something ahead.
const RUN_OBJECTS: usize = 256;
const RUN_OBJECTS_BYTES: u64 = 16 << 20;

/// What the threads of one execution of a scan share.
#[derive(Debug)]
pub(crate) struct Shared {
    queue: Mutex<VecDeque<LogFile>>,
    /// How many files there were, and how many were counted.
    files: u64,
    counted: AtomicU64,
    /// The files that were not are counted as not needed.
    is_settled: AtomicBool,
    fetch: Option<usize>,
    sent: AtomicUsize,
    pub(crate) seen: Option<Arc<Seen>>,
    pub(crate) coverage: Arc<Collector>,
    pub(crate) progress: Arc<Progress>,
}

impl Shared {
    pub(crate) fn new(
        files: VecDeque<LogFile>,
        fetch: Option<usize>,
        dedupe: bool,
        coverage: Arc<Collector>,
        progress: Arc<Progress>,
    ) -> Arc<Shared> {
        let count = files.len() as u64;
        progress.plan(count, files.iter().map(|file| file.size).sum());
        let seen = dedupe.then(Arc::<Seen>::default);
        let sent = AtomicUsize::new(0);
        let shared = Arc::new(Shared {
            queue: Mutex::new(files),
            files: count,
            counted: AtomicU64::new(0),
            is_settled: AtomicBool::new(false),
            fetch,
            sent,
            seen,
            coverage,
            progress,
        });
        let pending: Weak<dyn Pending> = Arc::<Shared>::downgrade(&shared);
        shared.coverage.await_counts(pending);
        shared
    }

    /// Says that a file stands in the coverage: as read, or as one that cannot be.
    pub(crate) fn file_counted(&self) {
        self.counted.fetch_add(1, Relaxed);
    }

    /// The next files to read: one large one, or a run of small ones.
    pub(crate) fn next_run(&self) -> Option<Vec<LogFile>> {
        if self.has_enough() {
            return None;
        }
        let mut queue = self.queue.lock().expect("no thread panics while it takes a file");
        let first = queue.pop_front()?;
        let (files_max, bytes_max) = match first.origin {
            Origin::Local(_) => (RUN_FILES, RUN_BYTES),
            Origin::Object { .. } => (RUN_OBJECTS, RUN_OBJECTS_BYTES),
        };
        let mut bytes = first.size;
        let mut run = vec![first];
        while run.len() < files_max
            && let Some(next) = queue.front()
            && bytes + next.size <= bytes_max
        {
            bytes += next.size;
            run.extend(queue.pop_front());
        }
        Some(run)
    }

    /// Whether the threads together have sent as many rows as were asked for.
    pub(crate) fn has_enough(&self) -> bool {
        self.fetch.is_some_and(|fetch| self.sent.load(Relaxed) >= fetch)
    }

    pub(crate) fn rows_sent(&self, rows: usize) {
        self.sent.fetch_add(rows, Relaxed);
    }
}

impl Pending for Shared {
    fn settle(&self, coverage: &mut Coverage) {
        if self.is_settled.swap(true, Relaxed) {
            return;
        }
        coverage.files_not_needed += self.files.saturating_sub(self.counted.load(Relaxed));
        if let Some(seen) = &self.seen {
            *coverage.duplicates.get_or_insert(0) += seen.duplicates();
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        let coverage = Arc::clone(&self.coverage);
        coverage.add(|coverage| self.settle(coverage));
    }
}
