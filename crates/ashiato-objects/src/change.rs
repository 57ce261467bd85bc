//! A change of the store, and the line of the journal that holds the changes of one commit.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::object::{Object, Part, Tags};
use crate::upload::NewUpload;

/// One change. Replayed in order, they are the store.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Change {
    BucketCreated { bucket: String, region: String, created: DateTime<Utc> },
    BucketDeleted { bucket: String },
    DocumentPut { bucket: String, name: String, document: String },
    DocumentDeleted { bucket: String, name: String },
    ObjectPut { bucket: String, key: String, object: Object },
    ObjectTagged { bucket: String, key: String, tags: Tags },
    ObjectDeleted { bucket: String, key: String },
    UploadCreated { upload_id: String, created: DateTime<Utc>, upload: NewUpload },
    PartPut { upload_id: String, number: u16, part: Part },
    UploadCompleted { upload_id: String, bucket: String, key: String, object: Object },
    UploadAborted { upload_id: String },
}

/// The line for the changes of one commit: a checksum of the rest in hex, a space, the changes as JSON.
pub(crate) fn to_line(changes: &[&Change]) -> serde_json::Result<Vec<u8>> {
    let json = serde_json::to_vec(changes)?;
    let mut line = format!("{:08x} ", crc32fast::hash(&json)).into_bytes();
    line.extend_from_slice(&json);
    line.push(b'\n');
    Ok(line)
}

/// The changes of a line (without its newline), or `None` where it is damaged.
pub(crate) fn from_line(line: &[u8]) -> Option<Vec<Change>> {
    let (crc, json) = (line.get(..8)?, line.get(9..)?);
    let crc = u32::from_str_radix(std::str::from_utf8(crc).ok()?, 16).ok()?;
    if line[8] != b' ' || crc32fast::hash(json) != crc {
        return None;
    }
    serde_json::from_slice(json).ok()
}
