//! Making a signed digest, ready to be put.

use super::members::Members;
use super::{CoveredFile, Digest, Previous, metadata};
use crate::error::{Error, ErrorKind, Result};
use crate::hex;
use crate::log_file::gzip;
use crate::place::Place;
use crate::signing::{SIGNATURE_ALGORITHM, SigningKey};
use crate::time::{self, Time};
use ashiato_event::key::DigestTrail;
use sha2::{Digest as _, Sha256};

/// What a digest is of.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The bucket.
    pub bucket: String,
    /// Prefix, organization, account and region.
    pub place: Place,
    /// The trail's name.
    pub trail: String,
    /// The trail's home region.
    pub home_region: String,
    /// The first moment covered.
    pub start: Time,
    /// The moment the covered time ends.
    pub end: Time,
    /// For a backfill digest, when it was made.
    pub backfill: Option<Time>,
}

/// A digest's object, and what the next digest says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedDigest {
    /// Its content.
    pub digest: Digest,
    /// Its bytes.
    pub gzip: Vec<u8>,
    /// The metadata of its object: names and values.
    pub metadata: Vec<(&'static str, String)>,
    /// What the digest after this one holds as its `previous`.
    pub as_previous: Previous,
}

/// Makes and signs a digest. `previous` is the [`SignedDigest::as_previous`] of the one before, None where a chain
/// begins. Backfill digests chain to backfill digests.
///
/// # Errors
/// `Invalid` where the subject has no key or no time, `Internal` where signing fails.
pub fn make(
    subject: &Subject,
    previous: Option<Previous>,
    log_files: Vec<CoveredFile>,
    key: &SigningKey,
) -> Result<SignedDigest> {
    if subject.start >= subject.end {
        return Err(Error::new(ErrorKind::Invalid, "a digest must end after it starts"));
    }
    let trail = DigestTrail {
        name: subject.trail.clone(),
        home_region: subject.home_region.clone(),
        is_backfill: subject.backfill.is_some(),
    };
    let digest = Digest {
        account: subject.place.account.clone(),
        start: subject.start,
        end: subject.end,
        bucket: subject.bucket.clone(),
        key: subject.place.digest_key(subject.end, &trail)?,
        fingerprint: key.public().fingerprint().to_string(),
        newest_event_time: log_files.iter().map(|file| file.newest_event_time).max(),
        oldest_event_time: log_files.iter().map(|file| file.oldest_event_time).min(),
        previous,
        log_files,
    };
    let text = serde_json::to_vec(&Members::of(&digest))
        .map_err(|error| Error::new(ErrorKind::Internal, "write a digest as JSON").because(error))?;
    let hash_value = hex::encode(&Sha256::digest(&text));
    let signature = hex::encode(&key.sign(digest.string_to_sign(&hash_value).as_bytes())?);
    let mut metadata = vec![
        (metadata::SIGNATURE, signature.clone()),
        (metadata::SIGNATURE_ALGORITHM, SIGNATURE_ALGORITHM.to_string()),
    ];
    metadata.extend(subject.backfill.map(|made| (metadata::BACKFILL_GENERATION_TIMESTAMP, time::format(made))));
    let as_previous = Previous { bucket: digest.bucket.clone(), key: digest.key.clone(), hash_value, signature };
    Ok(SignedDigest { gzip: gzip(&text)?, digest, metadata, as_previous })
}
