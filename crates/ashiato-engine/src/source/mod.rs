//! Where log files are and what their names tell: local folders and S3-compatible stores.

pub mod aws;
mod bucket;
pub mod bucket_source;
mod counted;
pub mod list;
pub mod local;
pub mod exact_path;
pub mod s3;
pub mod stored;
pub(crate) mod stores;

use crate::coverage::Damaged;
use ashiato_event::key::{LogKey, LogKind};
use bytes::Bytes;
use futures::StreamExt;
use futures::stream::BoxStream;
use object_store::{GetResultPayload, ObjectStore, ObjectStoreExt, path::Path as ObjectPath};
use std::path::PathBuf;
use std::sync::Arc;

/// A log file: where it is, how large, and what its name tells.
#[derive(Debug, Clone)]
pub struct LogFile {
    /// Where its bytes are.
    pub origin: Origin,
    /// Bytes, as stored.
    pub size: u64,
    /// When it was last written, in milliseconds since 1970.
    pub modified: i64,
    /// What its folder and name tell.
    pub key: Arc<LogKey>,
    /// When it was delivered by its name, in seconds since 1970, cut to the minute.
    pub delivered: Option<i64>,
    /// Values of the table's partition columns, the same for all files of a folder.
    pub partition: Arc<[Option<String>]>,
}

/// Where a file's bytes are.
#[derive(Debug, Clone)]
pub enum Origin {
    /// On this machine.
    Local(PathBuf),
    /// In an S3-compatible store.
    Object {
        /// The store.
        store: Arc<dyn ObjectStore>,
        /// The bucket's name, for display.
        bucket: Arc<str>,
        /// The key.
        path: ObjectPath,
    },
}

impl LogFile {
    /// Path or URL.
    pub fn name(&self) -> String {
        match &self.origin {
            Origin::Local(path) => path.to_string_lossy().into_owned(),
            Origin::Object { bucket, path, .. } => format!("s3://{bucket}/{path}"),
        }
    }

    /// Whether its name says that it holds no log records.
    pub fn is_of_other_kind(&self) -> bool {
        matches!(self.key.kind, LogKind::Digest | LogKind::Insight)
    }

    /// Whether its name promises a log, so that other content is damage rather than a file of another kind.
    pub fn promises_a_log(&self) -> bool {
        let name = match &self.origin {
            Origin::Local(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            Origin::Object { path, .. } => path.filename().unwrap_or_default().to_string(),
        };
        let name = name.to_ascii_lowercase();
        [".json", ".gz", ".zst", ".jsonl", ".ndjson"].iter().any(|ending| name.ends_with(ending))
    }
}

/// What listing a place found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Listed {
    /// The files, in the order of their names.
    pub(crate) files: Vec<LogFile>,
    /// Folders that were passed over because their names rule them out.
    pub(crate) folders_pruned: u64,
    /// What it took: requests of a store, or folders of this machine that were opened.
    pub(crate) steps: u64,
    /// Folders and links that could not be looked into.
    pub(crate) unread: Vec<Damaged>,
}

/// What a store gave for an object.
pub(crate) enum Fetched {
    /// All of its bytes.
    Bytes(Bytes),
    /// A file of this machine, open, that holds the object's bytes in its first ones.
    File(std::fs::File, u64),
    /// Its bytes as they come, in their order.
    Stream(ObjectBytes),
}

/// The bytes of an object as they come. An error is the store's, as text.
pub(crate) type ObjectBytes = BoxStream<'static, Result<Bytes, String>>;

/// Fetches an object, as far as waiting for it needs no thread: what lies in a file is left there to be read, and what
/// has more than `held_bytes_max` is left to come.
///
/// # Errors
/// The store's, as text that names the object.
pub(crate) async fn fetch_object(
    store: &dyn ObjectStore,
    path: &ObjectPath,
    held_bytes_max: u64,
) -> Result<Fetched, String> {
    let result = store.get(path).await.map_err(|error| s3::words(&error))?;
    match result.payload {
        GetResultPayload::File(file, _) if result.range.start == 0 => Ok(Fetched::File(file, result.range.end)),
        _ if result.range.end - result.range.start > held_bytes_max => {
            let chunks = result.into_stream();
            Ok(Fetched::Stream(chunks.map(|chunk| chunk.map_err(|error| s3::words(&error))).boxed()))
        }
        _ => result.bytes().await.map(Fetched::Bytes).map_err(|error| s3::words(&error)),
    }
}
