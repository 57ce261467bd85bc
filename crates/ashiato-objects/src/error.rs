//! What can go wrong, by what the caller can do about it.

use std::fmt;

/// The result of an operation of the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What kind of failure it was; S3 has a code of its own for most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The bucket does not exist.
    NoSuchBucket,
    /// The object does not exist.
    NoSuchKey,
    /// The multipart upload does not exist, or has ended.
    NoSuchUpload,
    /// A bucket of that name exists already.
    BucketExists,
    /// The bucket still holds objects.
    BucketNotEmpty,
    /// A bucket's name breaks the rules.
    BucketName,
    /// A key is longer than 1,024 bytes.
    KeyTooLong,
    /// A condition of the caller does not hold.
    PreconditionFailed,
    /// A part that is to be joined is missing or has another ETag.
    InvalidPart,
    /// The parts to be joined are not in ascending order.
    InvalidPartOrder,
    /// A part before the last is under 5 MiB.
    PartTooSmall,
    /// The bytes do not have the checksum that the caller gave.
    BadDigest,
    /// The range lies outside the object.
    InvalidRange,
    /// Another argument is not allowed.
    Invalid,
    /// The caller's own stream of bytes failed or ended early.
    Body,
    /// The key that an object is encrypted under does not exist.
    KeyMissing,
    /// That key is disabled.
    KeyDisabled,
    /// That key waits for its end.
    KeyPendingDeletion,
    /// What is on disk is damaged or missing.
    Corrupt,
    /// The disk failed, or is full.
    Disk,
}

/// A failure: its kind, a message that names the thing, and its cause.
#[derive(Debug)]
pub struct Error {
    /// What kind of failure it was.
    pub kind: Kind,
    message: String,
    source: Option<std::io::Error>,
}

impl Error {
    /// Of a kind, with a message that names the thing.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    pub(crate) fn disk(message: impl Into<String>, source: std::io::Error) -> Self {
        Self { kind: Kind::Disk, message: message.into(), source: Some(source) }
    }

    pub(crate) fn no_such_bucket(bucket: &str) -> Self {
        Self::new(Kind::NoSuchBucket, format!("bucket {bucket} does not exist"))
    }

    pub(crate) fn no_such_key(bucket: &str, key: &str) -> Self {
        Self::new(Kind::NoSuchKey, format!("object {bucket}/{key} does not exist"))
    }

    pub(crate) fn no_such_upload(upload_id: &str) -> Self {
        Self::new(Kind::NoSuchUpload, format!("multipart upload {upload_id} does not exist"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}
