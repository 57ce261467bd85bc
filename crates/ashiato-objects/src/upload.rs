//! Multipart uploads: parts put in any order, joined without moving their bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use md5::Md5;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::body::{Received, hex};
use crate::change::Change;
use crate::checksum::{Algorithm, Checksum, Extent, of_parts};
use crate::error::{Error, Kind, Result};
use crate::index::UploadState;
use crate::key::check_key;
use crate::object::{Attributes, Condition, Object, Part, Tags};
use crate::reading::Lease;
use crate::seal::Sealing;
use crate::store::Store;

/// The highest number of a part.
pub const PARTS_MAX: u16 = 10_000;
/// The least length of a part that is not the last.
pub const BYTES_IN_PART_MIN: u64 = 5 << 20;

/// What an upload is begun with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewUpload {
    /// The bucket of the object to be.
    pub bucket: String,
    /// Its key.
    pub key: String,
    /// Its headers and user metadata.
    #[serde(default)]
    pub attributes: Attributes,
    /// Its tags.
    #[serde(default)]
    pub tags: Tags,
    /// The checksum that parts and object are to have.
    #[serde(default)]
    pub checksum: Option<(Algorithm, Extent)>,
    /// What its parts are to be encrypted under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealing: Option<Sealing>,
}

/// An upload in progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its id.
    pub upload_id: String,
    /// What it was begun with.
    pub upload: NewUpload,
    /// When it was begun.
    pub created: DateTime<Utc>,
    /// The parts put so far, by number.
    pub parts: BTreeMap<u16, Arc<Part>>,
}

/// A part as the caller who completes an upload names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletedPart {
    /// Its number.
    pub number: u16,
    /// Its ETag, unquoted.
    pub etag: String,
    /// Its checksum, where the caller gives one.
    pub checksum: Option<Vec<u8>>,
}

impl Store {
    /// Begins an upload and gives its id.
    pub async fn create_upload(&self, upload: NewUpload) -> Result<String> {
        check_key(&upload.key)?;
        if upload.checksum.is_some_and(|(algorithm, extent)| !algorithm.allows(extent)) {
            return Err(Error::new(Kind::Invalid, "that checksum algorithm does not have that checksum type"));
        }
        let created = self.now();
        let number = self.inner.data.next_number();
        let seed = format!("{number} {created:?} {} {}", upload.bucket, upload.key);
        let upload_id = hex(&Sha256::digest(seed));
        let change = Change::UploadCreated { upload_id: upload_id.clone(), created, upload };
        self.committer()?.commit(change, Condition::None, None).await?;
        Ok(upload_id)
    }

    /// Puts a part, in place of one of the same number.
    pub async fn put_part(&self, upload: &Upload, number: u16, received: Received) -> Result<Part> {
        if !(1..=PARTS_MAX).contains(&number) {
            return Err(Error::new(Kind::Invalid, "Part number must be an integer between 1 and 10000, inclusive"));
        }
        let algorithm = upload.upload.checksum.map(|(algorithm, _)| algorithm);
        let checksum = received.checksums.iter().find(|checksum| Some(checksum.algorithm) == algorithm).cloned();
        let part = Part {
            segments: received.segments(),
            bytes: received.bytes(),
            md5: received.md5,
            etag: received.etag(),
            modified: self.now(),
            checksum,
        };
        let change = Change::PartPut { upload_id: upload.upload_id.clone(), number, part: part.clone() };
        self.committer()?.commit(change, Condition::None, Some(Box::new(received))).await?;
        Ok(part)
    }

    /// An upload in progress, which must be one of this object.
    pub fn upload(&self, bucket: &str, key: &str, upload_id: &str) -> Result<Upload> {
        let index = self.index();
        index.bucket(bucket)?;
        let state = index.uploads.get(upload_id);
        let state = state.filter(|state| state.upload.bucket == bucket && state.upload.key == key);
        state.map(|state| shown(upload_id, state)).ok_or_else(|| Error::no_such_upload(upload_id))
    }

    /// The uploads in progress in a bucket, by key and id.
    pub fn uploads(&self, bucket: &str) -> Result<Vec<Upload>> {
        let index = self.index();
        index.bucket(bucket)?;
        let of_bucket = index.uploads.iter().filter(|(_, state)| state.upload.bucket == bucket);
        let mut uploads: Vec<Upload> = of_bucket.map(|(upload_id, state)| shown(upload_id, state)).collect();
        uploads.sort_by(|a, b| (&a.upload.key, &a.upload_id).cmp(&(&b.upload.key, &b.upload_id)));
        Ok(uploads)
    }

    /// Ends an upload and deletes its parts.
    pub async fn abort_upload(&self, upload: &Upload) -> Result<()> {
        let change = Change::UploadAborted { upload_id: upload.upload_id.clone() };
        self.committer()?.commit(change, Condition::None, None).await
    }

    /// Joins parts into the object and ends the upload. `expected` is a checksum of the whole that must come out.
    pub async fn complete_upload(
        &self,
        upload: &Upload,
        parts: &[CompletedPart],
        condition: Condition,
        expected: Option<&[u8]>,
    ) -> Result<Arc<Object>> {
        let NewUpload { bucket, key, attributes, tags, checksum, sealing } = upload.upload.clone();
        let name = format!("{bucket}/{key}");
        // The parts are looked up and leased in one step: one that is replaced meanwhile stays on disk.
        let (chosen, lease) = {
            let index = self.index();
            let state = index.uploads.get(&upload.upload_id);
            let state = state.ok_or_else(|| Error::no_such_upload(&upload.upload_id))?;
            let chosen = choose(&state.parts, parts)?;
            let segments: Vec<_> = chosen.iter().flat_map(|part| part.segments.iter().cloned()).collect();
            (chosen, Lease::new(&segments, &self.inner.data, name))
        };
        let checksum = checksum.map(|(algorithm, extent)| joined(algorithm, extent, &chosen)).transpose()?;
        if let (Some(expected), Some(checksum)) = (expected, &checksum)
            && expected != checksum.value
        {
            return Err(Error::new(Kind::BadDigest, "The checksum you specified did not match the object's."));
        }
        let object = Object {
            segments: lease.segments.clone(),
            sealing,
            bytes: chosen.iter().map(|part| part.bytes).sum(),
            etag: joined_etag(chosen.iter().map(|part| part.md5)),
            modified: self.now(),
            attributes,
            tags,
            checksum,
            part_bytes: chosen.iter().map(|part| part.bytes).collect(),
        };
        let change =
            Change::UploadCompleted { upload_id: upload.upload_id.clone(), bucket, key, object: object.clone() };
        self.committer()?.commit(change, condition, Some(Box::new(lease))).await?;
        Ok(Arc::new(object))
    }
}

fn shown(upload_id: &str, state: &UploadState) -> Upload {
    Upload {
        upload_id: upload_id.to_string(),
        upload: state.upload.clone(),
        created: state.created,
        parts: state.parts.clone(),
    }
}

/// The parts named, where they are there, in order, and long enough.
fn choose(there: &BTreeMap<u16, Arc<Part>>, named: &[CompletedPart]) -> Result<Vec<Arc<Part>>> {
    if named.is_empty() {
        return Err(Error::new(Kind::Invalid, "You must specify at least one part"));
    }
    if !named.is_sorted_by(|a, b| a.number < b.number) {
        return Err(Error::new(Kind::InvalidPartOrder, "The list of parts was not in ascending order."));
    }
    let mut chosen = Vec::with_capacity(named.len());
    for (place, part) in named.iter().enumerate() {
        let found = there.get(&part.number).filter(|found| {
            let has_checksum = |value: &Vec<u8>| found.checksum.as_ref().is_some_and(|sum| sum.value == *value);
            found.etag == part.etag && part.checksum.as_ref().is_none_or(has_checksum)
        });
        let found = found.ok_or_else(|| {
            let message = format!("part {} could not be found, or its ETag or checksum is another", part.number);
            Error::new(Kind::InvalidPart, message)
        })?;
        if found.bytes < BYTES_IN_PART_MIN && place + 1 < named.len() {
            let message = "Your proposed upload is smaller than the minimum allowed size";
            return Err(Error::new(Kind::PartTooSmall, message));
        }
        chosen.push(Arc::clone(found));
    }
    Ok(chosen)
}

fn joined(algorithm: Algorithm, extent: Extent, parts: &[Arc<Part>]) -> Result<Checksum> {
    let values: Option<Vec<(&[u8], u64)>> =
        parts.iter().map(|part| part.checksum.as_ref().map(|sum| (sum.value.as_slice(), part.bytes))).collect();
    let checksum = values.and_then(|values| of_parts(algorithm, extent, &values));
    checksum.ok_or_else(|| Error::new(Kind::InvalidPart, "a part lacks the checksum that the upload was begun with"))
}

/// `md5-of-md5s-N`.
pub(crate) fn joined_etag(parts: impl ExactSizeIterator<Item = [u8; 16]>) -> String {
    let count = parts.len();
    let mut md5 = Md5::new();
    parts.for_each(|part| md5.update(part));
    format!("{}-{count}", hex(&md5.finalize()))
}
