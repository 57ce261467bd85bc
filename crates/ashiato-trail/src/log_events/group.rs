//! The events of one group: appended durably, forgotten by segments.

use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::frame::{Batch, decode, encode};
use super::segment::{Index, StreamStats, keep_index, kept_index, path, remove};
use super::{Mark, error, recovery};
use crate::error::Error;

/// A segment is full when it is as large as this.
const SEGMENT_BYTES: u64 = 32 << 20;

/// A group that is open.
#[derive(Debug)]
pub struct Group {
    folder: PathBuf,
    segment_bytes: u64,
    state: Mutex<State>,
    /// Up to where it is on the disk: the segment's first sequence, and the bytes. Held while it is being synced, so
    /// that whoever waits meanwhile finds its own batch synced by the next one.
    synced: Mutex<(u64, u64)>,
}

#[derive(Debug)]
pub(super) struct State {
    /// By first sequence; the last one is written to.
    pub(super) segments: BTreeMap<u64, Index>,
    last: u64,
    file: Arc<File>,
    /// The bytes of the last segment that are on the disk.
    durable: u64,
    /// A write went wrong in a way that leaves unknown what the file holds: it must be opened anew.
    has_failed: bool,
}

impl Group {
    /// Opens a group, making its folder where it is not there. A torn tail is cut.
    ///
    /// # Errors
    /// Where a file cannot be read or is damaged.
    pub fn open(folder: &Path) -> Result<Group, Error> {
        Group::open_with(folder, SEGMENT_BYTES)
    }

    /// The same, with smaller segments.
    ///
    /// # Errors
    /// The same.
    pub fn open_with(folder: &Path, segment_bytes: u64) -> Result<Group, Error> {
        std::fs::create_dir_all(folder).map_err(error::of("make", folder))?;
        folder.parent().map_or(Ok(()), sync_folder)?;
        let mut names = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(error::of("list", folder))? {
            let name = entry.map_err(error::of("list", folder))?.file_name();
            let name = name.to_str().and_then(|name| name.strip_suffix(".events"));
            names.extend(name.and_then(|name| name.parse::<u64>().ok()));
        }
        names.sort_unstable();
        let last = names.last().copied().unwrap_or(0);
        let mut segments = BTreeMap::new();
        for sequence in names {
            let path = path(folder, sequence);
            let bytes = path.metadata().map_err(error::of("read", &path))?.len();
            let index = match kept_index(&path, bytes) {
                Some(index) if sequence != last => index,
                _ if sequence != last => recovery::read_full(&path, sequence)?,
                _ => recovery::read_last(&path, sequence)?,
            };
            segments.insert(sequence, index);
        }
        let path = path(folder, last);
        let file = match segments.get(&last) {
            Some(_) => File::options().read(true).write(true).open(&path).map_err(error::of("open", &path))?,
            None => {
                segments.insert(last, Index::starting(last));
                begin(&path)?
            }
        };
        // What a killed writer left may be in the system's cache alone.
        file.sync_all().map_err(error::of("sync", &path))?;
        let durable = segments[&last].bytes;
        let state = State { segments, last, file: Arc::new(file), durable, has_failed: false };
        let synced = Mutex::new((last, durable));
        Ok(Group { folder: folder.to_path_buf(), segment_bytes, state: Mutex::new(state), synced })
    }

    /// Appends a batch of a stream: times and texts. When this returns they are on the disk.
    ///
    /// # Errors
    /// `Invalid` where there is none or they are too many; `Unavailable` where the disk does not take them: then none of
    /// them is kept, or after a failed sync nobody knows, and [`Group::has_failed`] says so.
    pub fn append(&self, stream: u32, ingested: i64, events: &[(i64, &str)]) -> Result<(), Error> {
        self.sync(self.write((stream, None), ingested, events)?)
    }

    /// The same, with a mark that is there if and only if the events are.
    ///
    /// # Errors
    /// The same.
    pub fn append_marked(
        &self,
        (stream, mark): (u32, Mark),
        ingested: i64,
        events: &[(i64, &str)],
    ) -> Result<(), Error> {
        self.sync(self.write((stream, Some(mark)), ingested, events)?)
    }

    /// The number of the last mark that a stream has of an origin; `None` where it has none.
    pub fn marked(&self, stream: u32, origin: u64) -> Option<u64> {
        self.state().segments.values().filter_map(|index| index.marked(stream, origin)).max()
    }

    fn write(
        &self,
        (stream, mark): (u32, Option<Mark>),
        ingested: i64,
        events: &[(i64, &str)],
    ) -> Result<(u64, u64), Error> {
        if events.is_empty() {
            return Err(error::invalid("append no events"));
        }
        let mut state = self.state();
        state.expect_sound(&self.folder)?;
        if state.active().bytes >= self.segment_bytes {
            self.begin_next(&mut state)?;
        }
        let last = state.last;
        let offset = state.active().bytes;
        let sequence = state.active().next_sequence;
        let batch = Batch { durable: state.durable, sequence, stream, ingested, mark, events };
        let too_large = || error::invalid("append a batch of more than 4 MiB");
        let bytes = encode(&batch, offset).ok_or_else(too_large)?;
        if let Err(why) = state.file.write_all_at(&bytes, offset) {
            // The next batch stands where this one would.
            state.has_failed = state.file.set_len(offset).is_err();
            return Err(error::of("write", &path(&self.folder, last))(why));
        }
        let frame = decode(&bytes, offset).expect("it was encoded just now");
        let index = state.segments.get_mut(&last).expect("the last segment is there");
        if !index.add(&frame) {
            // It cannot be: its events were encoded just now.
            return Err(error::corrupt(&path(&self.folder, last), offset));
        }
        Ok((last, index.bytes))
    }

    /// Waits until the disk has everything up to `end`, by one sync for all that wait.
    fn sync(&self, end: (u64, u64)) -> Result<(), Error> {
        let mut synced = self.synced.lock().unwrap_or_else(PoisonError::into_inner);
        if *synced >= end {
            return Ok(());
        }
        let (file, written) = {
            let state = self.state();
            state.expect_sound(&self.folder)?;
            (Arc::clone(&state.file), (state.last, state.active().bytes))
        };
        if let Err(why) = file.sync_data() {
            self.state().has_failed = true;
            return Err(error::of("sync", &path(&self.folder, written.0))(why));
        }
        *synced = written;
        let mut state = self.state();
        if state.last == written.0 {
            state.durable = written.1;
        }
        Ok(())
    }

    /// Ends the last segment, all of it on the disk, and begins one after it.
    fn begin_next(&self, state: &mut State) -> Result<(), Error> {
        let full = path(&self.folder, state.last);
        if let Err(why) = state.file.sync_data() {
            state.has_failed = true;
            return Err(error::of("sync", &full)(why));
        }
        keep_index(&full, state.active())?;
        let sequence = state.active().next_sequence;
        let next = path(&self.folder, sequence);
        state.file = Arc::new(begin(&next)?);
        state.segments.insert(sequence, Index::starting(sequence));
        (state.last, state.durable) = (sequence, 0);
        Ok(())
    }

    /// Removes the segments of which all events happened before `before`, or belong to streams that are gone. Tells how
    /// many bytes that were.
    ///
    /// # Errors
    /// Where a file cannot be removed.
    pub fn expire(&self, before: i64, is_live: &dyn Fn(u32) -> bool) -> Result<u64, Error> {
        let mut state = self.state();
        state.expect_sound(&self.folder)?;
        let is_over = |index: &Index| {
            index.last().is_some_and(|last| last < before) || !index.streams.keys().any(|stream| is_live(*stream))
        };
        if state.active().bytes > 0 && is_over(state.active()) {
            self.begin_next(&mut state)?;
        }
        let last = state.last;
        let over = state.segments.iter().filter(|(sequence, index)| **sequence != last && is_over(index));
        let over: Vec<(u64, u64)> = over.map(|(sequence, index)| (*sequence, index.bytes)).collect();
        let mut removed = 0;
        for (sequence, bytes) in over {
            remove(&path(&self.folder, sequence))?;
            state.segments.remove(&sequence);
            removed += bytes;
        }
        Ok(removed)
    }

    /// What is known of each stream.
    pub fn streams(&self) -> BTreeMap<u32, StreamStats> {
        let mut streams: BTreeMap<u32, StreamStats> = BTreeMap::new();
        for (stream, told) in self.state().segments.values().flat_map(|index| &index.streams) {
            streams.entry(*stream).and_modify(|sum| *sum = sum.and(*told)).or_insert(*told);
        }
        streams
    }

    /// What is known of one stream; `None` where it has no events.
    pub fn stream(&self, stream: u32) -> Option<StreamStats> {
        let state = self.state();
        let told = state.segments.values().filter_map(|index| index.streams.get(&stream).copied());
        told.reduce(StreamStats::and)
    }

    /// The bytes that it takes on the disk.
    pub fn bytes(&self) -> u64 {
        self.state().segments.values().map(|index| index.bytes).sum()
    }

    /// Whether it must be opened anew.
    pub fn has_failed(&self) -> bool {
        self.state().has_failed
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }
}

impl State {
    fn active(&self) -> &Index {
        &self.segments[&self.last]
    }

    fn expect_sound(&self, folder: &Path) -> Result<(), Error> {
        match self.has_failed {
            false => Ok(()),
            true => Err(error::of("write in", folder)(std::io::Error::other("an earlier write failed"))),
        }
    }
}

/// Makes an empty segment that survives the machine.
fn begin(path: &Path) -> Result<File, Error> {
    let made = File::options().read(true).write(true).create(true).truncate(true).open(path);
    let file = made.map_err(error::of("make", path))?;
    path.parent().map_or(Ok(()), sync_folder)?;
    Ok(file)
}

fn sync_folder(folder: &Path) -> Result<(), Error> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(error::of("sync", folder))
}
