//! A segment: a file of frames, and what is known of it. Of a full one that is kept beside it, so that it is not read
//! when the group is opened.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::frame::Frame;
use super::{Mark, error};
use crate::error::Error;

/// A block ends with the frame that makes it as large as this.
const BLOCK_BYTES: u64 = 128 * 1024;
/// A block names so many streams; one of more counts as of all.
const NAMED_MAX: usize = 16;

/// What is known of a segment.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Index {
    /// All of its frames.
    pub(super) bytes: u64,
    /// The sequence of the next event.
    pub(super) next_sequence: u64,
    pub(super) blocks: Vec<Block>,
    pub(super) streams: BTreeMap<u32, StreamStats>,
    /// The last of each stream and origin; there are few. Of segments of earlier versions there are none.
    #[serde(default)]
    marks: Vec<Marked>,
}

/// Up to where a stream has the events of an origin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Marked {
    stream: u32,
    origin: u64,
    number: u64,
}

/// Frames that stand together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Block {
    pub(super) offset: u64,
    pub(super) bytes: u64,
    /// When its earliest event happened.
    pub(super) min: i64,
    /// When its latest event happened.
    pub(super) max: i64,
    /// Whose events; empty: anyone's.
    streams: Vec<u32>,
    has_many: bool,
}

/// What is known of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamStats {
    /// When its earliest event happened, in milliseconds since 1970.
    pub first: i64,
    /// When its latest event happened.
    pub last: i64,
    /// When its last event came.
    pub ingested: i64,
    /// How many events.
    pub events: u64,
    /// The bytes of their texts.
    pub bytes: u64,
}

impl StreamStats {
    /// Both together.
    pub fn and(self, other: StreamStats) -> StreamStats {
        StreamStats {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
            ingested: self.ingested.max(other.ingested),
            events: self.events + other.events,
            bytes: self.bytes + other.bytes,
        }
    }
}

impl Block {
    /// Whether it can hold an event of a stream that is asked for.
    pub(super) fn may_hold(&self, is_asked: &dyn Fn(u32) -> bool) -> bool {
        self.has_many || self.streams.iter().any(|stream| is_asked(*stream))
    }
}

impl Index {
    pub(super) fn starting(sequence: u64) -> Index {
        Index { next_sequence: sequence, ..Index::default() }
    }

    /// Counts a frame in that stands at the end. Of one whose events cannot be read nothing is counted: `false`.
    pub(super) fn add(&mut self, frame: &Frame<'_>) -> bool {
        let mut told: Option<StreamStats> = None;
        for event in frame.events() {
            let Some((timestamp, _, text)) = event else { return false };
            let one = StreamStats {
                first: timestamp,
                last: timestamp,
                ingested: frame.ingested,
                events: 1,
                bytes: text.len() as u64,
            };
            told = Some(told.map_or(one, |sum| sum.and(one)));
        }
        let Some(told) = told else { return false };
        let bytes = frame.bytes as u64;
        self.add_to_block(frame.stream, bytes, told);
        self.streams.entry(frame.stream).and_modify(|sum| *sum = sum.and(told)).or_insert(told);
        if let Some(mark) = frame.mark {
            self.mark(frame.stream, mark);
        }
        self.bytes += bytes;
        self.next_sequence = frame.sequence + u64::from(frame.count);
        true
    }

    fn mark(&mut self, stream: u32, Mark { origin, number }: Mark) {
        let known = self.marks.iter_mut().find(|known| (known.stream, known.origin) == (stream, origin));
        match known {
            Some(known) => known.number = known.number.max(number),
            None => self.marks.push(Marked { stream, origin, number }),
        }
    }

    /// Up to where a stream has the events of an origin, as far as this segment tells.
    pub(super) fn marked(&self, stream: u32, origin: u64) -> Option<u64> {
        let known = self.marks.iter().find(|known| (known.stream, known.origin) == (stream, origin));
        known.map(|known| known.number)
    }

    fn add_to_block(&mut self, stream: u32, bytes: u64, told: StreamStats) {
        match self.blocks.last_mut().filter(|block| block.bytes < BLOCK_BYTES) {
            Some(block) => {
                block.bytes += bytes;
                block.min = block.min.min(told.first);
                block.max = block.max.max(told.last);
                if !block.streams.contains(&stream) {
                    block.streams.push(stream);
                    block.has_many |= block.streams.len() > NAMED_MAX;
                }
                if block.has_many {
                    block.streams.clear();
                }
            }
            None => self.blocks.push(Block {
                offset: self.bytes,
                bytes,
                min: told.first,
                max: told.last,
                streams: vec![stream],
                has_many: false,
            }),
        }
    }

    /// When its latest event happened; `None` where it has none.
    pub(super) fn last(&self) -> Option<i64> {
        self.blocks.iter().map(|block| block.max).max()
    }
}

/// A segment's file, named for its first sequence.
pub(super) fn path(folder: &Path, sequence: u64) -> PathBuf {
    folder.join(format!("{sequence:020}.events"))
}

/// Where a full segment's index is kept.
fn index_path(events: &Path) -> PathBuf {
    events.with_extension("index")
}

/// Keeps the index of a full segment. Without it, or with one that is not whole, the segment is read instead.
pub(super) fn keep_index(events: &Path, index: &Index) -> Result<(), Error> {
    let path = index_path(events);
    let failed = error::of("write", &path);
    let text = serde_json::to_vec(index).map_err(std::io::Error::other);
    text.and_then(|text| std::fs::write(&path, text)).map_err(failed)
}

/// The index of a full segment whose file has so many bytes, where it was kept.
pub(super) fn kept_index(events: &Path, bytes: u64) -> Option<Index> {
    let text = std::fs::read(index_path(events)).ok()?;
    serde_json::from_slice(&text).ok().filter(|index: &Index| index.bytes == bytes)
}

/// Removes a segment.
pub(super) fn remove(events: &Path) -> Result<(), Error> {
    match std::fs::remove_file(index_path(events)) {
        Err(why) if why.kind() != std::io::ErrorKind::NotFound => return Err(error::of("remove", events)(why)),
        _ => {}
    }
    std::fs::remove_file(events).map_err(error::of("remove", events))
}
