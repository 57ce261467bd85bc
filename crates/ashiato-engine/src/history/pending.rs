//! Files that are written and not yet committed: vacuum leaves them alone, and they are deleted when their writer fails.
//! A process that is killed leaves them as orphans, which vacuum takes when they are old.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The paths of all files that are being written.
#[derive(Clone, Default)]
pub(super) struct Pending(Arc<Mutex<HashSet<String>>>);

impl Pending {
    /// Begins a set of files of the table in `folder`.
    pub(super) fn guard(&self, folder: &Path) -> Guard {
        Guard { pending: self.clone(), folder: folder.to_owned(), paths: Vec::new(), fate: Fate::Refused }
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }
}

/// The files of one change.
pub(super) struct Guard {
    pending: Pending,
    folder: PathBuf,
    paths: Vec<String>,
    fate: Fate,
}

/// What is known of a change's commit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It was not made: the files are nobody's.
    Refused,
    /// It may be made, even after the future that waits for it is dropped.
    Unknown,
    /// It was made.
    Committed,
}

impl Guard {
    /// Takes a path before the file is made.
    pub(super) fn add(&mut self, path: &str) {
        self.paths.push(path.to_owned());
        self.pending.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// The commit begins: from here on the files may be the table's.
    pub(super) fn committing(&mut self) {
        self.fate = Fate::Unknown;
    }

    /// They are the table's now.
    pub(super) fn committed(mut self) {
        self.fate = Fate::Committed;
    }

    /// The commit was not made, and will not be: the files go.
    pub(super) fn refused(mut self) {
        self.fate = Fate::Refused;
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if self.fate == Fate::Unknown {
            // They stay, and this process will not take them for orphans.
            return;
        }
        if self.fate == Fate::Refused {
            for path in &self.paths {
                // If it cannot be deleted it is an orphan like those of a killed process.
                let _ = std::fs::remove_file(self.folder.join(path));
            }
        }
        let mut pending = self.pending.0.lock().unwrap_or_else(PoisonError::into_inner);
        for path in &self.paths {
            pending.remove(path);
        }
    }
}
