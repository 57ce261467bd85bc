//! The server's buckets, as they are: for what is Athena's own. Queries have them as their callers may use them.

use ashiato_engine::source::bucket_source::{Bucket, BucketSource};
use ashiato_engine::{Error, ErrorKind};
use ashiato_objects::{BucketObjects, Kind, Store};
use std::sync::Arc;

/// Where results are kept that are Athena's own, not in a bucket of the account's.
pub(crate) const MANAGED_RESULTS: &str = "ashiato-managed-query-results";

/// The buckets of the embedded store.
#[derive(Debug, Clone)]
pub(crate) struct KeptBuckets(pub(crate) Store);

impl BucketSource for KeptBuckets {
    fn bucket(&self, name: &str) -> Result<Arc<dyn Bucket>, Error> {
        Ok(Arc::new(self.objects(name)?))
    }
}

impl KeptBuckets {
    /// The objects of a bucket that is there.
    pub(crate) fn objects(&self, name: &str) -> Result<BucketObjects, Error> {
        self.0.bucket(name).map_err(|error| {
            let kind = if error.kind == Kind::NoSuchBucket { ErrorKind::NotFound } else { ErrorKind::Unavailable };
            Error::new(kind, format!("The specified bucket does not exist: {name}")).because(error)
        })?;
        Ok(BucketObjects::new(self.0.clone(), name))
    }

    /// Makes the bucket of managed results, unless it is there.
    pub(crate) async fn ensure_managed_results(&self, region: &str) -> ashiato_objects::Result<()> {
        if self.0.bucket(MANAGED_RESULTS).is_ok() {
            return Ok(());
        }
        match self.0.create_bucket(MANAGED_RESULTS, region).await {
            Err(error) if error.kind != Kind::BucketExists => Err(error),
            _ => Ok(()),
        }
    }
}
