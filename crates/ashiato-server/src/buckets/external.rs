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
use ashiato_engine::source::exact_path::exact_path;
use ashiato_engine::source::s3::{self, S3Url};
use ashiato_engine::{Error, ErrorKind};
use ashiato_objects::{Sealing, Tags};
use async_trait::async_trait;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::list::{PaginatedListOptions, PaginatedListStore};
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, PutOptions, PutPayload, Result as StoreResult};
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
    connections: Connections,
    /// The same without patience, for what is put again later.
    deliveries: Connections,
    /// How it is called in what people read.
    name: String,
    requests: Requests,
    /// The bucket of the server's own folder, and the folder of managed results there.
    own: Noted,
    managed: Path,
    notes: Arc<OnceLock<UploadNotes>>,
}

/// Connections to buckets, made when they are first asked for.
struct Connections {
    builder: AmazonS3Builder,
    notes: Arc<OnceLock<UploadNotes>>,
    kept: Mutex<HashMap<String, Arc<Noted>>>,
}

impl Connections {
    fn by(builder: AmazonS3Builder, notes: &Arc<OnceLock<UploadNotes>>) -> Connections {
        Connections { builder, notes: Arc::clone(notes), kept: Mutex::default() }
    }

    fn to(&self, bucket: &str) -> Result<Arc<Noted>, Error> {
        let mut kept = self.kept.lock().expect("no thread panics while it connects");
        if let Some(connected) = kept.get(bucket) {
            return Ok(Arc::clone(connected));
        }
        let connected = Arc::new(build(&self.builder, bucket, &self.notes)?);
        if kept.len() >= BUCKETS_KEPT_MAX {
            kept.clear();
        }
        kept.insert(bucket.to_string(), Arc::clone(&connected));
        Ok(connected)
    }
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
            deliveries: Connections::by(connection.clone().with_retry(settings::once()), &notes),
            connections: Connections::by(connection, &notes),
            name: settings.name(),
            own,
            managed,
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
}

impl BucketSource for ExternalStore {
    fn bucket(&self, name: &str) -> Result<Arc<dyn Bucket>, Error> {
        // The name becomes a part of a URL.
        if !is_bucket_name(name) {
            return Err(Error::new(ErrorKind::NotFound, format!("The specified bucket does not exist: {name}")));
        }
        Ok(self.connections.to(name)?)
    }
}

#[async_trait]
impl AccountBuckets for ExternalStore {
    async fn is_missing(&self, bucket: &str) -> bool {
        if !is_bucket_name(bucket) {
            return true;
        }
        let Ok(bucket) = self.connections.to(bucket) else { return false };
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

    async fn put_once(
        &self,
        bucket: &str,
        key: &str,
        payload: PutPayload,
        options: PutOptions,
    ) -> object_store::Result<()> {
        let not_there = || object_store::Error::NotFound { path: bucket.to_string(), source: "no such bucket".into() };
        if !is_bucket_name(bucket) {
            return Err(not_there());
        }
        let path = exact_path(key)
            .ok_or_else(|| object_store::Error::Generic { store: "S3", source: format!("no key {key}").into() })?;
        let bucket = self.deliveries.to(bucket);
        let bucket = bucket.map_err(|error| object_store::Error::Generic { store: "S3", source: error.into() })?;
        bucket.put_opts(&path, payload, options).await.map(drop)
    }

    fn takes_key(&self, key: &str) -> bool {
        exact_path(key).is_some()
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
