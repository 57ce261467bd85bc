//! Pages of events, in the order of time, in memory that the page's own size bounds.

use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use super::frame::decode;
use super::segment::path;
use super::{Event, Group, Position, error};
use crate::error::Error;

/// Which way a page goes on from where it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From a position on, itself included.
    Forward,
    /// From before a position back.
    Backward,
}

/// What is asked for.
pub struct Query<'q> {
    /// Of which streams.
    pub is_asked: &'q dyn Fn(u32) -> bool,
    /// Which texts.
    pub is_wanted: &'q dyn Fn(&str) -> bool,
    /// The earliest time, included.
    pub from: i64,
    /// The latest time, not included.
    pub until: i64,
    /// How many.
    pub events_max: usize,
    /// How many bytes of text; one event at least.
    pub bytes_max: usize,
    /// After so many bytes of the disk a page ends as soon as it can, however few events of it are wanted.
    pub read_bytes_max: u64,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// From early to late, whichever the direction.
    pub events: Vec<Event>,
    /// Where the next page in this direction begins. At the end it is where later events will be.
    pub next: Position,
    /// Nothing more is there now.
    pub is_end: bool,
}

/// A block that can hold some of the page.
struct Candidate {
    path: PathBuf,
    offset: u64,
    bytes: u64,
    min: i64,
    max: i64,
}

impl Group {
    /// A page that begins at `start`.
    ///
    /// # Errors
    /// Where a file cannot be read or is damaged.
    pub fn page(&self, query: &Query<'_>, start: Position, direction: Direction) -> Result<Page, Error> {
        let mut found = Found { query, start, direction, events: BTreeMap::new(), bytes: 0, beyond: None };
        let mut open = None;
        let mut read = 0;
        for block in self.candidates(query, start, direction) {
            if found.is_settled_before(&block) {
                break;
            }
            // Of what lies before this block in the direction all is known.
            let known = match direction {
                Direction::Forward => Position::at(block.min),
                Direction::Backward => Position::at(block.max.saturating_add(1)),
            };
            if read >= query.read_bytes_max && found.is_before(start, known) {
                return Ok(found.cut_at(known));
            }
            if let Some(bytes) = read_block(&block, &mut open)? {
                found.add(&bytes, &block)?;
            }
            read += block.bytes;
        }
        Ok(found.page())
    }

    /// The blocks that can hold some of it, in the order of what they can hold first.
    fn candidates(&self, query: &Query<'_>, start: Position, direction: Direction) -> Vec<Candidate> {
        let (from, until) = match direction {
            Direction::Forward => (query.from.max(start.timestamp), query.until),
            Direction::Backward => (query.from, query.until.min(start.timestamp.saturating_add(1))),
        };
        let mut found = Vec::new();
        let state = self.state();
        for (sequence, index) in &state.segments {
            let blocks = index.blocks.iter().filter(|block| block.max >= from && block.min < until);
            found.extend(blocks.filter(|block| block.may_hold(query.is_asked)).map(|block| Candidate {
                path: path(self.folder(), *sequence),
                offset: block.offset,
                bytes: block.bytes,
                min: block.min,
                max: block.max,
            }));
        }
        drop(state);
        match direction {
            Direction::Forward => found.sort_by_key(|block| block.min),
            Direction::Backward => found.sort_by_key(|block| std::cmp::Reverse(block.max)),
        }
        found
    }
}

/// The bytes of a block; `None` where its segment was removed meanwhile. A file that was opened for the block before is
/// used again.
fn read_block(block: &Candidate, open: &mut Option<(PathBuf, File)>) -> Result<Option<Vec<u8>>, Error> {
    if open.as_ref().is_none_or(|(path, _)| *path != block.path) {
        match File::open(&block.path) {
            Ok(file) => *open = Some((block.path.clone(), file)),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(why) => return Err(error::of("open", &block.path)(why)),
        }
    }
    let Some((_, file)) = open else { return Ok(None) };
    let mut bytes = vec![0; block.bytes as usize];
    file.read_exact_at(&mut bytes, block.offset).map_err(error::of("read", &block.path))?;
    Ok(Some(bytes))
}

/// What was found so far: never more than a page.
struct Found<'q> {
    query: &'q Query<'q>,
    start: Position,
    direction: Direction,
    events: BTreeMap<Position, Event>,
    bytes: usize,
    /// The nearest event that had no more room: neither it nor what is farther is in the page.
    beyond: Option<Position>,
}

impl Found<'_> {
    /// Whether one position comes before another in the direction.
    fn is_before(&self, one: Position, other: Position) -> bool {
        match self.direction {
            Direction::Forward => one < other,
            Direction::Backward => one > other,
        }
    }

    /// Whether all of a block, and of those after it, is beyond what had room.
    fn is_settled_before(&self, block: &Candidate) -> bool {
        self.beyond.is_some_and(|beyond| match self.direction {
            Direction::Forward => block.min > beyond.timestamp,
            Direction::Backward => block.max < beyond.timestamp,
        })
    }

    fn add(&mut self, bytes: &[u8], block: &Candidate) -> Result<(), Error> {
        let mut at = 0;
        while at < bytes.len() {
            let offset = block.offset + at as u64;
            let damaged = || damaged(&block.path, offset);
            let frame = decode(&bytes[at..], offset).ok_or_else(damaged)?;
            at += frame.bytes;
            if !(self.query.is_asked)(frame.stream) {
                continue;
            }
            for event in frame.events() {
                let (timestamp, sequence, text) = event.ok_or_else(damaged)?;
                let position = Position { timestamp, sequence };
                if self.has_room_for(position) && (self.query.is_wanted)(text) {
                    self.bytes += text.len();
                    self.events.insert(position, frame.event(timestamp, sequence, text));
                    self.shrink();
                }
            }
        }
        Ok(())
    }

    fn has_room_for(&self, position: Position) -> bool {
        let is_in_time = (self.query.from..self.query.until).contains(&position.timestamp);
        let is_after_start = match self.direction {
            Direction::Forward => position >= self.start,
            Direction::Backward => position < self.start,
        };
        is_in_time && is_after_start && self.beyond.is_none_or(|beyond| self.is_before(position, beyond))
    }

    fn shrink(&mut self) {
        while self.events.len() > self.query.events_max || (self.bytes > self.query.bytes_max && self.events.len() > 1)
        {
            let farthest = match self.direction {
                Direction::Forward => self.events.pop_last(),
                Direction::Backward => self.events.pop_first(),
            };
            let Some((position, event)) = farthest else { return };
            self.bytes -= event.message.len();
            self.beyond = Some(position);
        }
    }

    /// The page, where all that can be in it was looked at.
    fn page(self) -> Page {
        let next = match self.direction {
            Direction::Forward => self.events.last_key_value().map(|(position, _)| position.next()),
            Direction::Backward => self.events.first_key_value().map(|(position, _)| *position),
        };
        Page {
            next: next.unwrap_or(self.start),
            is_end: self.beyond.is_none(),
            events: self.events.into_values().collect(),
        }
    }

    /// The page, where only what comes before `known` is known.
    fn cut_at(self, known: Position) -> Page {
        let direction = self.direction;
        let is_known = |position: &Position| match direction {
            Direction::Forward => *position < known,
            Direction::Backward => *position >= known,
        };
        let events = self.events.into_iter().filter(|(position, _)| is_known(position));
        Page { events: events.map(|(_, event)| event).collect(), next: known, is_end: false }
    }
}

fn damaged(path: &Path, offset: u64) -> Error {
    error::corrupt(path, offset)
}
