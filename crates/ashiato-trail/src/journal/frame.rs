//! A record on disk: a header of 24 bytes and the payload.
//!
//! | bytes | what (little-endian) |
//! |---|---|
//! | 4 | length of the payload |
//! | 4 | CRC-32 of the other three fields and the payload |
//! | 8 | number of the record |
//! | 8 | number of the first record of its batch |
//!
//! A batch is what one sync made durable, and it is written after the batch before it was durable. So a sound record
//! proves that everything before its batch had been acknowledged or could have been: that is how a torn tail is told
//! from damage.

use super::error::{Error, Kind, Result};

pub(super) const HEADER_BYTES: usize = 24;

/// The longest payload. CloudTrail's own limit for a record is 256 KB.
pub const PAYLOAD_BYTES_MAX: usize = 4 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) payload_bytes: usize,
    crc: u32,
    pub(super) number: u64,
    pub(super) batch_first: u64,
}

impl Header {
    pub(super) fn decode(bytes: &[u8; HEADER_BYTES]) -> Self {
        let u32_at = |at: usize| u32::from_le_bytes(std::array::from_fn(|i| bytes[at + i]));
        let u64_at = |at: usize| u64::from_le_bytes(std::array::from_fn(|i| bytes[at + i]));
        Self { payload_bytes: u32_at(0) as usize, crc: u32_at(4), number: u64_at(8), batch_first: u64_at(16) }
    }

    /// Whether the header could belong to a record at all, before its payload is read.
    pub(super) fn is_plausible(&self) -> bool {
        self.payload_bytes <= PAYLOAD_BYTES_MAX && self.batch_first <= self.number
    }

    pub(super) fn fits(&self, payload: &[u8]) -> bool {
        payload.len() == self.payload_bytes && crc(payload, self.number, self.batch_first) == self.crc
    }
}

/// Appends the record to `out`.
pub(super) fn encode(out: &mut Vec<u8>, number: u64, batch_first: u64, payload: &[u8]) -> Result<()> {
    check_length(payload)?;
    out.extend_from_slice(&(payload.len() as u32).to_le_bytes());
    out.extend_from_slice(&crc(payload, number, batch_first).to_le_bytes());
    out.extend_from_slice(&number.to_le_bytes());
    out.extend_from_slice(&batch_first.to_le_bytes());
    out.extend_from_slice(payload);
    Ok(())
}

pub(super) fn check_length(payload: &[u8]) -> Result<()> {
    match payload.len() {
        ..=PAYLOAD_BYTES_MAX => Ok(()),
        bytes => {
            Err(Error::new(Kind::Invalid, format!("a record of {bytes} bytes is over the {PAYLOAD_BYTES_MAX} allowed")))
        }
    }
}

fn crc(payload: &[u8], number: u64, batch_first: u64) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&(payload.len() as u32).to_le_bytes());
    hasher.update(&number.to_le_bytes());
    hasher.update(&batch_first.to_le_bytes());
    hasher.update(payload);
    hasher.finalize()
}
