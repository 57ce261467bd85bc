//! S3's additional checksums: five algorithms, over a whole object or over its parts' checksums.
//!
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html>

use crc_fast::{CrcAlgorithm, Digest as CrcDigest};
use serde::{Deserialize, Serialize};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

/// How a checksum is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Algorithm {
    /// CRC-32 as in gzip.
    Crc32,
    /// CRC-32C (Castagnoli).
    Crc32c,
    /// CRC-64/NVME.
    Crc64Nvme,
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
}

/// What a checksum covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// Every byte, in order.
    FullObject,
    /// The checksums of the parts.
    Composite,
}

/// A checksum: its bytes in network order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checksum {
    /// How it was computed.
    pub algorithm: Algorithm,
    /// What it covers.
    pub extent: Extent,
    /// The value.
    pub value: Vec<u8>,
}

impl Algorithm {
    fn crc(self) -> Option<CrcAlgorithm> {
        match self {
            Self::Crc32 => Some(CrcAlgorithm::Crc32IsoHdlc),
            Self::Crc32c => Some(CrcAlgorithm::Crc32Iscsi),
            Self::Crc64Nvme => Some(CrcAlgorithm::Crc64Nvme),
            Self::Sha1 | Self::Sha256 => None,
        }
    }

    fn crc_bytes(self, crc: u64) -> Vec<u8> {
        let bytes = crc.to_be_bytes();
        if self == Self::Crc64Nvme { bytes.to_vec() } else { bytes[4..].to_vec() }
    }

    /// What an upload in parts uses where its creator names no extent: CRC-64 covers the object, the others the parts.
    pub fn extent_of_parts(self) -> Extent {
        if self == Self::Crc64Nvme { Extent::FullObject } else { Extent::Composite }
    }

    /// Whether parts can be joined under this extent: a digest of the whole cannot be told from digests of parts.
    pub fn allows(self, extent: Extent) -> bool {
        match extent {
            Extent::FullObject => self.crc().is_some(),
            Extent::Composite => self != Self::Crc64Nvme,
        }
    }
}

/// The checksum of an object from those of its parts and their lengths. `None` where the extent is not allowed.
pub(crate) fn of_parts(algorithm: Algorithm, extent: Extent, parts: &[(&[u8], u64)]) -> Option<Checksum> {
    if !algorithm.allows(extent) {
        return None;
    }
    let value = match (extent, algorithm.crc()) {
        (Extent::FullObject, Some(crc)) => {
            let number = |bytes: &[u8]| bytes.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
            let mut parts = parts.iter();
            let mut whole = number(parts.next()?.0);
            for (value, bytes) in parts {
                whole = crc_fast::checksum_combine(crc, whole, number(value), *bytes);
            }
            algorithm.crc_bytes(whole)
        }
        (Extent::FullObject, None) => return None,
        (Extent::Composite, _) => {
            let mut hasher = Hasher::new(algorithm);
            for (value, _) in parts {
                hasher.update(value);
            }
            hasher.finish().value
        }
    };
    Some(Checksum { algorithm, extent, value })
}

/// A checksum being computed.
pub(crate) struct Hasher {
    algorithm: Algorithm,
    state: State,
}

enum State {
    Crc(CrcDigest),
    Sha1(Sha1),
    Sha256(Sha256),
}

impl Hasher {
    pub(crate) fn new(algorithm: Algorithm) -> Self {
        let state = match algorithm.crc() {
            Some(crc) => State::Crc(CrcDigest::new(crc)),
            None if algorithm == Algorithm::Sha1 => State::Sha1(Sha1::new()),
            None => State::Sha256(Sha256::new()),
        };
        Self { algorithm, state }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        match &mut self.state {
            State::Crc(digest) => digest.update(bytes),
            State::Sha1(digest) => digest.update(bytes),
            State::Sha256(digest) => digest.update(bytes),
        }
    }

    pub(crate) fn finish(self) -> Checksum {
        let value = match self.state {
            State::Crc(digest) => self.algorithm.crc_bytes(digest.finalize()),
            State::Sha1(digest) => digest.finalize().to_vec(),
            State::Sha256(digest) => digest.finalize().to_vec(),
        };
        Checksum { algorithm: self.algorithm, extent: Extent::FullObject, value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(algorithm: Algorithm, bytes: &[u8]) -> Vec<u8> {
        let mut hasher = Hasher::new(algorithm);
        hasher.update(bytes);
        hasher.finish().value
    }

    /// The check values of the CRC catalogue, <https://reveng.sourceforge.io/crc-catalogue/all.htm>.
    #[test]
    fn check_values() {
        assert_eq!(of(Algorithm::Crc32, b"123456789"), 0xcbf4_3926_u32.to_be_bytes());
        assert_eq!(of(Algorithm::Crc32c, b"123456789"), 0xe306_9283_u32.to_be_bytes());
        assert_eq!(of(Algorithm::Crc64Nvme, b"123456789"), 0xae8b_1486_0a79_9888_u64.to_be_bytes());
    }

    #[test]
    fn joined_checksums_are_those_of_the_whole() {
        for algorithm in [Algorithm::Crc32, Algorithm::Crc32c, Algorithm::Crc64Nvme] {
            let parts = [of(algorithm, b"12345"), of(algorithm, b"6789")];
            let joined = of_parts(algorithm, Extent::FullObject, &[(&parts[0], 5), (&parts[1], 4)]);
            assert_eq!(joined.map(|checksum| checksum.value), Some(of(algorithm, b"123456789")));
        }
        assert_eq!(of_parts(Algorithm::Sha256, Extent::FullObject, &[(&[0; 32], 5)]), None);
    }
}
