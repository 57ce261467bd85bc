//! A disk whose writes, syncs and cuts fail when a test says so.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use crate::journal::disk::{Disk, RealDisk};

/// What fails, until it is set otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    None,
    /// A write ends half-way for want of space.
    Full,
    /// So, and what was written cannot be cut off.
    FullAndStuck,
    Sync,
    Create,
    FolderSync,
}

#[derive(Clone)]
pub(super) struct FailingDisk(Arc<Mutex<Failure>>);

impl FailingDisk {
    pub(super) fn new() -> Self {
        Self(Arc::new(Mutex::new(Failure::None)))
    }

    pub(super) fn set(&self, failure: Failure) {
        *self.0.lock().expect("no test panics while it holds this") = failure;
    }

    fn fails(&self, failures: &[Failure], kind: io::ErrorKind) -> io::Result<()> {
        let failure = *self.0.lock().expect("no test panics while it holds this");
        if failures.contains(&failure) { Err(io::Error::new(kind, "as the test wants it")) } else { Ok(()) }
    }
}

impl Disk for FailingDisk {
    fn create(&self, path: &Path) -> io::Result<File> {
        self.fails(&[Failure::Create], io::ErrorKind::StorageFull)?;
        RealDisk.create(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.fails(&[Failure::FolderSync], io::ErrorKind::Other)?;
        RealDisk.sync_folder(folder)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(full) = self.fails(&[Failure::Full, Failure::FullAndStuck], io::ErrorKind::StorageFull) {
            RealDisk.write(file, &bytes[..bytes.len() / 2])?;
            return Err(full);
        }
        RealDisk.write(file, bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.fails(&[Failure::Sync], io::ErrorKind::Other)?;
        RealDisk.sync(file)
    }

    fn cut(&self, file: &mut File, bytes: u64) -> io::Result<()> {
        self.fails(&[Failure::FullAndStuck], io::ErrorKind::Other)?;
        RealDisk.cut(file, bytes)
    }
}
