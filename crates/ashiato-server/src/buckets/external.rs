//! The buckets of an S3-compatible store over the network, by their own names and with the server's own credentials.
//!
//! The server's folder in it holds managed results alone. Buckets are neither made nor configured here, and their
//! policies are the store's own to keep.

mod settings;
mod failure;
mod requests;
mod elements;
mod tags;
mod notes;
mod noted;
mod left;

pub use notes::UploadNotes;
pub use settings::{ExternalKey, ExternalSettings};

use ashiato_engine::source::bucket_source::{Bucket, BucketSource};
use ashiato_engine::source::s3::{self, S3Url};
use ashiato_engine::{Error, ErrorKind};
use ashiato_objects::{Sealing, Tags};
use async_trait::async_trait;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::list::{PaginatedListOptions, PaginatedListStore};
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, Result as StoreResult};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock};

use super::{AccountBuckets, BucketPolicy, MANAGED_RESULTS};
use noted::Noted;
use requests::Requests;

/// Connections to so many buckets are kept: names come from statements, so they could be any number.
const BUCKETS_KEPT_MAX: usize = 256;

/// A store that others serve.
pub struct ExternalStore {
    connection: AmazonS3Builder,
    /// How it is called in what people read.
    name: String,
    requests: Requests,
    /// The bucket of the server's own folder, and the folder of managed results there.
    own: Noted,
    managed: Path,
    buckets: Mutex<HashMap<String, Arc<Noted>>>,
    notes: Arc<OnceLock<UploadNotes>>,
}

impl fmt::Debug for ExternalStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExternalStore").field("name", &self.name).field("bucket", &self.own.name).finish()
    }
}

impl ExternalStore {
    /// Connects with the store, and looks into the server's folder there: whether the store answers, knows the
    /// credentials and lets them in shows at once.
    ///
    /// # Errors
    /// `Invalid` for settings that cannot be, `Unavailable` with the store's own words.
    pub async fn connect(settings: &ExternalSettings) -> Result<ExternalStore, Error> {
        let url = settings.parsed_url()?;
        let connection = settings.connection()?;
        let notes = Arc::default();
        let own = build(&connection, &url.bucket, &notes)?;
        let folder = url.prefix.trim_matches('/');
        let managed = Path::parse(folder).map(|folder| folder.join(MANAGED_RESULTS));
        let managed = managed.map_err(|error| settings::wrong_url(&settings.url).because(error))?;
        let store = ExternalStore {
            requests: settings.requests(&connection)?,
            connection,
            name: settings.name(),
            own,
            managed,
            buckets: Mutex::default(),
            notes,
        };
        store.look(&url).await?;
        Ok(store)
    }

    /// How the store is called in what people read.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Notes uploads in parts from here on. To be said once.
    pub(crate) fn note_uploads(&self, notes: UploadNotes) {
        let _ = self.notes.set(notes);
    }

    async fn look(&self, url: &S3Url) -> Result<(), Error> {
        let prefix = Some(url.prefix.as_str()).filter(|prefix| !prefix.is_empty());
        let listed = self.own.list_paginated(prefix, one_key()).await;
        listed.map(drop).map_err(|error| {
            let why = failure::cause(&error);
            let message = format!("look into s3://{}/{} at {}: {why}", url.bucket, url.prefix, self.name);
            Error::new(ErrorKind::Unavailable, message).because(error)
        })
    }

    fn connected(&self, name: &str) -> Result<Arc<Noted>, Error> {
        let mut buckets = self.buckets.lock().expect("no thread panics while it connects");
        if let Some(bucket) = buckets.get(name) {
            return Ok(Arc::clone(bucket));
        }
        let bucket = Arc::new(build(&self.connection, name, &self.notes)?);
        if buckets.len() >= BUCKETS_KEPT_MAX {
            buckets.clear();
        }
        buckets.insert(name.to_string(), Arc::clone(&bucket));
        Ok(bucket)
    }
}

impl BucketSource for ExternalStore {
    fn bucket(&self, name: &str) -> Result<Arc<dyn Bucket>, Error> {
        // The name becomes a part of a URL.
        if !is_bucket_name(name) {
            return Err(Error::new(ErrorKind::NotFound, format!("The specified bucket does not exist: {name}")));
        }
        Ok(self.connected(name)?)
    }
}

#[async_trait]
impl AccountBuckets for ExternalStore {
    async fn is_missing(&self, bucket: &str) -> bool {
        if !is_bucket_name(bucket) {
            return true;
        }
        let Ok(bucket) = self.connected(bucket) else { return false };
        // That the store is away, or may not be listed, is for the query to find, which can say so.
        matches!(bucket.list_paginated(None, one_key()).await, Err(error) if s3::words(&error).starts_with("NoSuchBucket"))
    }

    fn managed_results(&self) -> Arc<dyn ObjectStore> {
        Arc::new(PrefixStore::new(self.own.clone(), self.managed.clone()))
    }

    /// A folder needs no making.
    async fn ensure_managed_results(&self, _region: &str) -> Result<(), Error> {
        Ok(())
    }

    fn is_reserved(&self, bucket: &str, key: &str) -> bool {
        let rest = || key.strip_prefix(self.managed.as_ref());
        bucket == MANAGED_RESULTS
            || (bucket == self.own.name && rest().is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }

    fn policy(&self, _bucket: &str) -> Option<BucketPolicy> {
        None
    }

    async fn tags(&self, bucket: &str, key: &str) -> StoreResult<Tags> {
        self.tags_of(bucket, key).await
    }

    fn sealing(&self, _bucket: &str, _key: &str) -> Option<Sealing> {
        None
    }

    async fn give_up_left(&self) {
        self.give_up_what_is_left().await;
    }

    fn failure(&self, error: &object_store::Error) -> Option<String> {
        failure::is_of_store(error)
            .then(|| format!("The object store at {} failed: {}", self.name, failure::cause(error)))
    }
}

fn build(connection: &AmazonS3Builder, bucket: &str, notes: &Arc<OnceLock<UploadNotes>>) -> Result<Noted, Error> {
    let built: object_store::Result<AmazonS3> = connection.clone().with_bucket_name(bucket).build();
    let failed = |error| Error::new(ErrorKind::Invalid, format!("s3://{bucket}: {error}")).because(error);
    Ok(Noted { objects: built.map_err(failed)?, name: bucket.to_string(), notes: Arc::clone(notes) })
}

fn one_key() -> PaginatedListOptions {
    PaginatedListOptions { max_keys: Some(1), ..PaginatedListOptions::default() }
}

/// What S3 lets a bucket be called, with the capitals and underscores of its early years.
fn is_bucket_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    (3..=255).contains(&name.len())
        && name.bytes().all(is_plain)
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !name.contains("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_go_into_a_url() {
        for name in ["abc", "my.logs-2023", "Old_Bucket"] {
            assert!(is_bucket_name(name), "{name}");
        }
        for name in ["", "ab", "..", "...", ".logs", "a/b", "a?b", "a%2fb", "a#b", "a b", "ab..c", "bücket"] {
            assert!(!is_bucket_name(name), "{name}");
        }
    }
}
