//! The one thread that writes: what waits becomes a batch, a batch one write and one sync.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;

use bytes::Bytes;
use tokio::sync::oneshot;

use super::disk::Disk;
use super::error::{Error, Kind, Result};
use super::frame::{HEADER_BYTES, encode};
use super::segment::Segment;
use super::shared::Shared;

/// What one write takes at most, unless a single caller gives more.
const BATCH_BYTES_MAX: u64 = 4 << 20;

/// Records of one caller, and where the number of the first is awaited.
pub(super) struct Command {
    pub(super) payloads: Vec<Bytes>,
    pub(super) reply: oneshot::Sender<Result<u64>>,
}

impl Command {
    /// What it takes on disk.
    pub(super) fn bytes(&self) -> u64 {
        self.payloads.iter().map(|payload| (HEADER_BYTES + payload.len()) as u64).sum()
    }
}

/// The lock of a folder, held until this is dropped.
pub(super) struct Lock(pub(super) File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Said rather than left to the file's closing: a process that is being started by another thread has, until it
        // runs its program, all open files of this one, and with them the lock.
        let _ = self.0.unlock();
    }
}

pub(super) struct Committer<D> {
    pub(super) disk: D,
    pub(super) folder: PathBuf,
    /// Kept open, and so locked, as long as anything is written.
    pub(super) _lock: Lock,
    pub(super) file: File,
    /// The segment that is written: its first number, and how long it is.
    pub(super) segment_first: u64,
    pub(super) segment_at: u64,
    pub(super) next: u64,
    pub(super) segment_bytes: u64,
    pub(super) shared: Arc<Shared>,
}

impl<D: Disk> Committer<D> {
    /// Ends when the journal is dropped.
    pub(super) fn run(mut self, waiting: &Receiver<Command>) {
        let mut left_over = None;
        while let Some(first) = left_over.take().or_else(|| waiting.recv().ok()) {
            let mut bytes = first.bytes();
            let mut batch = vec![first];
            for command in waiting.try_iter() {
                if bytes + command.bytes() > BATCH_BYTES_MAX {
                    left_over = Some(command);
                    break;
                }
                bytes += command.bytes();
                batch.push(command);
            }
            self.commit(batch, bytes);
        }
    }

    fn commit(&mut self, batch: Vec<Command>, bytes: u64) {
        let written = self.write(&batch);
        self.shared.waiting_bytes.fetch_sub(bytes, Ordering::Relaxed);
        match written {
            Err(error) => {
                self.shared.held_bytes.fetch_sub(bytes, Ordering::Relaxed);
                if error.kind == Kind::Unusable {
                    self.shared.unusable.store(true, Ordering::Relaxed);
                }
                for command in batch {
                    // Who does not wait any more does not want to know.
                    let _ = command.reply.send(Err(error.again()));
                }
            }
            Ok(()) => {
                let lengths = batch.iter().flat_map(|command| &command.payloads).map(Bytes::len);
                self.shared.committed(self.segment_first, lengths);
                self.segment_at += bytes;
                for command in batch {
                    let records = command.payloads.len() as u64;
                    let _ = command.reply.send(Ok(self.next));
                    self.next += records;
                }
            }
        }
    }

    /// After any error but `Unusable` nothing of the batch remains.
    fn write(&mut self, batch: &[Command]) -> Result<()> {
        if self.shared.unusable.load(Ordering::Relaxed) {
            return Err(unusable());
        }
        if self.segment_at >= self.segment_bytes {
            self.begin_segment()?;
        }
        let mut bytes = Vec::new();
        let payloads = batch.iter().flat_map(|command| &command.payloads);
        for (number, payload) in (self.next..).zip(payloads) {
            encode(&mut bytes, number, self.next, payload)?;
        }
        let path = Segment::path(&self.folder, self.segment_first);
        let failed = |doing: &str, error| Error::disk(format!("{doing} {}", path.display()), error);
        if let Err(error) = self.disk.write(&mut self.file, &bytes) {
            return match self.disk.cut(&mut self.file, self.segment_at) {
                Ok(()) => Err(failed("write", error)),
                Err(undoing) => Err(failed("cut off what was half written to", undoing).of_kind(Kind::Unusable)),
            };
        }
        // After a failed sync the kernel may have dropped the pages: what is on disk is unknown.
        self.disk.sync(&self.file).map_err(|error| failed("sync", error).of_kind(Kind::Unusable))
    }

    fn begin_segment(&mut self) -> Result<()> {
        let path = Segment::path(&self.folder, self.next);
        let failed = |error| Error::disk(format!("create {}", path.display()), error);
        let file = self.disk.create(&path).map_err(failed)?;
        self.disk.sync_folder(&self.folder).map_err(|error| failed(error).of_kind(Kind::Unusable))?;
        (self.file, self.segment_first, self.segment_at) = (file, self.next, 0);
        Ok(())
    }
}

pub(super) fn unusable() -> Error {
    Error::new(Kind::Unusable, "a sync of the journal failed: it must be opened anew")
}
