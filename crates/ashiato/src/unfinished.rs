//! Files and folders in the making, for a process that must end without unwinding: what is left of them must go.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Remembers a file that is being written, or a folder with such files.
pub(crate) fn begin(path: &Path) {
    change(|paths| paths.insert(path.to_owned()));
}

/// Forgets it: it is whole, or gone.
pub(crate) fn end(path: &Path) {
    change(|paths| paths.remove(path));
}

/// Removes all that were begun and not ended.
pub(crate) fn remove_all() {
    change(|paths| {
        // The process ends here; nobody could be told of one that cannot be removed.
        std::mem::take(paths).iter().for_each(|path| drop(fs::remove_file(path).or_else(|_| fs::remove_dir_all(path))));
        true
    });
}

fn change(change: impl FnOnce(&mut BTreeSet<PathBuf>) -> bool) {
    change(&mut UNFINISHED.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
}
