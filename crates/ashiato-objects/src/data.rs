//! The data files: immutable, named by number, 4,096 in a folder, deleted when nothing uses them any more.

use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::object::Segment;

const FILES_IN_FOLDER: u64 = 4096;

/// The folder of data files, and how many objects, parts and readers use each.
pub(crate) struct DataFolder {
    folder: PathBuf,
    next_id: AtomicU64,
    uses: Mutex<HashMap<u64, u64>>,
}

impl DataFolder {
    /// Opens the folder, deletes the files that none of `segments` is in, and says how many those were.
    pub(crate) fn open(folder: PathBuf, segments: impl Iterator<Item = Segment>) -> io::Result<(Self, u64)> {
        std::fs::create_dir_all(&folder)?;
        let mut uses = HashMap::new();
        for segment in segments {
            *uses.entry(segment.data_id).or_insert(0) += 1;
        }
        let next_id = uses.keys().max().map_or(0, |id| id + 1);
        let mut orphans = 0;
        for entry in std::fs::read_dir(&folder)? {
            for file in std::fs::read_dir(entry?.path())? {
                let file = file?;
                let id = file.file_name().to_str().and_then(|name| u64::from_str_radix(name, 16).ok());
                if !id.is_some_and(|id| uses.contains_key(&id)) {
                    std::fs::remove_file(file.path())?;
                    orphans += 1;
                }
            }
        }
        Ok((Self { folder, next_id: AtomicU64::new(next_id), uses: Mutex::new(uses) }, orphans))
    }

    /// A new file for writing. It is an orphan until a change that names it is committed.
    pub(crate) fn create(&self) -> io::Result<(u64, File)> {
        let id = self.next_number();
        let path = self.path(id);
        let parent = path.parent().unwrap_or(&self.folder);
        if id.is_multiple_of(FILES_IN_FOLDER) || !parent.exists() {
            std::fs::create_dir_all(parent)?;
            File::open(&self.folder)?.sync_all()?;
        }
        let file = File::options().write(true).create_new(true).open(path)?;
        Ok((id, file))
    }

    /// A number that no file has.
    pub(crate) fn next_number(&self) -> u64 {
        self.next_id.fetch_add(1, Ordering::Relaxed)
    }

    pub(crate) fn path(&self, id: u64) -> PathBuf {
        self.folder.join(format!("{:012x}", id / FILES_IN_FOLDER)).join(format!("{id:016x}"))
    }

    /// Makes the names of these files durable.
    pub(crate) fn sync_names<'a>(&self, segments: impl Iterator<Item = &'a Segment>) -> io::Result<()> {
        let folders: BTreeSet<PathBuf> =
            segments.filter_map(|segment| self.path(segment.data_id).parent().map(Path::to_owned)).collect();
        for folder in folders {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }

    pub(crate) fn gain<'a>(&self, segments: impl Iterator<Item = &'a Segment>) {
        let mut uses = self.uses.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        for segment in segments {
            *uses.entry(segment.data_id).or_insert(0) += 1;
        }
    }

    /// Ends one use of each segment. A file that cannot be deleted is left for the next start.
    pub(crate) fn lose<'a>(&self, segments: impl Iterator<Item = &'a Segment>) {
        let mut unused = Vec::new();
        {
            let mut uses = self.uses.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            for segment in segments {
                let Some(count) = uses.get_mut(&segment.data_id) else { continue };
                *count -= 1;
                if *count == 0 {
                    uses.remove(&segment.data_id);
                    unused.push(segment.data_id);
                }
            }
        }
        for id in unused {
            let _ = std::fs::remove_file(self.path(id));
        }
    }
}
