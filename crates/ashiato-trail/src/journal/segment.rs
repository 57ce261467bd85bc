//! A segment: one file of records with consecutive numbers, named for the first of them.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use bytes::Bytes;

use super::Entry;
use super::error::{Error, Kind, Result};
use super::frame::{HEADER_BYTES, Header};

/// The version of the format is in the name: a later one is never taken for this one.
const EXTENSION: &str = "journal1";
/// A reader that starts in the middle of a segment passes over at most about this much.
const BYTES_BETWEEN_MARKS: u64 = 64 << 10;

/// What is known of a segment: `bytes` of it are sound and durable.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub(super) first: u64,
    pub(super) next: u64,
    pub(super) bytes: u64,
    /// Numbers and where they begin, ascending.
    marks: Vec<(u64, u64)>,
}

impl Segment {
    pub(super) fn empty(first: u64) -> Self {
        Self { first, next: first, bytes: 0, marks: Vec::new() }
    }

    pub(super) fn path(folder: &Path, first: u64) -> PathBuf {
        folder.join(format!("{first:020}.{EXTENSION}"))
    }

    /// Takes note of the record that follows.
    pub(super) fn grow(&mut self, payload_bytes: usize) {
        let due = self.marks.last().is_none_or(|(_, at)| self.bytes - at >= BYTES_BETWEEN_MARKS);
        if due {
            self.marks.push((self.next, self.bytes));
        }
        self.next += 1;
        self.bytes += (HEADER_BYTES + payload_bytes) as u64;
    }

    /// The last mark at or before `number`.
    fn mark(&self, number: u64) -> (u64, u64) {
        let after = self.marks.partition_point(|(marked, _)| *marked <= number);
        after.checked_sub(1).map_or((self.first, 0), |at| self.marks[at])
    }
}

/// The first numbers of the segments in a folder, ascending.
pub(super) fn list(folder: &Path) -> Result<Vec<u64>> {
    let failed = |error| Error::disk(format!("list {}", folder.display()), error);
    let mut firsts = Vec::new();
    for file in std::fs::read_dir(folder).map_err(failed)? {
        let path = file.map_err(failed)?.path();
        if path.extension().is_none_or(|extension| extension != EXTENSION) {
            continue;
        }
        let number = path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse().ok());
        match number {
            Some(first) if first > 0 && Segment::path(folder, first) == path => firsts.push(first),
            _ => return Err(Error::new(Kind::Corrupt, format!("{}: not a name of a segment", path.display()))),
        }
    }
    firsts.sort_unstable();
    Ok(firsts)
}

/// Reads records in order, and checks each.
pub(super) struct Records<'a> {
    path: &'a Path,
    reader: BufReader<File>,
    next: u64,
    at: u64,
    end: u64,
}

/// What stands at a place of a segment.
pub(super) enum Next {
    Record {
        batch_first: u64,
        entry: Entry,
    },
    End,
    /// No sound record with the number that is due begins here.
    Damage,
}

impl<'a> Records<'a> {
    /// Begins at the last known place before `number`; `next` is the first record that comes.
    pub(super) fn open(path: &'a Path, segment: &Segment, number: u64) -> io::Result<Self> {
        let (next, at) = segment.mark(number);
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(at))?;
        Ok(Self { path, reader: BufReader::with_capacity(256 << 10, file), next, at, end: segment.bytes })
    }

    /// The whole of a file of which nothing is known but its length.
    pub(super) fn all(path: &'a Path, first: u64) -> io::Result<Self> {
        let file = File::open(path)?;
        let end = file.metadata()?.len();
        Ok(Self { path, reader: BufReader::with_capacity(256 << 10, file), next: first, at: 0, end })
    }

    pub(super) fn at(&self) -> u64 {
        self.at
    }

    pub(super) fn end(&self) -> u64 {
        self.end
    }

    pub(super) fn read(&mut self) -> Result<Next> {
        let left = self.end - self.at;
        if left == 0 {
            return Ok(Next::End);
        }
        if left < HEADER_BYTES as u64 {
            return Ok(Next::Damage);
        }
        let mut bytes = [0; HEADER_BYTES];
        if !self.fill(&mut bytes)? {
            return Ok(Next::Damage);
        }
        let header = Header::decode(&bytes);
        let room = left - HEADER_BYTES as u64;
        if !header.is_plausible() || header.number != self.next || header.payload_bytes as u64 > room {
            return Ok(Next::Damage);
        }
        let mut payload = vec![0; header.payload_bytes];
        if !self.fill(&mut payload)? || !header.fits(&payload) {
            return Ok(Next::Damage);
        }
        self.at += (HEADER_BYTES + payload.len()) as u64;
        self.next += 1;
        let entry = Entry { number: header.number, payload: Bytes::from(payload) };
        Ok(Next::Record { batch_first: header.batch_first, entry })
    }

    /// False where the file has become shorter than it was.
    fn fill(&mut self, into: &mut [u8]) -> Result<bool> {
        match self.reader.read_exact(into) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
            Err(error) => Err(Error::disk(format!("read {}", self.path.display()), error)),
        }
    }

    /// The error that names the place of the damage.
    pub(super) fn damaged(&self) -> Error {
        let (path, at, next) = (self.path.display(), self.at, self.next);
        Error::new(Kind::Corrupt, format!("{path}: record {next}, which begins at byte {at}, is damaged"))
    }
}
