//! Log files on their way: written here before they are planned, and removed when they are in their bucket. So the
//! journal need not keep what a bucket cannot take, and what is delivered again is the same to the byte.

use ashiato_meta::trail_files::{Plan, TrailFile};
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::signature::hex_sha256;

/// The folder.
#[derive(Debug)]
pub(super) struct Spool {
    folder: PathBuf,
}

/// What names a file's bytes: the trail and the place of its first record.
pub(super) fn name_of_plan(plan: &Plan) -> String {
    name(&plan.trail, &plan.region, plan.account.as_str(), plan.first_number)
}

/// The same, of a file that is kept.
pub(super) fn name_of(file: &TrailFile) -> String {
    name(&file.trail, &file.region, file.account.as_str(), file.first_number)
}

fn name(trail: &str, region: &str, account: &str, first_number: i64) -> String {
    hex_sha256(format!("{trail}\n{region}\n{account}\n{first_number}").as_bytes())
}

impl Spool {
    /// Makes the folder, or opens it.
    pub(super) fn open(folder: &Path) -> io::Result<Spool> {
        fs::create_dir_all(folder)?;
        Ok(Spool { folder: folder.to_owned() })
    }

    /// Writes a file, whole or not at all. It is durable once [`Spool::sync`] has returned.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let draft = self.folder.join(format!("{name}.new"));
        let mut file = File::create(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&draft, self.folder.join(name))
    }

    /// Makes the names of the files durable.
    pub(super) fn sync(&self) -> io::Result<()> {
        File::open(&self.folder)?.sync_all()
    }

    /// The bytes of a file.
    pub(super) fn get(&self, name: &str) -> io::Result<Vec<u8>> {
        fs::read(self.folder.join(name))
    }

    /// Removes a file; one that is gone already is gone.
    pub(super) fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Whether a file is there.
    pub(super) fn has(&self, name: &str) -> io::Result<bool> {
        self.folder.join(name).try_exists()
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes what no plan names: files of plans that a crash kept from being made.
    pub(super) fn keep_only(&self, names: &HashSet<String>) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if !entry.file_name().to_str().is_some_and(|name| names.contains(name)) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}
