//! Log files on their way: written here before they are planned, and removed when they are in their bucket. So the
//! journal need not keep what a bucket cannot take, and what is delivered again is the same to the byte.
//!
//! Records that can be in no log file lie beside them, each as it was recorded, and stay: the journal lets them go, and
//! whoever finds out what is wrong with them has them.

use ashiato_meta::Tx;
use ashiato_meta::trail_files::{self, Plan, TrailFile};
use ashiato_meta::trails::Trail;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Failed, Trails};
use crate::signature::hex_sha256;

/// What the name begins and ends with of a record that is in no log file; its number stands between.
const UNREADABLE: (&str, &str) = ("unreadable-", ".json");

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

/// What names a record that is in no log file.
pub(super) fn name_of_unreadable(number: u64) -> String {
    let (start, end) = UNREADABLE;
    format!("{start}{number}{end}")
}

fn is_of_unreadable(name: &str) -> bool {
    let number = name.strip_prefix(UNREADABLE.0).and_then(|rest| rest.strip_suffix(UNREADABLE.1));
    number.is_some_and(|number| number.parse::<u64>().is_ok())
}

/// What lies in the spool of one trail.
pub(crate) struct Spooled(Vec<String>);

impl Trails {
    /// What lies in this server's spool of a trail, in the transaction that deletes it and holds it already
    /// ([`ashiato_meta::trails::hold`]): to be removed once that is committed.
    pub(crate) async fn spooled(&self, tx: &mut Tx, trail: &Trail) -> ashiato_meta::Result<Spooled> {
        let planned = trail_files::planned_of(tx, &self.settings.server, &trail.arn).await?;
        Ok(Spooled(planned.iter().map(name_of).collect()))
    }

    /// Removes it.
    ///
    /// # Errors
    /// Where the spool cannot be used. What is left then goes at the next start.
    pub(crate) async fn remove_spooled(&self, Spooled(names): Spooled) -> Result<(), Failed> {
        let spool = Arc::clone(&self.spool);
        let removed = tokio::task::spawn_blocking(move || names.iter().try_for_each(|name| spool.remove(name))).await;
        let removed = removed.map_err(|why| Failed(why.to_string()))?;
        removed.map_err(|why| Failed(format!("remove log files from the spool: {why}")))
    }
}

impl Spooled {
    /// The files of plans that were not made.
    pub(super) fn of<'a>(plans: impl IntoIterator<Item = &'a Plan>) -> Spooled {
        Spooled(plans.into_iter().map(name_of_plan).collect())
    }
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

    /// Removes what no plan names: files of plans that a crash kept from being made. Records that are in no file stay.
    pub(super) fn keep_only(&self, names: &HashSet<String>) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let is_kept = |name: &str| names.contains(name) || is_of_unreadable(name);
            if !entry.file_name().to_str().is_some_and(is_kept) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planned_files_and_records_that_are_in_none_are_kept() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let spool = Spool::open(folder.path()).expect("it opens");
        let unreadable = name_of_unreadable(7);
        for name in ["planned", "not planned", &unreadable, "unreadable-7.json.new", "unreadable-x.json"] {
            spool.put(name, b"bytes").expect("it is written");
        }
        spool.keep_only(&["planned".to_string(), "gone".to_string()].into()).expect("the others go");
        let names = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("a file").file_name());
        let mut names: Vec<String> = names.map(|name| name.to_str().expect("UTF-8").to_string()).collect();
        names.sort();
        assert_eq!(names, ["planned", unreadable.as_str()]);
    }
}
