//! The account's buckets, wherever they lie: in the embedded store, or in an S3-compatible store over the network.
//!
//! Whoever uses them on a caller's behalf decides first what the caller may: nothing here does.

mod embedded;
mod external;

pub use external::{ExternalKey, ExternalSettings, ExternalStore, UploadNotes};

use ashiato_engine::Error;
use ashiato_engine::source::bucket_source::BucketSource;
use ashiato_objects::{Sealing, Tags};
use async_trait::async_trait;
use object_store::{ObjectStore, PutOptions, PutPayload};
use std::fs::File;
use std::sync::Arc;

use embedded::EmbeddedBuckets;

/// The bucket of results that are Athena's own, as it is called where a query's result is kept. Neither SQL nor the
/// rights of anybody reach it, whatever the store.
pub(crate) const MANAGED_RESULTS: &str = "ashiato-managed-query-results";

/// Where a server's objects are.
#[derive(Debug)]
pub enum Objects {
    /// In the data folder; S3 is served from it.
    Embedded(ashiato_objects::Store),
    /// In a store that others serve. The file holds the data folder's lock, as the embedded store would.
    External(Arc<ExternalStore>, File),
}

impl Objects {
    /// The account's buckets in it.
    pub fn buckets(&self) -> Arc<dyn AccountBuckets> {
        match self {
            Objects::Embedded(store) => Arc::new(EmbeddedBuckets(store.clone())),
            Objects::External(store, _) => Arc::<ExternalStore>::clone(store),
        }
    }

    /// The embedded store, if the objects are there.
    pub fn embedded(&self) -> Option<&ashiato_objects::Store> {
        match self {
            Objects::Embedded(store) => Some(store),
            Objects::External(..) => None,
        }
    }
}

/// Buckets for queries and their results, and what rights and failures depend on the kind of store.
#[async_trait]
pub trait AccountBuckets: BucketSource {
    /// Whether the bucket is known not to be there. Where the store does not say, it may be.
    async fn is_missing(&self, bucket: &str) -> bool;

    /// The objects of [`MANAGED_RESULTS`].
    fn managed_results(&self) -> Arc<dyn ObjectStore>;

    /// Readies the place of managed results.
    ///
    /// # Errors
    /// The store's.
    async fn ensure_managed_results(&self, region: &str) -> Result<(), Error>;

    /// Whether a key, or all below it, is a managed result's, which neither SQL nor anybody's rights reach.
    fn is_reserved(&self, bucket: &str, key: &str) -> bool;

    /// The policy of a bucket that this server keeps, where the bucket has one.
    fn policy(&self, bucket: &str) -> Option<BucketPolicy>;

    /// The tags of an object; none where there is no such object.
    ///
    /// # Errors
    /// The store's.
    async fn tags(&self, bucket: &str, key: &str) -> object_store::Result<Tags>;

    /// The key that an object is encrypted under, where this server keeps it and it is.
    fn sealing(&self, bucket: &str, key: &str) -> Option<Sealing>;

    /// Gives up the uploads in parts that a server has left, by its death or for another reason, where the store keeps
    /// their parts. What cannot be given up is told in the log and tried again the next time.
    async fn give_up_left(&self);
    /// Puts an object under exactly this key, in one attempt: whoever calls has a patience of its own.
    ///
    /// # Errors
    /// The store's.
    async fn put_once(
        &self,
        bucket: &str,
        key: &str,
        payload: PutPayload,
        options: PutOptions,
    ) -> object_store::Result<()>;

    /// Whether the store can be given this key.
    fn takes_key(&self, key: &str) -> bool;

    /// What an error says of the store, rather than of the object: a query that meets it cannot go on.
    fn failure(&self, error: &object_store::Error) -> Option<String>;
}

/// A bucket's policy, and whether it is good for the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BucketPolicy {
    /// JSON, as it was put.
    pub text: String,
    /// The block of public access keeps it from those without a signature.
    pub restricts_public: bool,
}
