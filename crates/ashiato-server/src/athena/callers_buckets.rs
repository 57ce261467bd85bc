//! The buckets as the queries of one caller may use them: a query reads and writes what its caller may, and no more.

use ashiato_engine::source::bucket_source::{Bucket, BucketSource};
use ashiato_engine::{Error, ErrorKind};
use ashiato_objects::BucketObjects;
use async_trait::async_trait;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use object_store::list::{PaginatedListOptions, PaginatedListResult, PaginatedListStore};
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMultipartOptions,
    PutOptions, PutPayload, PutResult, Result,
};
use std::fmt;
use std::sync::{Arc, OnceLock};

use super::buckets::{KeptBuckets, MANAGED_RESULTS};
use crate::access::{Caller, Check};

/// The first thing that a caller was denied: what a query fails by, whatever became of the read.
pub(crate) type Denied = Arc<OnceLock<String>>;

/// The account's buckets, as one caller may use them.
#[derive(Debug, Clone)]
pub(crate) struct CallersBuckets {
    kept: KeptBuckets,
    caller: Arc<Caller>,
    denied: Denied,
}

impl CallersBuckets {
    pub(crate) fn new(kept: KeptBuckets, caller: Caller) -> CallersBuckets {
        CallersBuckets { kept, caller: Arc::new(caller), denied: Denied::default() }
    }

    /// What the caller was denied so far.
    pub(crate) fn denied(&self) -> Denied {
        Arc::clone(&self.denied)
    }
}

impl BucketSource for CallersBuckets {
    fn bucket(&self, name: &str) -> std::result::Result<Arc<dyn Bucket>, Error> {
        // Results that are managed are reached by GetQueryResults alone.
        if name == MANAGED_RESULTS {
            return Err(Error::new(ErrorKind::NotFound, format!("The specified bucket does not exist: {name}")));
        }
        let objects = self.kept.objects(name)?;
        let caller = Arc::clone(&self.caller);
        Ok(Arc::new(Guarded { objects, arn: format!("arn:aws:s3:::{name}"), caller, denied: self.denied() }))
    }
}

/// A bucket whose every use is decided first.
#[derive(Clone)]
struct Guarded {
    objects: BucketObjects,
    arn: String,
    caller: Arc<Caller>,
    denied: Denied,
}

impl Guarded {
    fn may(&self, action: &str, key: &str) -> Result<()> {
        self.decide(Check { action: action.into(), resource: format!("{}/{key}", self.arn), keys: Vec::new() }, key)
    }

    fn may_list(&self, prefix: &str) -> Result<()> {
        let keys = vec![("s3:prefix", prefix.to_string())];
        self.decide(Check { action: "s3:ListBucket".into(), resource: self.arn.clone(), keys }, prefix)
    }

    fn decide(&self, check: Check, path: &str) -> Result<()> {
        let sentence = match self.caller.denial(&check) {
            Ok(None) => return Ok(()),
            Ok(Some(sentence)) => sentence,
            // A policy that cannot be read allows nothing.
            Err(error) => error.message,
        };
        let _ = self.denied.set(sentence.clone());
        Err(object_store::Error::PermissionDenied { path: path.to_string(), source: sentence.into() })
    }
}

impl fmt::Display for Guarded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.objects.fmt(f)
    }
}

impl fmt::Debug for Guarded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.objects.fmt(f)
    }
}

#[async_trait]
impl ObjectStore for Guarded {
    async fn put_opts(&self, location: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult> {
        self.may("s3:PutObject", location.as_ref())?;
        self.objects.put_opts(location, payload, options).await
    }

    async fn put_multipart_opts(
        &self,
        location: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.may("s3:PutObject", location.as_ref())?;
        self.objects.put_multipart_opts(location, options).await
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.may("s3:GetObject", location.as_ref())?;
        self.objects.get_opts(location, options).await
    }

    /// Takes away what the query itself has begun to write: who may put it may have it gone again.
    fn delete_stream(&self, locations: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        let bucket = self.clone();
        let allowed = locations.and_then(move |location| {
            futures::future::ready(bucket.may("s3:PutObject", location.as_ref()).map(|()| location))
        });
        self.objects.delete_stream(allowed.boxed())
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        match self.may_list(prefix.map(Path::as_ref).unwrap_or_default()) {
            Ok(()) => self.objects.list(prefix),
            Err(error) => futures::stream::once(futures::future::ready(Err(error))).boxed(),
        }
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.may_list(prefix.map(Path::as_ref).unwrap_or_default())?;
        self.objects.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.may("s3:GetObject", from.as_ref())?;
        self.may("s3:PutObject", to.as_ref())?;
        self.objects.copy_opts(from, to, options).await
    }
}

#[async_trait]
impl PaginatedListStore for Guarded {
    async fn list_paginated(&self, prefix: Option<&str>, options: PaginatedListOptions) -> Result<PaginatedListResult> {
        self.may_list(prefix.unwrap_or_default())?;
        self.objects.list_paginated(prefix, options).await
    }
}
