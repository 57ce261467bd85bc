//! The buckets of the embedded store.

use ashiato_engine::source::bucket_source::{Bucket, BucketSource};
use ashiato_engine::{Error, ErrorKind};
use ashiato_objects::{BucketObjects, Kind, Sealing, Store, Tags};
use async_trait::async_trait;
use object_store::{ObjectStore, PutOptions, PutPayload};
use std::sync::Arc;

use super::{AccountBuckets, BucketPolicy, MANAGED_RESULTS};

#[derive(Debug)]
pub(super) struct EmbeddedBuckets(pub(super) Store);

impl BucketSource for EmbeddedBuckets {
    fn bucket(&self, name: &str) -> Result<Arc<dyn Bucket>, Error> {
        self.0.bucket(name).map_err(|error| {
            let kind = if error.kind == Kind::NoSuchBucket { ErrorKind::NotFound } else { ErrorKind::Unavailable };
            Error::new(kind, format!("The specified bucket does not exist: {name}")).because(error)
        })?;
        Ok(Arc::new(BucketObjects::new(self.0.clone(), name)))
    }
}

#[async_trait]
impl AccountBuckets for EmbeddedBuckets {
    async fn is_missing(&self, bucket: &str) -> bool {
        self.0.bucket(bucket).is_err()
    }

    fn managed_results(&self) -> Arc<dyn ObjectStore> {
        Arc::new(BucketObjects::new(self.0.clone(), MANAGED_RESULTS))
    }

    async fn ensure_managed_results(&self, region: &str) -> Result<(), Error> {
        if self.0.bucket(MANAGED_RESULTS).is_ok() {
            return Ok(());
        }
        match self.0.create_bucket(MANAGED_RESULTS, region).await {
            Err(error) if error.kind != Kind::BucketExists => {
                Err(Error::new(ErrorKind::Unavailable, "make the bucket of managed results").because(error))
            }
            _ => Ok(()),
        }
    }

    fn is_reserved(&self, bucket: &str, _key: &str) -> bool {
        bucket == MANAGED_RESULTS
    }

    fn policy(&self, bucket: &str) -> Option<BucketPolicy> {
        // No bucket, no policy: that there is no bucket is for the operation to say.
        let text = self.0.document(bucket, ashiato_s3::POLICY).ok()??;
        Some(BucketPolicy { text, restricts_public: ashiato_s3::restricts_public(&self.0, bucket) })
    }

    async fn tags(&self, bucket: &str, key: &str) -> object_store::Result<Tags> {
        Ok(self.0.head(bucket, key).map(|object| object.tags.clone()).unwrap_or_default())
    }

    fn sealing(&self, bucket: &str, key: &str) -> Option<Sealing> {
        self.0.head(bucket, key).ok()?.sealing.clone()
    }

    /// The parts of one that nobody ends are gone with the process that sent them.
    async fn give_up_left(&self) {}
    async fn put_once(
        &self,
        bucket: &str,
        key: &str,
        payload: PutPayload,
        options: PutOptions,
    ) -> object_store::Result<()> {
        BucketObjects::new(self.0.clone(), bucket).put_under(key, payload, options).await.map(drop)
    }

    fn takes_key(&self, _key: &str) -> bool {
        true
    }

    /// What cannot be read here is damage of that object.
    fn failure(&self, _error: &object_store::Error) -> Option<String> {
        None
    }
}
