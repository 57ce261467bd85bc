//! A bucket's objects as they are stored, with their metadata: for whoever checks files rather than queries them.

use super::bucket_source::Bucket;
use super::exact_path::exact_path;
use super::s3::{self, S3Url};
use crate::error::{Error, ErrorKind};
use bytes::{Buf, Bytes};
use futures::StreamExt;
use object_store::list::PaginatedListOptions;
use object_store::{Attribute, GetResult, ObjectStoreExt};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, BufRead, Cursor, Read};
use std::sync::Arc;
use tokio::sync::mpsc;

/// A longer object is read piece by piece.
const HELD_BYTES_MAX: u64 = 4 << 20;

/// Pieces that wait for their reader.
const PIECES_AHEAD: usize = 4;

/// The objects below a prefix of a bucket.
pub struct StoredObjects {
    url: S3Url,
    store: Arc<dyn Bucket>,
}

/// An object. What it holds is read on a thread that may wait, and never on one of the runtime's own.
pub struct StoredObject {
    /// Its bytes.
    pub content: Box<dyn BufRead + Send>,
    /// Its own metadata, by lower-case names.
    pub metadata: BTreeMap<String, String>,
}

impl fmt::Debug for StoredObjects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredObjects").field("url", &self.url).finish_non_exhaustive()
    }
}

impl fmt::Debug for StoredObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredObject").field("metadata", &self.metadata).finish_non_exhaustive()
    }
}

impl StoredObjects {
    /// Connects as [`s3::connect`] does.
    ///
    /// # Errors
    /// Those of connecting.
    pub fn connect(url: S3Url) -> Result<StoredObjects, Error> {
        let store = s3::connect(&url.bucket)?;
        Ok(StoredObjects { url, store })
    }

    /// The keys of all objects below the prefix.
    ///
    /// # Errors
    /// `NotFound` or `Unavailable`, with the store's own words.
    pub async fn keys(&self) -> Result<Vec<String>, Error> {
        let prefix = Some(self.url.prefix.as_str()).filter(|prefix| !prefix.is_empty());
        let mut keys = Vec::new();
        let mut page_token = None;
        loop {
            let options = PaginatedListOptions { page_token, ..Default::default() };
            let page = self.store.list_paginated(prefix, options).await;
            let page = page.map_err(|error| s3::unlisted(&format!("s3://{}", self.url.bucket), error))?;
            keys.extend(page.result.objects.iter().map(|object| object.location.to_string()));
            page_token = page.page_token;
            if page_token.is_none() {
                return Ok(keys);
            }
        }
    }

    /// An object, None where there is none.
    ///
    /// # Errors
    /// `Invalid` where there can be no such key, `Unavailable` with the store's own words.
    pub async fn open(&self, key: &str) -> Result<Option<StoredObject>, Error> {
        let none = || Error::new(ErrorKind::Invalid, format!("{key:?} is no key that can be asked for"));
        let path = exact_path(key).ok_or_else(none)?;
        let failed = |error: object_store::Error| Error::new(ErrorKind::Unavailable, s3::words(&error)).because(error);
        let result = match self.store.get(&path).await {
            Ok(result) => result,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(failed(error)),
        };
        let metadata = metadata(&result);
        if result.range.end - result.range.start > HELD_BYTES_MAX {
            return Ok(Some(StoredObject { content: Box::new(Pieces::of(result)), metadata }));
        }
        let bytes = result.bytes().await.map_err(failed)?;
        Ok(Some(StoredObject { content: Box::new(Cursor::new(bytes)), metadata }))
    }
}

fn metadata(result: &GetResult) -> BTreeMap<String, String> {
    let own = |(name, value): (&Attribute, &object_store::AttributeValue)| match name {
        Attribute::Metadata(name) => Some((name.to_ascii_lowercase(), value.to_string())),
        _ => None,
    };
    result.attributes.iter().filter_map(own).collect()
}

/// An object's bytes as they come.
struct Pieces {
    coming: mpsc::Receiver<io::Result<Bytes>>,
    piece: Bytes,
}

impl Pieces {
    fn of(result: GetResult) -> Pieces {
        let (sender, coming) = mpsc::channel(PIECES_AHEAD);
        tokio::spawn(async move {
            let mut pieces = result.into_stream();
            while let Some(piece) = pieces.next().await {
                let piece = piece.map_err(|error| io::Error::other(s3::words(&error)));
                let has_failed = piece.is_err();
                // A reader that is gone wants no more.
                if sender.send(piece).await.is_err() || has_failed {
                    break;
                }
            }
        });
        Pieces { coming, piece: Bytes::new() }
    }
}

impl BufRead for Pieces {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.piece.is_empty() {
            match self.coming.blocking_recv() {
                Some(piece) => self.piece = piece?,
                None => break,
            }
        }
        Ok(&self.piece)
    }

    fn consume(&mut self, amount: usize) {
        self.piece.advance(amount);
    }
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let filled = self.fill_buf()?;
        let length = filled.len().min(buffer.len());
        buffer[..length].copy_from_slice(&filled[..length]);
        self.consume(length);
        Ok(length)
    }
}
