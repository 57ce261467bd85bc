//! A folder with a copy of a bucket, or of a part of one, as a tree to validate.

use crate::exit::Failure;
use ashiato_trail::error::{Error, ErrorKind};
use ashiato_trail::validate::{Object, Tree};
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

const READ_BYTES: usize = 64 * 1024;

pub(super) struct FolderTree {
    root: PathBuf,
    /// What stands before a path from the root down to make it a key: where the root lies within `AWSLogs`, the part
    /// of its own path from there on.
    above: String,
}

impl FolderTree {
    pub(super) fn open(folder: &Path) -> Result<FolderTree, Failure> {
        let wrong = |error: io::Error| Failure::Usage(format!("{}: {error}", folder.display()));
        let root = fs::canonicalize(folder).map_err(wrong)?;
        if !root.is_dir() {
            return Err(Failure::Usage(format!("{}: not a folder", folder.display())));
        }
        // The path as it was named, since a link may have another name than what it leads to.
        let named = std::path::absolute(folder).map_err(wrong)?;
        let parts: Vec<_> = named.iter().map(|part| part.to_string_lossy()).collect();
        let above = match parts.iter().rposition(|part| part == "AWSLogs") {
            Some(at) => format!("{}/", parts[at..].join("/")),
            None => String::new(),
        };
        Ok(FolderTree { root, above })
    }

    fn walk(&self) -> Result<Vec<String>, Error> {
        let mut keys = Vec::new();
        let mut pending = vec![(self.root.clone(), self.above.clone())];
        while let Some((folder, above)) = pending.pop() {
            let failed = |error: io::Error| {
                let message = format!("list {}: {error}", folder.display());
                Error::new(ErrorKind::Unavailable, message).because(error)
            };
            for entry in fs::read_dir(&folder).map_err(failed)? {
                let entry = entry.map_err(failed)?;
                let key = format!("{above}{}", entry.file_name().to_string_lossy());
                // Links to folders are not followed: whoever made the copy may have laid them.
                if entry.file_type().map_err(failed)?.is_dir() {
                    pending.push((entry.path(), key + "/"));
                } else {
                    keys.push(key);
                }
            }
        }
        Ok(keys)
    }
}

impl Tree for FolderTree {
    async fn list(&self) -> Result<Vec<String>, Error> {
        self.walk()
    }

    async fn open(&self, key: &str) -> Result<Option<Object>, Error> {
        let below = key.strip_prefix(&self.above).unwrap_or(key);
        // A digest names keys, and may have been made by anyone: none leads out of the folder.
        let leads_out = below.split('/').any(|part| matches!(part, ".." | "." | ""));
        if leads_out {
            return Ok(None);
        }
        match File::open(self.root.join(below)) {
            Ok(file) => {
                let content = Box::new(BufReader::with_capacity(READ_BYTES, file));
                Ok(Some(Object { content, metadata: None }))
            }
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(Error::new(ErrorKind::Unavailable, error.to_string()).because(error)),
        }
    }
}
