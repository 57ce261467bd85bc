//! Listing a local folder.

use super::{Listed, LogFile, Origin};
use crate::error::{Error, ErrorKind};
use crate::scan::folders::{FolderFilter, Standing};
use ashiato_event::key;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

/// Every file below `root`, or `root` itself when it is a file, in the order of their paths, but for those in folders
/// that the filter prunes. `root` itself is not judged: it was asked for.
///
/// Links to files are followed; links to folders are not, so that a walk always ends.
///
/// # Errors
/// `NotFound` where `root` is not there; `Unavailable` where a folder cannot be read.
pub(crate) fn list(root: &Path, filter: &FolderFilter) -> Result<Listed, Error> {
    let root = std::path::absolute(root).map_err(|error| unreadable(root, error))?;
    let metadata = std::fs::metadata(&root).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Error::new(ErrorKind::NotFound, format!("{}: no such file or folder", root.display()))
        }
        _ => unreadable(&root, error),
    })?;
    if metadata.is_file() {
        return Ok(Listed { files: vec![log_file(root, &metadata)], ..Listed::default() });
    }
    walk(&root, "", filter)
}

/// Every file below `folder` whose path begins with `prefix`, as keys of a bucket do.
pub(crate) fn list_beginning(folder: &Path, prefix: &str, filter: &FolderFilter) -> Result<Listed, Error> {
    let folder = std::path::absolute(folder).map_err(|error| unreadable(folder, error))?;
    walk(&folder, prefix, filter)
}

/// The place of a key in a folder that stands for a bucket; `None` where the key leads out of it. Slashes before the
/// key are dropped, as Athena drops empty folders of a location.
pub(crate) fn below(folder: &Path, key: &str) -> Option<PathBuf> {
    let leads_out = key.split('/').any(|part| part == "..");
    (!leads_out).then(|| folder.join(key.trim_start_matches('/')))
}

fn walk(root: &Path, prefix: &str, filter: &FolderFilter) -> Result<Listed, Error> {
    let mut found = Listed::default();
    let mut pending = vec![root.to_path_buf()];
    while let Some(folder) = pending.pop() {
        found.steps += 1;
        let mut entries = Vec::new();
        for entry in std::fs::read_dir(&folder).map_err(|error| unreadable(&folder, error))? {
            entries.push(entry.map_err(|error| unreadable(&folder, error))?);
        }
        entries.sort_by_cached_key(std::fs::DirEntry::file_name);
        let mut folders = Vec::new();
        for entry in entries {
            let path = entry.path();
            if !prefix.is_empty() && !path.to_string_lossy().starts_with(prefix) {
                continue;
            }
            let file_type = entry.file_type().map_err(|error| unreadable(&path, error))?;
            if file_type.is_dir() {
                match filter.standing(&path.to_string_lossy()) {
                    Standing::Pruned => found.folders_pruned += 1,
                    Standing::Open | Standing::Whole => folders.push(path),
                }
                continue;
            }
            // A dangling link is no file; anything else that cannot be looked at is an error. What is no link is looked
            // at from its folder, which spares the walk down its whole path.
            let metadata = if file_type.is_symlink() { std::fs::metadata(&path) } else { entry.metadata() };
            let metadata = match metadata {
                Ok(metadata) => metadata,
                Err(_) if file_type.is_symlink() => continue,
                Err(error) => return Err(unreadable(&path, error)),
            };
            if metadata.is_file() {
                found.files.push(log_file(path, &metadata));
            }
        }
        pending.extend(folders.into_iter().rev());
    }
    Ok(found)
}

fn log_file(path: PathBuf, metadata: &std::fs::Metadata) -> LogFile {
    let key = key::parse(&path.to_string_lossy());
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    LogFile {
        size: metadata.len(),
        modified: modified.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)),
        delivered: key.delivered,
        key: Arc::new(key),
        partition: Arc::from([]),
        origin: Origin::Local(path),
    }
}

fn unreadable(path: &Path, error: std::io::Error) -> Error {
    Error::new(ErrorKind::Unavailable, format!("{}: {error}", path.display())).because(error)
}
