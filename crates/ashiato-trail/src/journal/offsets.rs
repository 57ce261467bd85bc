//! How far each consumer has come, for consumers that have no database of their own: a small file each.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::disk::sync_folder;
use super::error::{Error, Kind, Result};

const NAME_BYTES_MAX: usize = 100;

/// The numbers that consumers have passed.
#[derive(Debug)]
pub struct Offsets {
    folder: PathBuf,
    passed: BTreeMap<String, u64>,
}

impl Offsets {
    /// Reads the folder, which is made if it is not there.
    pub fn open(folder: &Path) -> Result<Self> {
        let failed = |error| Error::disk(format!("open {}", folder.display()), error);
        std::fs::create_dir_all(folder).map_err(failed)?;
        let mut passed = BTreeMap::new();
        for file in std::fs::read_dir(folder).map_err(failed)? {
            let path = file.map_err(failed)?.path();
            let is_offset = path.extension().is_some_and(|extension| extension == "offset");
            let Some(consumer) = path.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_offset) else {
                continue;
            };
            let text = std::fs::read_to_string(&path)
                .map_err(|error| Error::disk(format!("read {}", path.display()), error))?;
            let number =
                parse(&text).ok_or_else(|| Error::new(Kind::Corrupt, format!("{}: not an offset", path.display())))?;
            passed.insert(consumer.to_string(), number);
        }
        Ok(Self { folder: folder.to_owned(), passed })
    }

    /// The number that the consumer has passed; 0 before the first.
    pub fn get(&self, consumer: &str) -> u64 {
        self.passed.get(consumer).copied().unwrap_or(0)
    }

    /// Notes durably that the consumer has passed `number`; a crash leaves the old or the new. Names are letters,
    /// digits, `-` and `_`.
    pub fn set(&mut self, consumer: &str, number: u64) -> Result<()> {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if consumer.is_empty() || consumer.len() > NAME_BYTES_MAX || !consumer.chars().all(is_name) {
            return Err(Error::new(Kind::Invalid, format!("{consumer:?} is not a name of a consumer")));
        }
        let (path, draft) = (self.path(consumer), self.folder.join(format!("{consumer}.draft")));
        let failed = |error| Error::disk(format!("write {}", path.display()), error);
        let mut file = File::create(&draft).map_err(failed)?;
        file.write_all(show(number).as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
        std::fs::rename(&draft, &path).and_then(|()| sync_folder(&self.folder)).map_err(failed)?;
        self.passed.insert(consumer.to_string(), number);
        Ok(())
    }

    /// Forgets a consumer, so that nothing is kept for it any more.
    pub fn remove(&mut self, consumer: &str) -> Result<()> {
        if self.passed.remove(consumer).is_none() {
            return Ok(());
        }
        let path = self.path(consumer);
        let failed = |error| Error::disk(format!("remove {}", path.display()), error);
        std::fs::remove_file(&path).and_then(|()| sync_folder(&self.folder)).map_err(failed)
    }

    /// The number that all consumers have passed: what may be reclaimed. None where there is no consumer.
    pub fn lowest(&self) -> Option<u64> {
        self.passed.values().copied().min()
    }

    fn path(&self, consumer: &str) -> PathBuf {
        self.folder.join(format!("{consumer}.offset"))
    }
}

fn show(number: u64) -> String {
    format!("{number} {:08x}\n", crc32fast::hash(number.to_string().as_bytes()))
}

fn parse(text: &str) -> Option<u64> {
    let number = text.split(' ').next()?.parse().ok()?;
    (show(number) == text).then_some(number)
}
