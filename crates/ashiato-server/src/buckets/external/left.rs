//! Uploads in parts that a server has left in the store, by its death or because the store did not let it give them up.

use ashiato_meta::begun_uploads::BegunUpload;
use http::Method;
use object_store::multipart::MultipartStore;
use object_store::path::Path;
use object_store::{Error, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::ExternalStore;
use super::elements::{Element, elements};
use super::requests::generic;

/// What stands as it is in a signed URL.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// A store that still lists what it was told to give up is asked again no more often than this, for now.
const ROUNDS_MAX: usize = 10;

impl ExternalStore {
    /// Gives up those that are left. What cannot be given up now is told in the log, and tried again the next time.
    pub(super) async fn give_up_what_is_left(&self) {
        let Some(notes) = self.notes.get() else { return };
        let left = match notes.left().await {
            Ok(left) => left,
            Err(error) => return tracing::warn!(%error, "look for uploads that are left"),
        };
        for upload in left {
            let BegunUpload { bucket, key, .. } = &upload;
            match self.give_up_uploads(&upload).await {
                Ok(count) => {
                    tracing::info!(bucket, key, count, "uploads that a server had left are given up");
                    if let Err(error) = notes.given_up(&upload).await {
                        tracing::warn!(bucket, key, %error, "forget an upload that was given up");
                    }
                }
                Err(error) => {
                    let error = super::failure::cause(&error);
                    tracing::warn!(bucket, key, error, "give up an upload: its parts are still in the store");
                }
            }
        }
    }

    /// Gives up all uploads of one key. The keys of results and of what queries write are those of one query each, so they
    /// are nobody else's; by its key one is found also when it is not known whether it began. Tells how many there were.
    async fn give_up_uploads(&self, upload: &BegunUpload) -> Result<usize> {
        let bucket = self.connections.to(&upload.bucket).map_err(|error| generic(error.message))?.objects.clone();
        let key = Path::parse(&upload.key)?;
        let query = format!("uploads&prefix={}", utf8_percent_encode(key.as_ref(), PLAIN));
        let mut count = 0;
        for _ in 0..ROUNDS_MAX {
            let listed = match self.requests.send(&bucket, Method::GET, &Path::default(), &query).await {
                Ok(listed) => listed,
                // Its bucket is gone, and what was in it.
                Err(Error::NotFound { .. }) => return Ok(count),
                Err(error) => return Err(error),
            };
            let listed = elements(&listed, "Upload").ok_or_else(|| generic("the store's list of uploads is no XML"))?;
            let ids: Vec<String> = listed.into_iter().filter_map(|listed| id_of(listed, key.as_ref())).collect();
            if ids.is_empty() {
                return Ok(count);
            }
            for id in ids {
                match bucket.abort_multipart(&key, &id).await {
                    Ok(()) | Err(Error::NotFound { .. }) => count += 1,
                    Err(error) => return Err(error),
                }
            }
        }
        Err(generic("the store goes on listing what was given up"))
    }
}

fn id_of(mut listed: Element, key: &str) -> Option<String> {
    (listed.get("Key")? == key).then(|| listed.remove("UploadId"))?
}
