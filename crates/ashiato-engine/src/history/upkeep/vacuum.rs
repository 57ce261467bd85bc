//! Vacuum: files that are not of the table any more, and those that a killed process left, are deleted once nobody can
//! read them.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};

use super::super::columns::DAY;
use super::super::{History, blocking};
use crate::error::{Error, ErrorKind};

/// What a vacuum deleted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Vacuumed {
    /// Files.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// A file below the table's folder.
struct OnDisk {
    path: String,
    modified: i64,
}

impl History {
    /// Deletes data files that left the table, or that never came into it, at least `older_than` before `now`. The time
    /// is for readers in other processes; what this process reads or writes is safe without it.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] where the disk fails; what was deleted by then stays so.
    pub async fn vacuum(&self, older_than: TimeDelta, now: DateTime<Utc>) -> Result<Vacuumed, Error> {
        // In this order: a file that is on the disk and not being written is of the table by now, or it never will be.
        let folder = self.log.folder.clone();
        let mut on_disk = blocking(move || list(&folder)).await??;
        on_disk.retain(|file| !self.pending.contains(&file.path));
        self.log.refresh().await?;
        let removed = self.log.removed().await?;
        let held = self.log.held_paths();
        let before = now.timestamp_millis().saturating_sub(older_than.num_milliseconds());
        let unused = unused(on_disk, &removed, &held, before);
        let folder = self.log.folder.clone();
        blocking(move || delete(&folder, &unused)).await?
    }

    /// Writes a checkpoint, so that whoever opens the table reads little of its log. Commits do so now and then.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] where the disk fails.
    pub async fn checkpoint(&self) -> Result<(), Error> {
        self.log.checkpoint().await
    }
}

fn unused(on_disk: Vec<OnDisk>, removed: &HashMap<String, i64>, held: &HashSet<String>, before: i64) -> Vec<String> {
    let is_unused = |file: &OnDisk| {
        let since = removed.get(&file.path).copied().unwrap_or(file.modified);
        !held.contains(&file.path) && since <= before
    };
    on_disk.into_iter().filter(is_unused).map(|file| file.path).collect()
}

/// The data files below the folder.
fn list(folder: &Path) -> Result<Vec<OnDisk>, Error> {
    let failed = |error: std::io::Error| {
        Error::new(ErrorKind::Unavailable, format!("list '{}'", folder.display())).because(error)
    };
    let mut found = Vec::new();
    for day in std::fs::read_dir(folder).map_err(failed)? {
        let day = day.map_err(failed)?;
        let Some(name) = day.file_name().to_str().map(str::to_owned) else { continue };
        if !name.starts_with(&format!("{DAY}=")) {
            continue;
        }
        for file in std::fs::read_dir(day.path()).map_err(failed)? {
            let file = file.map_err(failed)?;
            let Some(file_name) = file.file_name().to_str().map(str::to_owned) else { continue };
            // One that is deleted meanwhile is not ours to delete.
            let Ok(metadata) = file.metadata() else { continue };
            let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            if file_name.ends_with(".parquet") {
                let modified = DateTime::<Utc>::from(modified).timestamp_millis();
                found.push(OnDisk { path: format!("{name}/{file_name}"), modified });
            }
        }
    }
    Ok(found)
}

fn delete(folder: &Path, paths: &[String]) -> Result<Vacuumed, Error> {
    let mut vacuumed = Vacuumed::default();
    for path in paths {
        let whole = folder.join(path);
        let bytes = std::fs::metadata(&whole).map_or(0, |metadata| metadata.len());
        match std::fs::remove_file(&whole) {
            Ok(()) => {
                vacuumed.files += 1;
                vacuumed.bytes += bytes;
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                let message = format!("delete '{}'", whole.display());
                return Err(Error::new(ErrorKind::Unavailable, message).because(error));
            }
        }
    }
    Ok(vacuumed)
}
