//! Bytes into data files, in pieces, away from the threads that serve connections; sealed on the way if they are to be.

use std::io::Write;
use std::sync::Arc;

use bytes::Bytes;
use futures::{Stream, StreamExt};
use md5::{Digest, Md5};
use tokio::sync::mpsc;

use crate::checksum::{Algorithm, Checksum, Hasher};
use crate::data::DataFolder;
use crate::error::{Error, Kind, Result};
use crate::object::Segment;
use crate::seal::{DataKey, Sealer, Sealing, WrappedKey};

const PIECES_AHEAD: usize = 16;

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
