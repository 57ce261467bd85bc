//! Bytes into data files and out of them, in pieces, away from the threads that serve connections.

use std::fs::File;
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::{Stream, StreamExt};
use md5::{Digest, Md5};
use tokio::sync::mpsc;

use crate::checksum::{Algorithm, Checksum, Hasher};
use crate::data::DataFolder;
use crate::error::{Error, Kind, Result};
use crate::object::Segment;
use crate::seal::{DataKey, Sealer, Sealing, Vault, WrappedKey, chunk_of, stored_bytes};

const PIECES_AHEAD: usize = 16;
const PIECE_BYTES: u64 = 512 << 10;

/// Bytes that lie durable in a data file which nothing names yet; dropped, they are deleted.
pub struct Received {
    pub(crate) segment: Segment,
    /// The MD5 of the bytes.
    pub md5: [u8; 16],
    /// The checksums that were asked for.
    pub checksums: Vec<Checksum>,
    pub(crate) data: Arc<DataFolder>,
}

impl Drop for Received {
    fn drop(&mut self) {
        self.data.lose(std::iter::once(&self.segment));
    }
}

impl Received {
    /// How many bytes they are.
    pub fn bytes(&self) -> u64 {
        self.segment.bytes
    }

    /// Refuses bytes whose MD5 is not this.
    pub fn check_md5(&self, md5: &[u8]) -> Result<()> {
        if self.md5 == md5 {
            return Ok(());
        }
        Err(Error::new(Kind::BadDigest, "The Content-MD5 you specified did not match what we received."))
    }

    /// Refuses bytes whose checksum is not this. Its algorithm must be one of those asked for.
    pub fn check(&self, algorithm: Algorithm, value: &[u8]) -> Result<()> {
        let computed = self.checksums.iter().find(|checksum| checksum.algorithm == algorithm);
        if computed.is_some_and(|computed| computed.value == value) {
            return Ok(());
        }
        let message = format!("The {algorithm:?} you specified did not match the calculated checksum.");
        Err(Error::new(Kind::BadDigest, message))
    }

    pub(crate) fn segments(&self) -> Vec<Segment> {
        // An empty body needs no file.
        if self.segment.bytes == 0 { Vec::new() } else { vec![self.segment.clone()] }
    }

    pub(crate) fn sealing(&self) -> Option<Sealing> {
        self.segment.sealed.as_ref().map(|wrapped| wrapped.sealing.clone())
    }

    pub(crate) fn etag(&self) -> String {
        hex(&self.md5)
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a stream to a new data file, sealed if it is to be, syncs it, and computes its MD5 and the checksums asked for on the way.
pub(crate) async fn receive<S, E>(
    data: Arc<DataFolder>,
    body: S,
    algorithms: &[Algorithm],
    seal: Option<(DataKey, WrappedKey)>,
) -> Result<Received>
where
    S: Stream<Item = Result<Bytes, E>> + Send,
    E: std::fmt::Display,
{
    let (pieces, waiting) = mpsc::channel(PIECES_AHEAD);
    let hashers = algorithms.iter().map(|algorithm| Hasher::new(*algorithm)).collect();
    let writer = tokio::task::spawn_blocking(move || write(&data, waiting, hashers, seal));
    let mut body = std::pin::pin!(body);
    let mut failure = None;
    while let Some(piece) = body.next().await {
        let piece = match piece {
            Ok(piece) => Some(piece),
            Err(error) => {
                failure = Some(Error::new(Kind::Body, format!("the body could not be read: {error}")));
                None
            }
        };
        // `None` tells the writer that what it has is not a whole body. It has gone where the disk failed.
        let last = piece.is_none();
        if pieces.send(piece).await.is_err() || last {
            break;
        }
    }
    drop(pieces);
    let written = writer.await.map_err(|_| Error::new(Kind::Disk, "a writer of the store ended early"))?;
    match failure {
        Some(error) => Err(error),
        None => written,
    }
}

fn write(
    data: &Arc<DataFolder>,
    mut pieces: mpsc::Receiver<Option<Bytes>>,
    mut hashers: Vec<Hasher>,
    seal: Option<(DataKey, WrappedKey)>,
) -> Result<Received> {
    let failed = |error| Error::disk("write an object", error);
    let (data_id, mut file) = data.create().map_err(failed)?;
    let (mut sealer, sealed) = seal.map(|(key, wrapped)| (Sealer::new(key), Box::new(wrapped))).unzip();
    let segment = Segment { data_id, offset: 0, bytes: 0, sealed };
    data.gain(std::iter::once(&segment));
    let mut received = Received { segment, md5: [0; 16], checksums: Vec::new(), data: Arc::clone(data) };
    let mut md5 = Md5::new();
    while let Some(piece) = pieces.blocking_recv() {
        let Some(piece) = piece else {
            return Err(Error::new(Kind::Body, "the body could not be read"));
        };
        match &mut sealer {
            Some(sealer) => file.write_all(&sealer.push(&piece)).map_err(failed)?,
            None => file.write_all(&piece).map_err(failed)?,
        }
        md5.update(&piece);
        hashers.iter_mut().for_each(|hasher| hasher.update(&piece));
        received.segment.bytes += piece.len() as u64;
    }
    if let Some(sealer) = sealer {
        file.write_all(&sealer.finish()).map_err(failed)?;
    }
    if received.segment.bytes > 0 {
        file.sync_data().map_err(failed)?;
    }
    received.md5 = md5.finalize().into();
    received.checksums = hashers.into_iter().map(Hasher::finish).collect();
    Ok(received)
}

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
