//! What a segment holds, read from its file; and where its tail is torn.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use super::error;
use super::frame::{HEADER, decode};
use super::segment::Index;
use crate::error::Error;

/// Reads a full segment: every byte of it was acknowledged.
pub(super) fn read_full(path: &Path, sequence: u64) -> Result<Index, Error> {
    let (index, rest) = read(path, sequence)?;
    if rest.is_empty() { Ok(index) } else { Err(error::corrupt(path, index.bytes)) }
}

/// Reads the segment that was being written. What follows its last whole frame was never acknowledged, and is cut off;
/// but where a later frame proves that it was, it is damage, and nothing is cut.
pub(super) fn read_last(path: &Path, sequence: u64) -> Result<Index, Error> {
    let (index, rest) = read(path, sequence)?;
    if rest.is_empty() {
        return Ok(index);
    }
    for at in 1..rest.len() {
        let later = decode(&rest[at..], index.bytes + at as u64);
        if later.is_some_and(|frame| frame.durable > index.bytes) {
            return Err(error::corrupt(path, index.bytes));
        }
    }
    let file = File::options().write(true).open(path).map_err(error::of("open", path))?;
    file.set_len(index.bytes).map_err(error::of("cut the tail of", path))?;
    file.sync_all().map_err(error::of("sync", path))?;
    Ok(index)
}

/// All whole frames from the beginning on, and the bytes after them.
fn read(path: &Path, sequence: u64) -> Result<(Index, Vec<u8>), Error> {
    let failed = || error::of("read", path);
    let file = File::open(path).map_err(failed())?;
    let mut reader = BufReader::with_capacity(1 << 20, file);
    let mut index = Index::starting(sequence);
    let mut frame_bytes = Vec::new();
    loop {
        frame_bytes.clear();
        reader.by_ref().take(HEADER as u64).read_to_end(&mut frame_bytes).map_err(failed())?;
        let length = frame_bytes.first_chunk::<4>().map_or(0, |bytes| u32::from_le_bytes(*bytes));
        // A length that is not one is found out by `decode`; as much as a frame can have is read at most.
        reader.by_ref().take(u64::from(length).min(8 << 20)).read_to_end(&mut frame_bytes).map_err(failed())?;
        let is_whole = decode(&frame_bytes, index.bytes)
            .is_some_and(|frame| frame.sequence == index.next_sequence && index.add(&frame));
        if !is_whole {
            reader.read_to_end(&mut frame_bytes).map_err(failed())?;
            return Ok((index, frame_bytes));
        }
    }
}
