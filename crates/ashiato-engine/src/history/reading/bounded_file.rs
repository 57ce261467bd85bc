//! A file that counts the bytes read of it, and that never reads beyond its end, whatever a damaged footer says.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, Length};

/// An open file of known length. Clones share the file and the count.
#[derive(Clone)]
pub(super) struct BoundedFile {
    file: Arc<File>,
    length: u64,
    read: Arc<AtomicU64>,
}

impl BoundedFile {
    pub(super) fn open(path: &Path) -> io::Result<BoundedFile> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Ok(BoundedFile { file: Arc::new(file), length, read: Arc::default() })
    }

    /// Bytes read since the last call.
    pub(super) fn take_read(&self) -> u64 {
        self.read.swap(0, Ordering::Relaxed)
    }
}

impl Length for BoundedFile {
    fn len(&self) -> u64 {
        self.length
    }
}

impl ChunkReader for BoundedFile {
    type T = BufReader<Onwards>;

    fn get_read(&self, start: u64) -> Result<BufReader<Onwards>> {
        Ok(BufReader::new(Onwards { file: self.clone(), at: start }))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        if start.checked_add(length as u64).is_none_or(|end| end > self.length) {
            return Err(ParquetError::EOF(format!("{length} bytes at {start} of a file of {}", self.length)));
        }
        let mut bytes = vec![0; length];
        self.file.read_exact_at(&mut bytes, start)?;
        self.read.fetch_add(length as u64, Ordering::Relaxed);
        Ok(bytes.into())
    }
}

/// The file from a byte on.
pub(super) struct Onwards {
    file: BoundedFile,
    at: u64,
}

impl Read for Onwards {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.file.file.read_at(into, self.at)?;
        self.at += length as u64;
        self.file.read.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}
