//! The few things that the journal asks of a file system when it writes, so that tests can make each of them fail.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

/// Where segments are written.
pub(super) trait Disk: Send + 'static {
    /// Makes an empty file. One that an earlier failure left is taken over.
    fn create(&self, path: &Path) -> io::Result<File>;
    /// Makes names in the folder durable.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Cuts the file back to `bytes`, durably, and leaves the file's cursor there.
    fn cut(&self, file: &mut File, bytes: u64) -> io::Result<()>;
}

/// The machine's file system.
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn create(&self, path: &Path) -> io::Result<File> {
        File::options().read(true).write(true).create(true).truncate(true).open(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync_folder(folder)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_data()
    }

    fn cut(&self, file: &mut File, bytes: u64) -> io::Result<()> {
        file.set_len(bytes)?;
        file.seek(SeekFrom::Start(bytes))?;
        file.sync_all()
    }
}

/// Makes names in the folder durable.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}
