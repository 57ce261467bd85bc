//! The folder that a command's queries spill to.

use crate::unfinished;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How often it is tried to remove the folder: a thread that was not waited for may just make a file in it.
const TRIES: usize = 10;

/// A folder among the system's temporary ones that is gone when the command ends, also by a signal that can be heard.
pub(crate) struct SpillFolder(TempDir);

impl SpillFolder {
    /// Makes it. Nothing where it cannot be made: that is told to whoever needs to spill.
    pub(crate) fn make() -> Option<SpillFolder> {
        let folder = tempfile::Builder::new().prefix("ashiato-").tempdir().ok()?;
        unfinished::begin(folder.path());
        Some(SpillFolder(folder))
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }
}

impl Drop for SpillFolder {
    fn drop(&mut self) {
        let is_gone = |path: &Path| std::fs::remove_dir_all(path).is_ok() || !path.exists();
        let _ = (0..TRIES).any(|_| is_gone(self.0.path()));
        unfinished::end(self.0.path());
    }
}
