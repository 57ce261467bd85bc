//! Log files on their way: written here before they are planned, and removed when they are in their bucket. So the
//! journal need not keep what a bucket cannot take, and what is delivered again is the same to the byte.
//!
//! There is no limit: a file that is given up would be records lost. How much lies here is told by `/metrics`, and in
//! the log when it becomes much.
//!
//! Records that can be in no log file lie beside them, each as it was recorded, and stay: the journal lets them go, and
//! whoever finds out what is wrong with them has them.

use ashiato_meta::Tx;
use ashiato_meta::trail_files::{self, Plan, TrailFile};
use ashiato_meta::trails::Trail;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::{Failed, Trails};
use crate::signature::hex_sha256;
use crate::state::State;

/// What the name begins and ends with of a record that is in no log file; its number stands between.
const UNREADABLE: (&str, &str) = ("unreadable-", ".json");
/// What the name ends with of a file that is being written.
const DRAFT: &str = ".new";
/// So many bytes are told as much. A full journal has no more, where nothing else is set, and log files are compressed.
const MUCH_BYTES: u64 = 1 << 30;

/// The folder.
#[derive(Debug)]
pub(super) struct Spool {
    folder: PathBuf,
    /// What lies in it, without what is being written.
    bytes: AtomicU64,
    /// It is told that this is much.
    is_told: AtomicBool,
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

fn is_draft(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.ends_with(DRAFT))
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
    /// Where the spool cannot be used. What is left then goes when the spool is next cleared.
    pub(crate) async fn remove_spooled(&self, Spooled(names): Spooled) -> Result<(), Failed> {
        names.iter().for_each(|name| self.damaged.forget(name));
        let spool = Arc::clone(&self.spool);
        let removed = tokio::task::spawn_blocking(move || names.iter().try_for_each(|name| spool.remove(name))).await;
        let removed = removed.map_err(|why| Failed(why.to_string()))?;
        removed.map_err(|why| Failed(format!("remove log files from the spool: {why}")))
    }

    /// Removes what no plan names: what an earlier run left, and files of trails that were deleted at another server.
    ///
    /// # Errors
    /// Where the state or the spool cannot be read.
    pub(super) async fn clear_spool(&self, state: &State) -> Result<(), Failed> {
        // Who plans writes files that are in no plan yet.
        let _alone = self.planning.lock().await;
        let mut tx = state.kept.meta.read().await?;
        let planned = trail_files::planned(&mut tx, &self.settings.server, u32::MAX).await?;
        drop(tx);
        let names: HashSet<String> = planned.iter().map(name_of).collect();
        let spool = Arc::clone(&self.spool);
        let cleared = tokio::task::spawn_blocking(move || spool.keep_only(&names)).await;
        let cleared = cleared.map_err(|why| Failed(why.to_string()))?;
        let files = cleared.map_err(|why| Failed(format!("clear the spool: {why}")))?;
        if files > 0 {
            tracing::info!(files, "what no plan names is removed from the spool");
        }
        Ok(())
    }

    /// How many bytes lie in the spool.
    pub(crate) fn spooled_bytes(&self) -> u64 {
        self.spool.bytes.load(Ordering::Relaxed)
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
        let spool = Spool { folder: folder.to_owned(), bytes: AtomicU64::default(), is_told: AtomicBool::default() };
        let mut bytes = 0;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if !is_draft(&entry.path()) {
                bytes += entry.metadata()?.len();
            }
        }
        spool.holds(0, bytes);
        Ok(spool)
    }

    /// Writes a file, whole or not at all. It is durable once [`Spool::sync`] has returned.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let (draft, path) = (self.folder.join(format!("{name}{DRAFT}")), self.folder.join(name));
        let mut file = File::create(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        // Where a plan could not be made, its files are there from the time before.
        let before = fs::metadata(&path).map_or(0, |before| before.len());
        fs::rename(&draft, &path)?;
        self.holds(before, bytes.len() as u64);
        Ok(())
    }

    /// Counts so many bytes less and so many more.
    fn holds(&self, less: u64, more: u64) {
        let changed = |bytes: u64| bytes.saturating_sub(less).saturating_add(more);
        let before = self.bytes.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |bytes| Some(changed(bytes)));
        let bytes = changed(before.unwrap_or_else(|bytes| bytes));
        if self.has_become_much(bytes) {
            let folder = self.folder.display();
            tracing::warn!(%folder, bytes, "much waits in the spool: buckets take log files late, or not at all");
        }
    }

    /// Whether it is to be told that so many bytes are much: once, and again only after they were half as many.
    fn has_become_much(&self, bytes: u64) -> bool {
        if bytes < MUCH_BYTES / 2 {
            self.is_told.store(false, Ordering::Relaxed);
        }
        bytes >= MUCH_BYTES && !self.is_told.swap(true, Ordering::Relaxed)
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
        self.remove_at(&self.folder.join(name))
    }

    fn remove_at(&self, path: &Path) -> io::Result<()> {
        match fs::metadata(path).and_then(|gone| fs::remove_file(path).map(|()| gone.len())) {
            Ok(_) if is_draft(path) => {}
            Ok(bytes) => self.holds(bytes, 0),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Whether a file is there.
    pub(super) fn has(&self, name: &str) -> io::Result<bool> {
        self.folder.join(name).try_exists()
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes what no plan names, and tells how many files that were. Records that are in no file stay. Others may
    /// remove files meanwhile, but nobody may write one.
    fn keep_only(&self, names: &HashSet<String>) -> io::Result<u64> {
        let mut removed = 0;
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let is_kept = |name: &str| names.contains(name) || is_of_unreadable(name);
            if !entry.file_name().to_str().is_some_and(is_kept) {
                self.remove_at(&entry.path())?;
                removed += 1;
            }
        }
        Ok(removed)
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

    #[test]
    fn what_lies_in_it_is_counted() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let open = || Spool::open(folder.path()).expect("it opens");
        let held = |spool: &Spool| spool.bytes.load(Ordering::Relaxed);
        let spool = open();
        for (name, bytes, expected) in [("a", "12345", 5), ("b", "123", 8), ("b", "12", 7)] {
            spool.put(name, bytes.as_bytes()).expect("it is written");
            assert_eq!(held(&spool), expected, "{name}");
        }
        fs::write(folder.path().join("c.new"), "what a full disk left").expect("it is written");
        assert_eq!(held(&open()), 7, "what was there before");
        for _ in 0..2 {
            spool.remove("a").expect("it is gone");
            assert_eq!(held(&spool), 2);
        }
        assert_eq!(spool.keep_only(&HashSet::new()).expect("they go"), 2);
        assert_eq!(held(&spool), 0);
    }

    #[test]
    fn much_is_told_once_each_time() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let spool = Spool::open(folder.path()).expect("it opens");
        let half = MUCH_BYTES / 2;
        for (bytes, is_told) in [
            (MUCH_BYTES - 1, false),
            (MUCH_BYTES, true),
            (MUCH_BYTES + 1, false),
            (half, false),
            (MUCH_BYTES, false),
            (half - 1, false),
            (MUCH_BYTES, true),
        ] {
            assert_eq!(spool.has_become_much(bytes), is_told, "{bytes}");
        }
    }
}
