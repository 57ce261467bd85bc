//! Listing a local folder.

use super::{Listed, LogFile, Origin};
use crate::coverage::Damaged;
use crate::error::{Error, ErrorKind};
use crate::scan::folders::{FolderFilter, Standing};
use ashiato_event::key;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

/// Every file below `root`, or `root` itself when it is a file, in the order of their paths, but for those in folders
/// that the filter prunes. `root` itself is not judged: it was asked for.
///
/// Links to files are followed. Folders that cannot be read, links to folders elsewhere and links that lead nowhere are
/// told in the listing.
///
/// # Errors
/// `NotFound` where `root` is not there; `Unavailable` where it cannot be read.
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
        let entries = match entries(&folder) {
            Ok(entries) => entries,
            // The place that was asked for must be there; of what lies in it, the rest is answered from.
            Err(error) if folder == root => return Err(unreadable(root, error)),
            Err(error) => {
                found.unread.push(gap(&folder, error.to_string()));
                continue;
            }
        };
        let mut folders = Vec::new();
        for entry in entries {
            let path = entry.path();
            if !prefix.is_empty() && !path.to_string_lossy().starts_with(prefix) {
                continue;
            }
            let file_type = match entry.file_type() {
                Ok(file_type) => file_type,
                Err(error) => {
                    found.unread.push(gap(&path, error.to_string()));
                    continue;
                }
            };
            let is_pruned = |path: &Path| matches!(filter.standing(&path.to_string_lossy()), Standing::Pruned);
            if file_type.is_dir() {
                match is_pruned(&path) {
                    true => found.folders_pruned += 1,
                    false => folders.push(path),
                }
                continue;
            }
            // What is no link is looked at from its folder, which spares the walk down its whole path.
            let metadata = if file_type.is_symlink() { std::fs::metadata(&path) } else { entry.metadata() };
            match metadata {
                Ok(metadata) if metadata.is_file() => found.files.push(log_file(path, &metadata)),
                Ok(metadata) if metadata.is_dir() && is_pruned(&path) => found.folders_pruned += 1,
                Ok(metadata) if metadata.is_dir() => match leads_out(root, &path) {
                    Ok(Some(target)) => {
                        let reason = format!("a link to {}, which --logs does not name", target.display());
                        found.unread.push(gap(&path, reason));
                    }
                    Ok(None) => {}
                    Err(error) => found.unread.push(gap(&path, error.to_string())),
                },
                Ok(_) => {}
                Err(error) if file_type.is_symlink() => {
                    found.unread.push(gap(&path, format!("a link that leads to nothing: {error}")));
                }
                Err(error) => found.unread.push(gap(&path, error.to_string())),
            }
        }
        pending.extend(folders.into_iter().rev());
    }
    Ok(found)
}

/// What a folder holds, in the order of names.
fn entries(folder: &Path) -> std::io::Result<Vec<std::fs::DirEntry>> {
    let mut entries = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort_by_cached_key(std::fs::DirEntry::file_name);
    Ok(entries)
}

/// Where a link to a folder leads, if out of the folder that is walked: nobody asked for what lies there, and whoever
/// made the logs may have laid the link. What lies within is walked anyway.
fn leads_out(root: &Path, link: &Path) -> std::io::Result<Option<PathBuf>> {
    let target = std::fs::canonicalize(link)?;
    Ok((!target.starts_with(std::fs::canonicalize(root)?)).then_some(target))
}

fn gap(path: &Path, reason: String) -> Damaged {
    Damaged { name: path.display().to_string(), reason }
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

#[cfg(all(test, unix))]
mod tests {
    use super::list;
    use crate::scan::folders::FolderFilter;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_that_lead_elsewhere_or_nowhere_are_told() {
        let outside = tempfile::tempdir().expect("a temporary folder");
        fs::write(outside.path().join("far.json"), "{}").expect("a writable folder");
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::write(root.path().join("near.json"), "{}").expect("a writable folder");
        fs::create_dir(root.path().join("sub")).expect("a writable folder");
        let link = |target: &std::path::Path, name: &str| symlink(target, root.path().join(name)).expect("a link");
        link(outside.path(), "a-folder");
        link(&outside.path().join("far.json"), "b.json");
        link(root.path().parent().expect("it lies somewhere"), "sub/around");
        link(root.path(), "sub/loop");
        link(&root.path().join("sub"), "within");
        link(&root.path().join("missing.json"), "dangling.json");
        let listed = list(root.path(), &FolderFilter::none()).expect("it can be listed");
        let names: Vec<_> = listed.files.iter().map(|file| file.name()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        assert!(names[0].ends_with("b.json") && names[1].ends_with("near.json"), "{names:?}");
        let unread: Vec<_> = listed.unread.iter().map(|unread| unread.name.rsplit('/').next()).collect();
        assert_eq!(unread, [Some("a-folder"), Some("dangling.json"), Some("around")]);
    }
}
