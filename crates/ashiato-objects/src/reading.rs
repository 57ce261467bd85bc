//! Bytes out of data files, in pieces, away from the threads that serve connections; what is sealed is opened on the way.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::{Stream, StreamExt};

use crate::data::DataFolder;
use crate::error::{Error, Kind, Result};
use crate::object::Segment;
use crate::seal::{DataKey, Vault, chunk_of, stored_bytes};

const PIECE_BYTES: u64 = 512 << 10;

/// Segments that stay on disk while this lives, also if their object is replaced or deleted.
pub(crate) struct Lease {
    pub(crate) segments: Vec<Segment>,
    data: Arc<DataFolder>,
    /// `bucket/key`, for messages.
    name: String,
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.data.lose(self.segments.iter());
    }
}

impl Lease {
    /// To be called while the index is locked, so that the segments are still in use.
    pub(crate) fn new(segments: &[Segment], data: &Arc<DataFolder>, name: String) -> Self {
        data.gain(segments.iter());
        Self { segments: segments.to_vec(), data: Arc::clone(data), name }
    }

    fn open(&self, segment: &Segment) -> Result<File> {
        let path = self.data.path(segment.data_id);
        let damaged =
            |what: &str| Error::new(Kind::Corrupt, format!("object {}: {} {what}", self.name, path.display()));
        let file = File::open(&path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => damaged("is missing"),
            _ => Error::disk(format!("object {}: open {}", self.name, path.display()), error),
        })?;
        let length = file.metadata().map_err(|error| Error::disk(format!("object {}", self.name), error))?.len();
        let bytes = if segment.sealed.is_some() { stored_bytes(segment.bytes) } else { segment.bytes };
        if length < segment.offset + bytes {
            return Err(damaged("is shorter than the object"));
        }
        Ok(file)
    }
}

/// The one file that a lease is of, if it is of one, begins with it, and is not sealed.
pub(crate) fn file_of(lease: &Lease) -> Result<Option<(File, PathBuf)>> {
    match lease.segments.as_slice() {
        [segment] if segment.offset == 0 && segment.sealed.is_none() => {
            Ok(Some((lease.open(segment)?, lease.data.path(segment.data_id))))
        }
        _ => Ok(None),
    }
}

/// Where a reader stands.
struct Reading {
    lease: Lease,
    /// The range that is still to be read.
    from: u64,
    to: u64,
    /// The segment last read from, its first byte's place in the object, and its file.
    segment: usize,
    segment_start: u64,
    file: Option<File>,
    /// The opened data key of each segment that is sealed and to be read from.
    keys: Vec<Option<DataKey>>,
}

impl Reading {
    fn next(&mut self) -> Result<Bytes> {
        while let Some(segment) = self.lease.segments.get(self.segment) {
            let segment_end = self.segment_start + segment.bytes;
            if self.from < segment_end {
                let file = match self.file.take() {
                    Some(file) => file,
                    None => self.lease.open(segment)?,
                };
                let within = self.from - self.segment_start;
                let to = self.to.min(segment_end) - self.segment_start;
                let piece = match &segment.sealed {
                    None => self.plain(&file, segment.offset + within, PIECE_BYTES.min(to - within))?.into(),
                    Some(_) => self.opened(&file, segment, within, to)?,
                };
                self.file = Some(file);
                self.from += piece.len() as u64;
                return Ok(piece);
            }
            (self.segment, self.segment_start, self.file) = (self.segment + 1, segment_end, None);
        }
        Err(Error::new(Kind::Corrupt, format!("object {}: its segments are shorter than it", self.lease.name)))
    }

    fn plain(&self, file: &File, at: u64, bytes: u64) -> Result<Vec<u8>> {
        let mut piece = vec![0; bytes as usize];
        file.read_exact_at(&mut piece, at)
            .map_err(|error| Error::disk(format!("read object {}", self.lease.name), error))?;
        Ok(piece)
    }

    /// What the chunk that the byte `from` of a sealed segment is in has of `from..to`.
    fn opened(&self, file: &File, segment: &Segment, from: u64, to: u64) -> Result<Bytes> {
        let corrupt = |why: &str| Error::new(Kind::Corrupt, format!("object {}: {why}", self.lease.name));
        let key = self.keys.get(self.segment).and_then(Option::as_ref);
        let key = key.filter(|_| segment.offset == 0).ok_or_else(|| corrupt("a sealed part has no key"))?;
        let chunk = chunk_of(from, segment.bytes);
        let sealed = self.plain(file, chunk.file_offset, chunk.file_bytes)?;
        let opened =
            Bytes::from(key.open(sealed, chunk.place).ok_or_else(|| corrupt("its encrypted bytes were changed"))?);
        let end = (to - chunk.before).min(opened.len() as u64) as usize;
        Ok(opened.slice((from - chunk.before) as usize..end))
    }
}

/// What opens data keys, and the time that it is for them.
pub(crate) type Opener = (Arc<dyn Vault>, DateTime<Utc>);

/// Opens the data keys of the segments that a range is in.
async fn keys(lease: &Lease, from: u64, to: u64, opener: Option<&Opener>) -> Result<Vec<Option<DataKey>>> {
    let (mut keys, mut start) = (Vec::with_capacity(lease.segments.len()), 0);
    for segment in &lease.segments {
        let end = start + segment.bytes;
        let wrapped = segment.sealed.as_deref().filter(|_| from < end && start < to);
        keys.push(match (wrapped, opener) {
            (None, _) => None,
            (Some(wrapped), Some((vault, now))) => Some(vault.open(wrapped, *now).await?),
            (Some(_), None) => {
                let message = format!("object {} is encrypted, and nothing here opens its key", lease.name);
                return Err(Error::new(Kind::KeyMissing, message));
            }
        });
        start = end;
    }
    Ok(keys)
}

/// The bytes `from..to` of a lease. The first piece is read before this returns, so that damage is told at once.
pub(crate) async fn read(
    lease: Lease,
    from: u64,
    to: u64,
    opener: Option<Opener>,
) -> Result<impl Stream<Item = Result<Bytes>> + Send + Sync + use<>> {
    let keys = keys(&lease, from, to, opener.as_ref()).await?;
    let reading = Reading { lease, from, to, segment: 0, segment_start: 0, file: None, keys };
    let first = if from < to { Some(step(reading).await?) } else { None };
    Ok(futures::stream::try_unfold(Turn::Have(first), |turn| async {
        match turn {
            Turn::Have(None) => Ok(None),
            Turn::Have(Some((piece, reading))) => Ok(Some((piece, Turn::Want(reading)))),
            Turn::Want(reading) if reading.from >= reading.to => Ok(None),
            Turn::Want(reading) => {
                let (piece, reading) = step(reading).await?;
                Ok(Some((piece, Turn::Want(reading))))
            }
        }
    }))
}

enum Turn {
    Have(Option<(Bytes, Reading)>),
    Want(Reading),
}

async fn step(mut reading: Reading) -> Result<(Bytes, Reading)> {
    let step = tokio::task::spawn_blocking(move || reading.next().map(|piece| (piece, reading)));
    step.await.map_err(|_| Error::new(Kind::Disk, "a reader of the store ended early"))?
}

/// Joins a stream of pieces, for objects known to be small.
pub async fn read_all(pieces: impl Stream<Item = Result<Bytes>>) -> Result<Vec<u8>> {
    let mut pieces = std::pin::pin!(pieces);
    let mut whole = Vec::new();
    while let Some(piece) = pieces.next().await {
        whole.extend_from_slice(&piece?);
    }
    Ok(whole)
}
