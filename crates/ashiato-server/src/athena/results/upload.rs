//! One file on its way into a bucket, in parts as they fill. It is there when it is finished, or not at all.

use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart};
use std::sync::Arc;

use crate::athena::uploads::Uploads;

/// S3 takes no smaller parts but the last.
const PART_BYTES: usize = 5 << 20;
/// Parts on their way at once.
const PARTS_UNDER_WAY: usize = 2;

/// A file that is being sent. Dropped, it is given up.
pub(crate) struct Upload {
    bucket: Arc<dyn ObjectStore>,
    /// Where it is watched: a managed result does not go by way of the caller's buckets, which watch theirs.
    uploads: Uploads,
    key: Path,
    pending: Vec<u8>,
    parts: Option<WriteMultipart>,
    bytes: u64,
}

impl Upload {
    /// A file at a key. Nothing is sent yet.
    pub(crate) fn new(bucket: Arc<dyn ObjectStore>, key: Path, uploads: Uploads) -> Upload {
        Upload { bucket, uploads, key, pending: Vec::new(), parts: None, bytes: 0 }
    }

    /// Adds bytes, and sends the part that they fill.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn push(&mut self, bytes: &[u8]) -> object_store::Result<()> {
        self.bytes += bytes.len() as u64;
        self.pending.extend(bytes);
        if self.pending.len() < PART_BYTES {
            return Ok(());
        }
        let full = std::mem::take(&mut self.pending);
        let parts = match &mut self.parts {
            Some(parts) => parts,
            None => {
                let (bucket, key) = (Arc::clone(&self.bucket), self.key.clone());
                let begun = self.uploads.begin(&self.key, async move { bucket.put_multipart(&key).await }).await?;
                self.parts.insert(WriteMultipart::new_with_chunk_size(begun, PART_BYTES))
            }
        };
        parts.wait_for_capacity(PARTS_UNDER_WAY).await?;
        parts.put(full.into());
        Ok(())
    }

    /// Sends the rest; the file is there when this answers, with its bytes.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn finish(mut self) -> object_store::Result<u64> {
        let rest = std::mem::take(&mut self.pending);
        match self.parts.take() {
            Some(mut parts) => {
                parts.put(rest.into());
                parts.finish().await?;
            }
            None => {
                let (bucket, key) = (self.bucket, self.key);
                self.uploads.put(async move { bucket.put(&key, PutPayload::from(rest)).await }).await?;
            }
        }
        Ok(self.bytes)
    }

    /// Gives the file up; what of it the store holds is forgotten where the store can.
    pub(crate) async fn abort(self) {
        if let Some(parts) = self.parts {
            drop(parts.abort().await);
        }
    }
}

/// Puts a small file whole.
///
/// # Errors
/// The store's.
pub(crate) async fn put(bucket: &Arc<dyn ObjectStore>, key: &Path, bytes: Vec<u8>) -> object_store::Result<()> {
    bucket.put(key, PutPayload::from(bytes)).await.map(drop)
}
