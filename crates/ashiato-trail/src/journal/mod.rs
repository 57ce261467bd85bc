//! The journal: the durable, totally ordered log that the event of every API call is written to before the call is
//! answered. It knows nothing of events: a record is bytes with a number.
//!
//! The first number is 1, or what [`Settings::first`] says; none is left out, and none is given twice. A record is
//! acknowledged when it is on the disk; one sync serves all that wait. What was acknowledged is there after any crash;
//! what was not may be there or not, but never in part and never with a gap before it. Space is reclaimed by whole
//! segments that all consumers have passed. Where too much waits, or the disk is full, appends are refused, and nothing
//! that was acknowledged is lost. Room can be set aside for a record before it is known ([`Journal::reserve`]).

mod error;
mod committer;
mod frame;
mod segment;
mod recover;
mod shared;
mod room;
mod disk;
mod offsets;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::future::Future;
use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use bytes::Bytes;
use tokio::sync::{oneshot, watch};

use committer::{Command, Committer, Lock};
use disk::{Disk, RealDisk};
use frame::HEADER_BYTES;
use shared::Shared;

pub use error::{Error, Kind, Result};
pub use frame::PAYLOAD_BYTES_MAX;
pub use offsets::Offsets;
pub use recover::Recovered;
pub use room::Reserved;

/// How much a journal takes.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// A segment that is at least so long is followed by another.
    pub segment_bytes: u64,
    /// Appends are refused while more than this waits to be written or to be reclaimed.
    pub unread_bytes_max: u64,
    /// Appends are refused while more than this waits, in memory, to be written.
    pub waiting_bytes_max: u64,
    /// The number of the first record of a journal that is made; one that is there goes on with its own.
    pub first: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { segment_bytes: 64 << 20, unread_bytes_max: 4 << 30, waiting_bytes_max: 64 << 20, first: 1 }
    }
}

/// A record: its number and what was appended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Without gaps, from the [`Settings::first`] that the journal was made with.
    pub number: u64,
    /// The bytes as they were given.
    pub payload: Bytes,
}

/// The journal, open. When it is dropped, what waits is written first.
pub struct Journal {
    commands: Option<Sender<Command>>,
    thread: Option<JoinHandle<()>>,
    shared: Arc<Shared>,
    settings: Settings,
}

impl Journal {
    /// Opens the journal in `folder`, which is made if it is not there, and checks every record of it. A tail that
    /// nobody was told is durable may be torn: it is cut off and counted. Damage before it is `Kind::Corrupt`.
    /// Reads files: not for an asynchronous thread.
    pub fn open(folder: &Path, settings: Settings) -> Result<(Self, Recovered)> {
        Self::open_on(RealDisk, folder, settings)
    }

    fn open_on(disk: impl Disk, folder: &Path, settings: Settings) -> Result<(Self, Recovered)> {
        if settings.segment_bytes == 0 || settings.unread_bytes_max / 2 < settings.segment_bytes {
            // Only whole segments are reclaimed: with less room the journal could stay full for ever.
            let message = "unread_bytes_max must be at least twice segment_bytes, which must not be 0";
            return Err(Error::new(Kind::Invalid, message));
        }
        if settings.first == 0 {
            return Err(Error::new(Kind::Invalid, "numbers begin with 1"));
        }
        let failed = |error| Error::disk(format!("open {}", folder.display()), error);
        std::fs::create_dir_all(folder).map_err(failed)?;
        if let Some(parent) = folder.canonicalize().map_err(failed)?.parent() {
            disk::sync_folder(parent).map_err(failed)?;
        }
        let lock = File::create(folder.join("lock")).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                return Err(Error::new(Kind::InUse, format!("{} is open elsewhere", folder.display())));
            }
            Err(std::fs::TryLockError::Error(error)) => return Err(failed(error)),
        }
        let found = recover::recover(folder, settings.first)?;
        let (segment_first, segment_at, next) =
            found.segments.last_key_value().map_or((1, 0, 1), |(first, last)| (*first, last.bytes, last.next));
        let shared = Arc::new(Shared::new(folder.to_owned(), found.segments));
        let recovered = Recovered { first: shared.first(), through: next - 1, cut_bytes: found.cut_bytes };
        let committer = Committer {
            disk,
            folder: folder.to_owned(),
            _lock: Lock(lock),
            file: found.file,
            segment_first,
            segment_at,
            next,
            segment_bytes: settings.segment_bytes,
            shared: Arc::clone(&shared),
        };
        let (commands, waiting): (Sender<Command>, Receiver<Command>) = channel();
        let thread = std::thread::Builder::new()
            .name("journal-commit".to_string())
            .spawn(move || committer.run(&waiting))
            .map_err(failed)?;
        Ok((Self { commands: Some(commands), thread: Some(thread), shared, settings }, recovered))
    }

    /// Appends one record: its place in the order is taken by the call, the future gives its number once it is on the
    /// disk. It is written also where nobody waits any more.
    ///
    /// `Kind::Full` says that nothing was written and that trying later may help. After `Kind::Unusable` the record
    /// may be there or not when the journal is opened anew.
    pub fn append(&self, payload: Bytes) -> impl Future<Output = Result<u64>> + Send + use<> {
        let waiting = self.enqueue(vec![payload]);
        async move { acknowledged(waiting?).await }
    }

    /// Appends records with consecutive numbers by one sync. After a crash before the answer the first few of them may
    /// be there without the rest.
    pub fn append_all(&self, payloads: Vec<Bytes>) -> impl Future<Output = Result<RangeInclusive<u64>>> + Send + use<> {
        let records = payloads.len() as u64;
        let waiting = self.enqueue(payloads);
        async move {
            let first = acknowledged(waiting?).await?;
            Ok(first..=first + records - 1)
        }
    }

    /// Sets room aside for a record of at most so many bytes; `None` where there is none.
    pub fn reserve(&self, payload_bytes: usize) -> Option<Reserved> {
        let bytes = (HEADER_BYTES + payload_bytes) as u64;
        let taken = take(&self.shared.held_bytes, bytes, self.settings.unread_bytes_max, "to be reclaimed");
        taken.ok().map(|()| Reserved::of(&self.shared, bytes))
    }

    /// [`Journal::append`] in room that was set aside: it is never refused for want of room that is counted, but where
    /// the record is longer than was thought. The disk may still be full.
    pub fn append_reserved(
        &self,
        payload: Bytes,
        reserved: Reserved,
    ) -> impl Future<Output = Result<u64>> + Send + use<> {
        let waiting = self.enqueue_reserved(payload, reserved);
        async move { acknowledged(waiting?).await }
    }

    fn enqueue_reserved(&self, payload: Bytes, reserved: Reserved) -> Result<oneshot::Receiver<Result<u64>>> {
        frame::check_length(&payload)?;
        let (reply, answer) = oneshot::channel();
        let command = Command { payloads: vec![payload], reply };
        let bytes = command.bytes();
        let more = bytes.saturating_sub(reserved.bytes());
        take(&self.shared.held_bytes, more, self.settings.unread_bytes_max, "to be reclaimed")?;
        reserved.spend(bytes);
        // What waits in memory is bounded by what may be reserved at once.
        self.shared.waiting_bytes.fetch_add(bytes, Ordering::Relaxed);
        self.sent(command, answer)
    }

    fn enqueue(&self, payloads: Vec<Bytes>) -> Result<oneshot::Receiver<Result<u64>>> {
        if payloads.is_empty() {
            return Err(Error::new(Kind::Invalid, "there is nothing to append"));
        }
        payloads.iter().try_for_each(|payload| frame::check_length(payload))?;
        let (reply, answer) = oneshot::channel();
        let command = Command { payloads, reply };
        let bytes = command.bytes();
        if bytes > self.settings.waiting_bytes_max {
            return Err(Error::new(Kind::Invalid, format!("{bytes} bytes are more than ever wait to be written")));
        }
        take(&self.shared.waiting_bytes, bytes, self.settings.waiting_bytes_max, "to be written")?;
        if let Err(full) = take(&self.shared.held_bytes, bytes, self.settings.unread_bytes_max, "to be reclaimed") {
            self.shared.waiting_bytes.fetch_sub(bytes, Ordering::Relaxed);
            return Err(full);
        }
        self.sent(command, answer)
    }

    fn sent(&self, command: Command, answer: oneshot::Receiver<Result<u64>>) -> Result<oneshot::Receiver<Result<u64>>> {
        let sent = self.commands.as_ref().is_some_and(|commands| commands.send(command).is_ok());
        if sent { Ok(answer) } else { Err(committer::unusable()) }
    }

    /// Whether more than half of what may wait to be reclaimed does: time for the consumers to go on.
    pub fn is_filling(&self) -> bool {
        self.unread_bytes() > self.settings.unread_bytes_max / 2
    }

    /// The records from number `from` on, as many as have `bytes_max` bytes of payload together, and at least one if
    /// there is one. `Kind::Reclaimed` where `from` is not kept any more.
    /// Reads files: not for an asynchronous thread, which has [`Journal::read_async`].
    pub fn read(&self, from: u64, bytes_max: usize) -> Result<Vec<Entry>> {
        self.shared.read(from, bytes_max)
    }

    /// [`Journal::read`] on a thread that may block.
    pub fn read_async(&self, from: u64, bytes_max: usize) -> impl Future<Output = Result<Vec<Entry>>> + Send + use<> {
        let shared = Arc::clone(&self.shared);
        async move {
            let read = tokio::task::spawn_blocking(move || shared.read(from, bytes_max)).await;
            read.unwrap_or_else(|error| Err(Error::disk("read the journal", std::io::Error::other(error))))
        }
    }

    /// The number of the newest record that is on the disk; 0 before the first.
    pub fn committed_through(&self) -> u64 {
        *self.shared.committed.borrow()
    }

    /// Follows [`Journal::committed_through`], for consumers that wait.
    pub fn watch(&self) -> watch::Receiver<u64> {
        self.shared.committed.subscribe()
    }

    /// The number of the oldest record that is kept; the next number where none is.
    pub fn first(&self) -> u64 {
        self.shared.first()
    }

    /// What waits to be written or reclaimed, or has room set aside, in bytes on disk.
    pub fn unread_bytes(&self) -> u64 {
        self.shared.held_bytes.load(Ordering::Relaxed)
    }

    /// Removes the segments all of whose numbers are at most `through`, which every consumer must have passed; says how
    /// many. The newest segment stays. Changes files: not for an asynchronous thread.
    pub fn reclaim(&self, through: u64) -> Result<u64> {
        self.shared.reclaim(through)
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        drop(self.commands.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread has been shown already, and whoever waited for it was told.
            let _ = thread.join();
        }
    }
}

async fn acknowledged(answer: oneshot::Receiver<Result<u64>>) -> Result<u64> {
    answer.await.unwrap_or_else(|_| Err(committer::unusable()))
}

/// Adds `bytes` to the count unless it would then be over the limit.
fn take(count: &AtomicU64, bytes: u64, bytes_max: u64, wait_for: &str) -> Result<()> {
    let add = |held: u64| held.checked_add(bytes).filter(|held| *held <= bytes_max);
    let added = count.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    match added {
        Ok(_) => Ok(()),
        Err(held) => {
            Err(Error::new(Kind::Full, format!("{held} of at most {bytes_max} bytes of the journal wait {wait_for}")))
        }
    }
}
