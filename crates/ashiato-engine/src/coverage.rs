//! What an answer was computed from: files, bytes, records, gaps.

use crate::session::Late;
use std::collections::HashSet;
use std::sync::{Arc, Condvar, Mutex, Weak};

/// What was and was not read for the statements run so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Coverage {
    /// How often raw logs were gone through: a query that names such tables twice does it twice, and all that is counted
    /// here counts twice.
    pub readings: u64,
    /// Files that the named places hold, but for those in folders that were passed over.
    pub files_matched: u64,
    /// Folders passed over because no row below them could be wanted.
    pub folders_pruned: u64,
    /// What finding the files took: requests of a store, or folders of this machine that were opened.
    pub listing_steps: u64,
    /// Files left unopened because no row of theirs could be wanted.
    pub files_pruned: u64,
    /// Files opened.
    pub files_read: u64,
    /// Of the files opened: those whose text lacks what every wanted row must hold, so that no record was looked at.
    pub files_without_needle: u64,
    /// Files that hold no CloudTrail records: digests, Insights, manifests.
    pub files_of_other_kinds: u64,
    /// Files left unread because a LIMIT was reached.
    pub files_not_needed: u64,
    /// Bytes read, as stored.
    pub bytes_stored: u64,
    /// Bytes read, decompressed.
    pub bytes_text: u64,
    /// Records found.
    pub records: u64,
    /// Records that could not be read.
    pub records_refused: u64,
    /// Records left out because their eventID was seen before; `None` where that was not asked for.
    pub duplicates: Option<u64>,
    /// Each damaged file, and the reason.
    pub damaged: Vec<Damaged>,
    /// First and last eventTime of the records decoded, in milliseconds since 1970, where the query looked at it.
    pub event_times: Option<(i64, i64)>,
    /// First and last delivery time told by the names of the files read, in milliseconds since 1970.
    pub delivered: Option<(i64, i64)>,
    /// How far past a time range's end files were read, where a range ruled files out.
    pub late: Option<Late>,
    /// What else the reader of the answer should know.
    pub notes: Vec<String>,
}

/// A file, or part of one, that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Damaged {
    /// Path or URL.
    pub name: String,
    /// What is wrong, and where.
    pub reason: String,
}

impl Coverage {
    /// Whether some input could not be read.
    pub fn has_gaps(&self) -> bool {
        !self.damaged.is_empty() || self.records_refused > 0
    }
}

/// How much a running statement has read, for those who watch it.
#[derive(Debug, Clone)]
pub struct Reading(pub(crate) Arc<Collector>);

impl Reading {
    /// Bytes read so far, as stored; none once the coverage was asked for.
    pub fn bytes_stored(&self) -> u64 {
        self.0.coverage.lock().expect("no thread panics while it counts").bytes_stored
    }
}

/// Collects the coverage of a running statement from many threads.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    coverage: Mutex<Coverage>,
    /// The files of Hive tables that were read, by their keys.
    opened: Mutex<HashSet<String>>,
    at_work: Mutex<usize>,
    idle: Condvar,
    /// Scans that may not have counted everything yet.
    pending: Mutex<Vec<Weak<dyn Pending>>>,
}

/// What counts something only when all its threads have ended, or when the coverage is asked for.
pub(crate) trait Pending: std::fmt::Debug + Send + Sync {
    /// Counts it, once.
    fn settle(&self, coverage: &mut Coverage);
}

/// A thread that may still count: while it lives, the coverage is not final.
#[derive(Debug)]
pub(crate) struct AtWork(Arc<Collector>);

impl Collector {
    pub(crate) fn add(&self, change: impl FnOnce(&mut Coverage)) {
        change(&mut self.coverage.lock().expect("no thread panics while it counts"));
    }

    /// Counts bytes read of a file of a Hive table, and the file when it is read for the first time.
    pub(crate) fn read(&self, file: &str, bytes: u64) {
        let is_new = self.opened.lock().expect("no thread panics while it counts").insert(file.to_string());
        self.add(|coverage| {
            coverage.files_read += u64::from(is_new);
            coverage.bytes_stored += bytes;
        });
    }

    /// Asks a scan for what it has not counted before the coverage is told.
    pub(crate) fn await_counts(&self, scan: Weak<dyn Pending>) {
        self.pending.lock().expect("no thread panics while it counts").push(scan);
    }

    /// Says that a thread is going to count.
    pub(crate) fn start(self: &Arc<Self>) -> AtWork {
        *self.at_work.lock().expect("no thread panics while it counts") += 1;
        AtWork(Arc::clone(self))
    }

    /// The coverage so far, once every thread that counts has ended; blocks until then.
    pub(crate) fn take(&self) -> Coverage {
        let at_work = self.at_work.lock().expect("no thread panics while it counts");
        drop(self.idle.wait_while(at_work, |at_work| *at_work > 0).expect("no thread panics while it counts"));
        self.opened.lock().expect("no thread panics while it counts").clear();
        // Who was the last to hold a scan may not have let go of it yet. It is kept until the lock is given back, as its
        // end counts too.
        let pending = std::mem::take(&mut *self.pending.lock().expect("no thread panics while it counts"));
        let pending: Vec<_> = pending.iter().filter_map(Weak::upgrade).collect();
        let mut counted = self.coverage.lock().expect("no thread panics while it counts");
        pending.iter().for_each(|scan| scan.settle(&mut counted));
        let mut coverage = std::mem::take(&mut *counted);
        drop(counted);
        coverage.damaged.sort();
        coverage.damaged.dedup();
        coverage
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if let Ok(mut at_work) = self.0.at_work.lock() {
            *at_work -= 1;
            self.0.idle.notify_all();
        }
    }
}

/// The hull of two optional ranges.
pub(crate) fn hull(a: Option<(i64, i64)>, b: Option<(i64, i64)>) -> Option<(i64, i64)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}
