//! One file on its way into a store: what fills a part is sent while the rest is still being made.

use super::destination::Destination;
use crate::error::Error;
use object_store::path::Path as ObjectPath;
use object_store::{ObjectStoreExt, PutPayload, WriteMultipart};
use std::sync::Arc;

/// S3 takes no smaller parts but the last.
const PART_BYTES: usize = 5 << 20;

/// Parts on their way at once.
const PARTS_UNDER_WAY: usize = 2;

/// A file that is being sent.
pub(crate) struct Upload {
    destination: Arc<Destination>,
    key: ObjectPath,
    uri: String,
    pending: Vec<u8>,
    parts: Option<WriteMultipart>,
    bytes: u64,
}

impl Upload {
    /// A file at a key. Nothing is sent yet.
    pub(crate) fn new(destination: Arc<Destination>, key: ObjectPath, uri: String) -> Upload {
        Upload { destination, key, uri, pending: Vec::new(), parts: None, bytes: 0 }
    }

    /// Bytes that wait for a part to be full.
    pub(crate) fn pending(&self) -> usize {
        self.pending.len()
    }

    /// Adds bytes, and sends the part that they fill.
    ///
    /// # Errors
    /// `Unavailable` where the store refuses.
    pub(crate) async fn push(&mut self, bytes: Vec<u8>) -> Result<(), Error> {
        self.bytes += bytes.len() as u64;
        self.pending.extend(bytes);
        if self.pending.len() < PART_BYTES {
            return Ok(());
        }
        let full = std::mem::take(&mut self.pending);
        if self.parts.is_none() {
            let begun = self.destination.store().put_multipart(&self.key).await;
            let begun = begun.map_err(|error| self.destination.failed("write", &self.uri, error))?;
            self.parts = Some(WriteMultipart::new_with_chunk_size(begun, PART_BYTES));
        }
        if let Some(parts) = &mut self.parts {
            let room = parts.wait_for_capacity(PARTS_UNDER_WAY).await;
            room.map_err(|error| self.destination.failed("write", &self.uri, error))?;
            parts.put(full.into());
        }
        Ok(())
    }

    /// Sends the rest; the file is there when this answers, with its size.
    ///
    /// # Errors
    /// `Unavailable` where the store refuses.
    pub(crate) async fn finish(mut self) -> Result<(String, u64), Error> {
        let rest = std::mem::take(&mut self.pending);
        let sent = match self.parts.take() {
            Some(mut parts) => {
                parts.put(rest.into());
                parts.finish().await
            }
            None => self.destination.store().put(&self.key, PutPayload::from(rest)).await,
        };
        sent.map_err(|error| self.destination.failed("write", &self.uri, error))?;
        Ok((self.uri, self.bytes))
    }

    /// Gives the file up; what of it the store holds is forgotten where the store can.
    pub(crate) async fn abort(self) {
        if let Some(parts) = self.parts {
            let _ = parts.abort().await;
        }
    }
}
