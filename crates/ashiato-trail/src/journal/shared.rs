//! What the writing thread and the readers both know.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard};

use tokio::sync::watch;

use super::Entry;
use super::disk::sync_folder;
use super::error::{Error, Kind, Result};
use super::segment::{Next, Records, Segment};

pub(super) struct Shared {
    pub(super) folder: PathBuf,
    /// By first number. The last is the one that is written; it is never removed, so that numbers go on from it.
    segments: Mutex<BTreeMap<u64, Segment>>,
    pub(super) committed: watch::Sender<u64>,
    /// Bytes that wait to be written.
    pub(super) waiting_bytes: AtomicU64,
    /// Bytes that wait to be written or to be reclaimed.
    pub(super) held_bytes: AtomicU64,
    pub(super) unusable: AtomicBool,
}

impl Shared {
    pub(super) fn new(folder: PathBuf, segments: BTreeMap<u64, Segment>) -> Self {
        let held_bytes = segments.values().map(|segment| segment.bytes).sum();
        let through = segments.last_key_value().map_or(0, |(_, last)| last.next - 1);
        Self {
            folder,
            segments: Mutex::new(segments),
            committed: watch::Sender::new(through),
            waiting_bytes: AtomicU64::new(0),
            held_bytes: AtomicU64::new(held_bytes),
            unusable: AtomicBool::new(false),
        }
    }

    /// Records of these lengths are durable at the end of the segment that begins with `first`.
    pub(super) fn committed(&self, first: u64, lengths: impl Iterator<Item = usize>) {
        let mut segments = self.lock();
        let segment = segments.entry(first).or_insert_with(|| Segment::empty(first));
        lengths.for_each(|length| segment.grow(length));
        let through = segment.next - 1;
        drop(segments);
        self.committed.send_replace(through);
    }

    /// The number of the oldest record that is kept.
    pub(super) fn first(&self) -> u64 {
        self.lock().first_key_value().map_or(1, |(first, _)| *first)
    }

    pub(super) fn read(&self, from: u64, bytes_max: usize) -> Result<Vec<Entry>> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut left = bytes_max;
        let mut number = from.max(1);
        while let Some(segment) = self.segment_with(number)? {
            let full = self.read_segment(&segment, number, &mut left, &mut entries)?;
            if full {
                break;
            }
            number = segment.next;
        }
        Ok(entries)
    }

    /// The segment that holds the record; none where it is not written yet.
    fn segment_with(&self, number: u64) -> Result<Option<Segment>> {
        let segments = self.lock();
        let Some((_, segment)) = segments.range(..=number).next_back() else {
            let first = segments.first_key_value().map_or(1, |(first, _)| *first);
            let message = format!("record {number} was reclaimed: the oldest that is kept is {first}");
            return Err(Error::new(Kind::Reclaimed, message));
        };
        Ok((number < segment.next).then(|| segment.clone()))
    }

    /// Says whether no more is wanted. At least one record is given, however long it is.
    fn read_segment(&self, segment: &Segment, from: u64, left: &mut usize, entries: &mut Vec<Entry>) -> Result<bool> {
        let path = Segment::path(&self.folder, segment.first);
        let mut records = match Records::open(&path, segment, from) {
            Ok(records) => records,
            // It may have been reclaimed since; if not, then it was taken away.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                self.segment_with(from)?;
                return Err(Error::new(Kind::Corrupt, format!("{}: the file is missing", path.display())));
            }
            Err(error) => return Err(Error::disk(format!("open {}", path.display()), error)),
        };
        loop {
            match records.read()? {
                Next::Record { entry, .. } if entry.number < from => {}
                Next::Record { entry, .. } => {
                    if entry.payload.len() > *left && !entries.is_empty() {
                        return Ok(true);
                    }
                    *left = left.saturating_sub(entry.payload.len());
                    entries.push(entry);
                }
                Next::End => return Ok(false),
                Next::Damage => return Err(records.damaged()),
            }
        }
    }

    pub(super) fn reclaim(&self, through: u64) -> Result<u64> {
        let mut removed = 0;
        while let Some(segment) = self.take_reclaimable(through) {
            let path = Segment::path(&self.folder, segment.first);
            if let Err(error) = std::fs::remove_file(&path)
                && error.kind() != std::io::ErrorKind::NotFound
            {
                self.lock().insert(segment.first, segment);
                return Err(Error::disk(format!("remove {}", path.display()), error));
            }
            self.held_bytes.fetch_sub(segment.bytes, Ordering::Relaxed);
            // One after the other: a crash must not leave a gap in the order.
            let failed = |error| Error::disk(format!("sync {}", self.folder.display()), error);
            sync_folder(&self.folder).map_err(failed)?;
            removed += 1;
        }
        Ok(removed)
    }

    /// The oldest segment, if all of it has been passed and it is not the one that is written.
    fn take_reclaimable(&self, through: u64) -> Option<Segment> {
        let mut segments = self.lock();
        let (_, oldest) = segments.first_key_value()?;
        let is_passed = segments.len() > 1 && oldest.next - 1 <= through;
        if is_passed { segments.pop_first().map(|(_, segment)| segment) } else { None }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, Segment>> {
        self.segments.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
