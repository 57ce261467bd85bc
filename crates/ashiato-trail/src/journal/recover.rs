//! Opening: every record is checked, a torn tail is cut off, and damage before it is an error.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::disk::sync_folder;
use super::error::{Error, Kind, Result};
use super::frame::{HEADER_BYTES, Header, PAYLOAD_BYTES_MAX};
use super::segment::{Next, Records, Segment, list};

/// What was found when a journal was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recovered {
    /// The number of the oldest record that is kept; the next number where none is.
    pub first: u64,
    /// The number of the newest record; one less than `first` where none is kept.
    pub through: u64,
    /// How many bytes of records that nobody was told are durable were cut off the end.
    pub cut_bytes: u64,
}

pub(super) struct Found {
    pub(super) segments: BTreeMap<u64, Segment>,
    /// The last segment, open for writing at its end.
    pub(super) file: File,
    pub(super) cut_bytes: u64,
}

/// Reads the segments of a folder; an empty one gets its first, which begins with the number given.
pub(super) fn recover(folder: &Path, first_of_new: u64) -> Result<Found> {
    let firsts = list(folder)?;
    let last_first = firsts.last().copied().unwrap_or(first_of_new);
    let mut segments: BTreeMap<u64, Segment> = BTreeMap::new();
    for &first in firsts.iter().take(firsts.len().saturating_sub(1)) {
        check_follows(folder, &segments, first)?;
        let scanned = scan(folder, first)?;
        if let Some(damaged) = scanned.damaged {
            return Err(damaged);
        }
        segments.insert(first, scanned.segment);
    }
    check_follows(folder, &segments, last_first)?;
    let path = Segment::path(folder, last_first);
    let failed = |error| Error::disk(format!("open {}", path.display()), error);
    let mut file = File::options().read(true).write(true).create(true).truncate(false).open(&path).map_err(failed)?;
    let scanned = scan(folder, last_first)?;
    if let Some(damaged) = scanned.damaged {
        let is_acknowledged = later_batch(&mut file, &scanned.segment).map_err(failed)?;
        if is_acknowledged {
            return Err(damaged);
        }
    }
    let segment = scanned.segment;
    let cut_bytes = scanned.file_bytes - segment.bytes;
    // After a sync that failed, pages that are not on the disk may look as if they were: the last batch is written
    // once more, so that the sync below is about something.
    file.seek(SeekFrom::Start(scanned.last_batch_at)).map_err(failed)?;
    let mut last_batch = vec![0; usize::try_from(segment.bytes - scanned.last_batch_at).unwrap_or(0)];
    file.read_exact(&mut last_batch).map_err(failed)?;
    file.seek(SeekFrom::Start(scanned.last_batch_at)).map_err(failed)?;
    file.write_all(&last_batch).map_err(failed)?;
    file.set_len(segment.bytes).and_then(|()| file.sync_all()).map_err(failed)?;
    sync_folder(folder).map_err(failed)?;
    segments.insert(last_first, segment);
    Ok(Found { segments, file, cut_bytes })
}

fn check_follows(folder: &Path, segments: &BTreeMap<u64, Segment>, first: u64) -> Result<()> {
    let Some((_, before)) = segments.last_key_value() else { return Ok(()) };
    if before.next == first {
        return Ok(());
    }
    let (path, at) = (Segment::path(folder, before.first), before.bytes);
    let next = before.next;
    let message =
        format!("{}: record {next} is due at byte {at}, but the next file begins with {first}", path.display());
    Err(Error::new(Kind::Corrupt, message))
}

struct Scanned {
    /// The sound records from the beginning.
    segment: Segment,
    last_batch_at: u64,
    file_bytes: u64,
    damaged: Option<Error>,
}

fn scan(folder: &Path, first: u64) -> Result<Scanned> {
    let path = Segment::path(folder, first);
    let mut records =
        Records::all(&path, first).map_err(|error| Error::disk(format!("open {}", path.display()), error))?;
    let mut segment = Segment::empty(first);
    let (mut last_batch, mut last_batch_at) = (0, 0);
    loop {
        let at = records.at();
        match records.read()? {
            Next::Record { batch_first, entry } => {
                if batch_first != last_batch {
                    (last_batch, last_batch_at) = (batch_first, at);
                }
                segment.grow(entry.payload.len());
            }
            Next::End => return Ok(Scanned { segment, last_batch_at, file_bytes: records.end(), damaged: None }),
            Next::Damage => {
                let damaged = Some(records.damaged());
                return Ok(Scanned { segment, last_batch_at, file_bytes: records.end(), damaged });
            }
        }
    }
}

/// Whether a sound record of a later batch stands anywhere behind the damage: then the damaged one was durable once.
fn later_batch(file: &mut File, segment: &Segment) -> std::io::Result<bool> {
    const STEP: usize = 4 << 20;
    const WINDOW: usize = STEP + HEADER_BYTES + PAYLOAD_BYTES_MAX;
    let mut window_at = segment.bytes;
    loop {
        file.seek(SeekFrom::Start(window_at))?;
        let mut window = Vec::new();
        Read::by_ref(file).take(WINDOW as u64).read_to_end(&mut window)?;
        for at in 0..window.len().min(STEP) {
            if is_later_record(&window[at..], segment.next) {
                return Ok(true);
            }
        }
        if window.len() < WINDOW {
            return Ok(false);
        }
        window_at += STEP as u64;
    }
}

fn is_later_record(bytes: &[u8], damaged: u64) -> bool {
    let Some((header, rest)) = bytes.split_first_chunk::<HEADER_BYTES>() else { return false };
    let header = Header::decode(header);
    if !header.is_plausible() || header.batch_first <= damaged {
        return false;
    }
    rest.get(..header.payload_bytes).is_some_and(|payload| header.fits(payload))
}
