//! An object as the index knows it: where its bytes are and what is said of them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::checksum::Checksum;
use crate::seal::{Sealing, WrappedKey};

/// Tags of an object, key to value.
pub type Tags = BTreeMap<String, String>;

/// A stretch of one data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Segment {
    pub(crate) data_id: u64,
    pub(crate) offset: u64,
    pub(crate) bytes: u64,
    /// Where it is sealed: the whole file is one sealed body, and `bytes` its length in clear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sealed: Option<Box<WrappedKey>>,
}

/// What the writer of an object says of it, given back unread.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attributes {
    /// Headers that are sent back with the object, under their lower-case names: `content-type` and its like.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
    /// User metadata, without the `x-amz-meta-` before the names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub user: BTreeMap<String, String>,
}

/// One object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Object {
    pub(crate) segments: Vec<Segment>,
    /// Its length.
    pub bytes: u64,
    /// The hex MD5 of its bytes, or for one put in parts the MD5 of the parts' MD5s, `-` and their number. Unquoted.
    pub etag: String,
    /// When it was put.
    pub modified: DateTime<Utc>,
    /// Headers and user metadata.
    #[serde(default)]
    pub attributes: Attributes,
    /// Its tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// The checksum that its writer chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<Checksum>,
    /// The lengths of its parts, if it was put in parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_bytes: Vec<u64>,
    /// The key that it is encrypted under, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealing: Option<Sealing>,
}

/// One part of a multipart upload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub(crate) segments: Vec<Segment>,
    pub(crate) md5: [u8; 16],
    /// Its length.
    pub bytes: u64,
    /// The hex MD5 of its bytes, unquoted.
    pub etag: String,
    /// When it was put.
    pub modified: DateTime<Utc>,
    /// The checksum of the upload's algorithm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<Checksum>,
}

/// What must hold of the object under a key for a write to take place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Condition {
    /// Nothing.
    #[default]
    None,
    /// There is no object.
    Absent,
    /// There is an object with this ETag (unquoted).
    EtagIs(String),
}
