//! What the state holds of uploads in parts that this server has under way: should it die amid them, they are found.

use ashiato_meta::begun_uploads::{self, BegunUpload};
use ashiato_meta::{Millis, Result, Store};
use chrono::{DateTime, Utc};
use object_store::path::Path;
use std::fmt;

/// So many that are left are looked up at a time.
const LEFT_MAX: u32 = 1000;
/// What could not be given up for so long is let go.
const KEPT_MILLIS: i64 = 45 * 24 * 3600 * 1000;

/// Where a server notes its uploads.
#[derive(Clone)]
pub struct UploadNotes {
    /// The state.
    pub meta: Store,
    /// The server's name among those that share the state.
    pub server: String,
    /// The time.
    pub clock: fn() -> DateTime<Utc>,
}

impl fmt::Debug for UploadNotes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadNotes").field("server", &self.server).finish_non_exhaustive()
    }
}

impl UploadNotes {
    /// Notes one that is about to begin.
    pub(super) async fn begin(&self, bucket: &str, location: &Path) -> Result<()> {
        let upload = BegunUpload {
            bucket: bucket.to_string(),
            key: location.to_string(),
            server: self.server.clone(),
            begun: self.now(),
        };
        let mut tx = self.meta.write().await?;
        begun_uploads::begin(&mut tx, &upload).await?;
        tx.commit().await
    }

    /// Forgets one that has ended. Where that fails, somebody will look for it in vain.
    pub(super) async fn end(&self, bucket: &str, location: &Path) {
        let ended = async {
            let mut tx = self.meta.write().await?;
            begun_uploads::end(&mut tx, &self.server, bucket, location.as_ref()).await?;
            tx.commit().await
        };
        warn_of(ended.await, bucket, location);
    }

    /// Leaves one that may still be there.
    pub(super) async fn leave(&self, bucket: &str, location: &Path) {
        let left = async {
            let mut tx = self.meta.write().await?;
            begun_uploads::leave(&mut tx, &self.server, bucket, location.as_ref()).await?;
            tx.commit().await
        };
        warn_of(left.await, bucket, location);
    }

    /// Those that are left, of this server and of others that died.
    pub(super) async fn left(&self) -> Result<Vec<BegunUpload>> {
        let mut tx = self.meta.write().await?;
        begun_uploads::expire(&mut tx, Millis(self.now().0 - KEPT_MILLIS)).await?;
        let left = begun_uploads::left(&mut tx, LEFT_MAX).await?;
        tx.commit().await?;
        Ok(left)
    }

    /// Forgets one that was given up.
    pub(super) async fn given_up(&self, upload: &BegunUpload) -> Result<()> {
        let mut tx = self.meta.write().await?;
        begun_uploads::end(&mut tx, &upload.server, &upload.bucket, &upload.key).await?;
        tx.commit().await
    }

    fn now(&self) -> Millis {
        Millis((self.clock)().timestamp_millis())
    }
}

fn warn_of(noted: Result<()>, bucket: &str, location: &Path) {
    if let Err(error) = noted {
        tracing::warn!(bucket, %location, %error, "note how an upload ended");
    }
}
