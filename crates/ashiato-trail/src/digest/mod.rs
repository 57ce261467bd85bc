//! Digests: what log files were delivered in an hour, with their hashes, each signed and chained to the one before.
//! (AWS, "CloudTrail digest file structure".)

mod make;
mod members;
mod read;

pub use make::{SignedDigest, Subject, make};
pub use read::read;

use crate::time::Time;

/// How digests name the hash of a file.
pub const HASH_ALGORITHM: &str = "SHA-256";

/// The names of the metadata of a digest's object.
pub mod metadata {
    /// The signature, in lower-case hexadecimal.
    pub const SIGNATURE: &str = "signature";
    /// How it was signed.
    pub const SIGNATURE_ALGORITHM: &str = "signature-algorithm";
    /// When a backfill digest was made.
    pub const BACKFILL_GENERATION_TIMESTAMP: &str = "backfill-generation-timestamp";
}

/// A digest's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// The account whose log files it covers.
    pub account: String,
    /// The first moment of the time it covers.
    pub start: Time,
    /// The moment that time ends, left out of it: the next digest's start.
    pub end: Time,
    /// The bucket it is put in.
    pub bucket: String,
    /// Its own key there.
    pub key: String,
    /// The fingerprint of the key it is signed with.
    pub fingerprint: String,
    /// The latest eventTime of its files; None where it has none.
    pub newest_event_time: Option<Time>,
    /// The earliest.
    pub oldest_event_time: Option<Time>,
    /// The digest before; None in the first of a chain.
    pub previous: Option<Previous>,
    /// The log files that were delivered in its time.
    pub log_files: Vec<CoveredFile>,
}

/// What a digest says of the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Previous {
    /// Its bucket.
    pub bucket: String,
    /// Its key.
    pub key: String,
    /// The SHA-256 of its uncompressed bytes, in lower-case hexadecimal.
    pub hash_value: String,
    /// Its signature, in lower-case hexadecimal.
    pub signature: String,
}

/// What a digest says of a log file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoveredFile {
    /// Its bucket.
    pub bucket: String,
    /// Its key.
    pub key: String,
    /// The SHA-256 of its uncompressed bytes, in lower-case hexadecimal.
    pub hash_value: String,
    /// The latest eventTime in it.
    pub newest_event_time: Time,
    /// The earliest.
    pub oldest_event_time: Time,
}

impl Digest {
    /// What is signed: the end, the place, the hash of the digest's uncompressed bytes, the signature before.
    pub fn string_to_sign(&self, hash_value: &str) -> String {
        let previous = self.previous.as_ref().map_or("null", |previous| previous.signature.as_str());
        format!("{}\n{}/{}\n{hash_value}\n{previous}", crate::time::format(self.end), self.bucket, self.key)
    }
}

#[cfg(test)]
mod tests;
