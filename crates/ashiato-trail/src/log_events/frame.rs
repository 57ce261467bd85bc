//! A batch of events as bytes. Little-endian:
//!
//! ```text
//! u32 bytes of the payload | u32 CRC-32 over the frame's offset and the payload | payload:
//!   u64 durable | u64 first sequence | u32 stream | i64 ingested | u32 events | [u64 origin | u64 number]
//!   | (i64 timestamp | u32 bytes | text)*
//! ```
//!
//! The highest bit of the number of events says whether the batch has a mark: an origin and a number ([`Mark`]).
//!
//! `durable` is the end of what was known to be on the disk when the frame was written: whatever lies before it was
//! acknowledged, so that a reader that finds it damaged knows that it is no torn tail.

use super::{Event, Mark};

/// Length and checksum.
pub(super) const HEADER: usize = 8;
const FIXED: usize = 8 + 8 + 4 + 8 + 4;
/// Beyond the largest batch of CloudWatch Logs, 1 MiB of text with at most 10,000 events.
const PAYLOAD_MAX: usize = 4 << 20;
const HAS_MARK: u32 = 1 << 31;
const MARK: usize = 8 + 8;

/// A batch to be written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Batch<'b> {
    pub(super) durable: u64,
    pub(super) sequence: u64,
    pub(super) stream: u32,
    pub(super) ingested: i64,
    pub(super) mark: Option<Mark>,
    pub(super) events: &'b [(i64, &'b str)],
}

/// A batch that was read.
#[derive(Debug)]
pub(super) struct Frame<'f> {
    pub(super) durable: u64,
    pub(super) sequence: u64,
    pub(super) stream: u32,
    pub(super) ingested: i64,
    pub(super) count: u32,
    pub(super) mark: Option<Mark>,
    /// All of its bytes, the header too.
    pub(super) bytes: usize,
    rest: &'f [u8],
}

/// The bytes of a batch that stands at `offset` of its file; `None` where it is too large.
pub(super) fn encode(batch: &Batch<'_>, offset: u64) -> Option<Vec<u8>> {
    let text: usize = batch.events.iter().map(|(_, message)| 12 + message.len()).sum();
    let payload = FIXED + batch.mark.map_or(0, |_| MARK) + text;
    let count = u32::try_from(batch.events.len()).ok().filter(|count| *count < HAS_MARK)?;
    if payload > PAYLOAD_MAX {
        return None;
    }
    let mut bytes = Vec::with_capacity(HEADER + payload);
    bytes.extend_from_slice(&u32::try_from(payload).ok()?.to_le_bytes());
    bytes.extend_from_slice(&[0; 4]);
    bytes.extend_from_slice(&batch.durable.to_le_bytes());
    bytes.extend_from_slice(&batch.sequence.to_le_bytes());
    bytes.extend_from_slice(&batch.stream.to_le_bytes());
    bytes.extend_from_slice(&batch.ingested.to_le_bytes());
    bytes.extend_from_slice(&(count | batch.mark.map_or(0, |_| HAS_MARK)).to_le_bytes());
    if let Some(mark) = batch.mark {
        bytes.extend_from_slice(&mark.origin.to_le_bytes());
        bytes.extend_from_slice(&mark.number.to_le_bytes());
    }
    for (timestamp, message) in batch.events {
        bytes.extend_from_slice(&timestamp.to_le_bytes());
        bytes.extend_from_slice(&u32::try_from(message.len()).ok()?.to_le_bytes());
        bytes.extend_from_slice(message.as_bytes());
    }
    let sum = checksum(offset, &bytes[HEADER..]);
    bytes[4..HEADER].copy_from_slice(&sum.to_le_bytes());
    Some(bytes)
}

/// The frame at the beginning of `bytes`, which stand at `offset` of the file; `None` where there is no whole one.
pub(super) fn decode(bytes: &[u8], offset: u64) -> Option<Frame<'_>> {
    let (mut header, mut reader) = (Reader(bytes.get(..HEADER)?), Reader(&[]));
    let length = header.u32()? as usize;
    if !(FIXED..=PAYLOAD_MAX).contains(&length) {
        return None;
    }
    reader.0 = bytes.get(HEADER..HEADER + length)?;
    if header.u32()? != checksum(offset, reader.0) {
        return None;
    }
    let (durable, sequence, stream) = (reader.u64()?, reader.u64()?, reader.u32()?);
    let (ingested, count) = (reader.u64()?.cast_signed(), reader.u32()?);
    let mark = match count & HAS_MARK {
        0 => None,
        _ => Some(Mark { origin: reader.u64()?, number: reader.u64()? }),
    };
    let (count, bytes) = (count & !HAS_MARK, HEADER + length);
    Some(Frame { durable, sequence, stream, ingested, count, mark, bytes, rest: reader.0 })
}

impl<'f> Frame<'f> {
    /// Its events' times and texts; `None` in place of what is not as it was written.
    pub(super) fn events(&self) -> impl Iterator<Item = Option<(i64, u64, &'f str)>> {
        let mut reader = Reader(self.rest);
        (0..u64::from(self.count)).map(move |index| {
            let timestamp = reader.u64()?.cast_signed();
            let length = reader.u32()? as usize;
            let text = std::str::from_utf8(reader.take(length)?).ok()?;
            Some((timestamp, self.sequence + index, text))
        })
    }

    /// One of them, whole.
    pub(super) fn event(&self, timestamp: i64, sequence: u64, message: &str) -> Event {
        let (stream, ingested) = (self.stream, self.ingested);
        Event { stream, timestamp, ingested, sequence, message: message.to_string() }
    }
}

fn checksum(offset: u64, payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&offset.to_le_bytes());
    hasher.update(payload);
    hasher.finalize()
}

struct Reader<'r>(&'r [u8]);

impl<'r> Reader<'r> {
    fn take(&mut self, count: usize) -> Option<&'r [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn u64(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }
}
