//! Objects encrypted at rest: each body under a data key of its own, which a vault makes and opens.
//!
//! A body is cut into chunks of 256 KiB, and each is sealed by AES-256-GCM under its number and whether it is the last
//! (the STREAM construction): any range is read by opening the chunks that it is in, and none can be changed, moved,
//! dropped or appended to unseen. Who may have an object opened is not asked here.

use std::collections::BTreeMap;
use std::fmt;

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Utc};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind, Result};

/// The length of a chunk in clear.
pub(crate) const CHUNK_BYTES: u64 = 256 << 10;
const TAG_BYTES: u64 = 16;

/// The key that an object is encrypted under, and what its data keys are bound to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealing {
    /// The ARN of the key.
    pub key: String,
    /// The encryption context.
    #[serde(default)]
    pub context: BTreeMap<String, String>,
}

/// What a body was sealed with: a data key that only the vault opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrappedKey {
    /// The key that it was wrapped with, and the context.
    pub sealing: Sealing,
    /// The wrapped data key, in base64.
    wrapped: String,
}

impl WrappedKey {
    /// From the vault's bytes.
    pub fn new(sealing: Sealing, wrapped: &[u8]) -> Self {
        Self { sealing, wrapped: BASE64.encode(wrapped) }
    }

    /// The vault's bytes.
    pub fn wrapped(&self) -> Result<Vec<u8>> {
        BASE64.decode(&self.wrapped).map_err(|_| Error::new(Kind::Corrupt, "a wrapped key is not base64"))
    }
}

/// A data key in clear.
#[derive(Clone)]
pub struct DataKey(LessSafeKey);

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// Makes data keys and opens them.
#[async_trait]
pub trait Vault: Send + Sync {
    /// A new data key, in clear and wrapped. It must never have been given before.
    async fn make(&self, sealing: &Sealing, now: DateTime<Utc>) -> Result<(DataKey, WrappedKey)>;

    /// A data key that [`Vault::make`] wrapped.
    async fn open(&self, wrapped: &WrappedKey, now: DateTime<Utc>) -> Result<DataKey>;
}

impl DataKey {
    /// From 32 random bytes; `Corrupt` where they are not 32.
    pub fn new(bytes: &[u8]) -> Result<Self> {
        let key = UnboundKey::new(&AES_256_GCM, bytes)
            .map_err(|_| Error::new(Kind::Corrupt, "a data key does not have 32 bytes"))?;
        Ok(Self(LessSafeKey::new(key)))
    }

    /// Seals a chunk in place.
    pub(crate) fn seal(&self, chunk: &mut Vec<u8>, at: Place) {
        self.0
            .seal_in_place_append_tag(at.nonce(), Aad::empty(), chunk)
            .expect("only what is longer than 64 GiB is too long");
    }

    /// Opens a chunk. `None`: it is not what was sealed there.
    pub(crate) fn open(&self, mut chunk: Vec<u8>, at: Place) -> Option<Vec<u8>> {
        let length = self.0.open_in_place(at.nonce(), Aad::empty(), &mut chunk).ok()?.len();
        chunk.truncate(length);
        Some(chunk)
    }
}

/// Which chunk of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) number: u64,
    pub(crate) is_last: bool,
}

impl Place {
    /// A data key seals one body, and so no nonce is used twice under it.
    fn nonce(self) -> Nonce {
        let mut nonce = [0; NONCE_LEN];
        nonce[3..11].copy_from_slice(&self.number.to_be_bytes());
        nonce[11] = u8::from(self.is_last);
        Nonce::assume_unique_for_key(nonce)
    }
}

/// One chunk of a body of so many bytes: its place, the bytes in clear before it, where it lies in the file and how long
/// it is there.
pub(crate) struct Chunk {
    pub(crate) place: Place,
    pub(crate) before: u64,
    pub(crate) file_offset: u64,
    pub(crate) file_bytes: u64,
}

/// The chunk that the byte at `from` is in, of a body of `bytes` bytes.
pub(crate) fn chunk_of(from: u64, bytes: u64) -> Chunk {
    let number = from / CHUNK_BYTES;
    let before = number * CHUNK_BYTES;
    Chunk {
        place: Place { number, is_last: before + CHUNK_BYTES >= bytes },
        before,
        file_offset: number * (CHUNK_BYTES + TAG_BYTES),
        file_bytes: CHUNK_BYTES.min(bytes - before) + TAG_BYTES,
    }
}

/// How long a sealed body of `bytes` bytes is on disk.
pub(crate) fn stored_bytes(bytes: u64) -> u64 {
    bytes + bytes.div_ceil(CHUNK_BYTES) * TAG_BYTES
}

/// Seals a body that comes in pieces of any length.
pub(crate) struct Sealer {
    key: DataKey,
    number: u64,
    /// Never empty once a byte has come, so that the last chunk is known for the last.
    waiting: Vec<u8>,
}

impl Sealer {
    pub(crate) fn new(key: DataKey) -> Self {
        Self { key, number: 0, waiting: Vec::new() }
    }

    /// The chunks that a piece fills, sealed.
    pub(crate) fn push(&mut self, mut piece: &[u8]) -> Vec<u8> {
        let mut sealed = Vec::new();
        while !piece.is_empty() {
            if self.waiting.len() as u64 == CHUNK_BYTES {
                sealed.append(&mut self.chunk(false));
            }
            let room = CHUNK_BYTES as usize - self.waiting.len();
            let (now, later) = piece.split_at(room.min(piece.len()));
            self.waiting.extend_from_slice(now);
            piece = later;
        }
        sealed
    }

    /// The last chunk, sealed; nothing where no byte came.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        if self.waiting.is_empty() { Vec::new() } else { self.chunk(true) }
    }

    fn chunk(&mut self, is_last: bool) -> Vec<u8> {
        let mut chunk = std::mem::take(&mut self.waiting);
        self.key.seal(&mut chunk, Place { number: self.number, is_last });
        self.number += 1;
        chunk
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(body: &[u8], piece_bytes: usize) -> Vec<u8> {
        let mut sealer = Sealer::new(DataKey::new(&[7; 32]).expect("32 bytes"));
        let mut sealed: Vec<u8> = body.chunks(piece_bytes).flat_map(|piece| sealer.push(piece)).collect();
        sealed.append(&mut sealer.finish());
        sealed
    }

    fn opened(sealed: &[u8], from: u64, bytes: u64) -> Option<Vec<u8>> {
        let chunk = chunk_of(from, bytes);
        let end = chunk.file_offset + chunk.file_bytes;
        let stored = sealed.get(chunk.file_offset as usize..end as usize)?;
        DataKey::new(&[7; 32]).expect("32 bytes").open(stored.to_vec(), chunk.place)
    }

    #[test]
    fn every_chunk_opens_alone_however_the_pieces_came() {
        let lengths = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES];
        for bytes in lengths {
            let body: Vec<u8> = (0..bytes).map(|at| (at % 251) as u8).collect();
            let whole = sealed(&body, 70_001);
            assert_eq!(whole, sealed(&body, 300_000));
            assert_eq!(whole.len() as u64, stored_bytes(bytes));
            let mut read = Vec::new();
            while (read.len() as u64) < bytes {
                read.append(&mut opened(&whole, read.len() as u64, bytes).expect("it opens"));
            }
            assert!(read == body, "{bytes} bytes");
        }
    }

    #[test]
    fn chunks_that_are_changed_moved_or_made_the_last_do_not_open() {
        let bytes = 3 * CHUNK_BYTES;
        let whole = sealed(&vec![5; bytes as usize], 1 << 20);
        let stored = (CHUNK_BYTES + TAG_BYTES) as usize;
        let mut changed = whole.clone();
        changed[10] ^= 1;
        assert_eq!(opened(&changed, 0, bytes), None);
        let swapped = [&whole[stored..2 * stored], &whole[..stored], &whole[2 * stored..]].concat();
        assert_eq!(opened(&swapped, 0, bytes), None);
        assert_eq!(opened(&whole, CHUNK_BYTES, 2 * CHUNK_BYTES), None, "cut after the second chunk");
    }
}
