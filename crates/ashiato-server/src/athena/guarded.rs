//! A bucket whose every use is decided first, and which remembers the first thing that went wrong.

use ashiato_engine::source::bucket_source::Bucket;
use ashiato_objects::Sealing;
use async_trait::async_trait;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt, future, stream};
use object_store::list::{PaginatedListOptions, PaginatedListResult, PaginatedListStore};
use object_store::path::Path;
use object_store::{
    CopyOptions, Error, Extensions, GetOptions, GetResult, GetResultPayload, ListResult, MultipartUpload, ObjectMeta,
    ObjectStore, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result, UploadPart,
};
use std::fmt;
use std::sync::Arc;

use super::callers_buckets::{FirstTrouble, Trouble};
use super::uploads::Uploads;
use crate::access::{Caller, Check, KeyRefusal, KeyUse, WithoutTags};
use crate::buckets::AccountBuckets;
use crate::keys::{EncryptionContext, S3_CONTEXT};

/// A bucket as one caller may use it.
#[derive(Clone)]
pub(super) struct Guarded {
    pub(super) objects: Arc<dyn Bucket>,
    pub(super) name: String,
    pub(super) account: Arc<dyn AccountBuckets>,
    pub(super) caller: Arc<Caller>,
    pub(super) trouble: FirstTrouble,
    pub(super) uploads: Uploads,
    pub(super) key: Option<Arc<str>>,
}

impl Guarded {
    fn may_put(&self, key: &str) -> Result<()> {
        let check = self.check("s3:PutObject", key)?;
        self.decide(key, || self.caller.denial(&check))
    }

    /// Where that depends on the object's tags, they are read first.
    async fn may_get(&self, key: &str) -> Result<()> {
        let check = self.check("s3:GetObject", key)?;
        self.expect_no_failure()?;
        match self.caller.denial_without_tags(&check) {
            Ok(WithoutTags::Decided(denial)) => self.decide(key, || Ok(denial)),
            Ok(WithoutTags::DependsOnThem) => {
                let tags = self.account.tags(&self.name, key).await.map_err(|error| self.met(error))?;
                self.decide(key, || self.caller.denial_given_tags(&check, &tags))
            }
            Err(error) => self.decide(key, || Err(error)),
        }
    }

    fn check(&self, action: &str, key: &str) -> Result<Check> {
        if self.account.is_reserved(&self.name, key) {
            let source = "no such key".into();
            return Err(Error::NotFound { path: key.to_string(), source });
        }
        let resource = format!("arn:aws:s3:::{}/{key}", self.name);
        Ok(Check { action: action.into(), resource, keys: Vec::new() })
    }

    fn may_list(&self, prefix: &str) -> Result<()> {
        let keys = vec![("s3:prefix".into(), prefix.to_string())];
        let resource = format!("arn:aws:s3:::{}", self.name);
        let check = Check { action: "s3:ListBucket".into(), resource, keys };
        self.decide(prefix, || self.caller.denial(&check))
    }

    /// A store that failed is not asked again file by file: the query ends now.
    fn expect_no_failure(&self) -> Result<()> {
        match self.trouble.get() {
            Some(Trouble::Store(sentence)) => Err(unavailable(sentence.clone())),
            _ => Ok(()),
        }
    }

    fn decide(
        &self,
        path: &str,
        denial: impl FnOnce() -> std::result::Result<Option<String>, crate::aws::Error>,
    ) -> Result<()> {
        self.expect_no_failure()?;
        let sentence = match denial() {
            Ok(None) => return Ok(()),
            Ok(Some(sentence)) => sentence,
            // A policy that cannot be read allows nothing.
            Err(error) => error.message,
        };
        let _ = self.trouble.set(Trouble::Denied(sentence.clone()));
        Err(Error::PermissionDenied { path: path.to_string(), source: sentence.into() })
    }

    /// An object that is encrypted is opened for those alone who may use its key.
    async fn may_open(&self, key: &str) -> Result<()> {
        let Some(sealing) = self.account.sealing(&self.name, key) else { return Ok(()) };
        let used = self.caller.use_key("s3", &sealing.key, KeyUse::Decrypt, &sealing.context).await;
        used.map_err(|refusal| self.refused_by_key(key, refusal))
    }

    /// What an object that is put is to be encrypted with, where it is: the caller must be let use the key.
    async fn seal(&self, key: &str, extensions: &mut Extensions) -> Result<()> {
        let Some(arn) = &self.key else { return Ok(()) };
        let context: EncryptionContext = [(S3_CONTEXT.to_string(), format!("arn:aws:s3:::{}/{key}", self.name))].into();
        match self.caller.use_key("s3", arn, KeyUse::GenerateDataKey, &context).await {
            Ok(()) => {
                extensions.insert(Sealing { key: arn.to_string(), context });
                Ok(())
            }
            Err(refusal) => Err(self.refused_by_key(key, refusal)),
        }
    }

    fn refused_by_key(&self, key: &str, refusal: KeyRefusal) -> Error {
        let sentence = match refusal {
            KeyRefusal::Denied(sentence) => sentence,
            KeyRefusal::Failed(failed) => failed.to_string(),
        };
        let _ = self.trouble.set(Trouble::Denied(sentence.clone()));
        Error::PermissionDenied { path: key.to_string(), source: sentence.into() }
    }

    /// An error as the query meets it. One of the store itself is remembered.
    fn met(&self, error: Error) -> Error {
        let Some(sentence) = self.account.failure(&error) else { return error };
        let _ = self.trouble.set(Trouble::Store(sentence.clone()));
        unavailable(sentence)
    }

    fn is_shown(&self, path: &Path) -> bool {
        !self.account.is_reserved(&self.name, path.as_ref())
    }

    fn shown(&self, mut result: ListResult) -> ListResult {
        result.objects.retain(|object| self.is_shown(&object.location));
        result.common_prefixes.retain(|prefix| self.is_shown(prefix));
        result
    }
}

fn unavailable(sentence: String) -> Error {
    Error::Generic { store: "S3", source: sentence.into() }
}

impl fmt::Display for Guarded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bucket {}", self.name)
    }
}

impl fmt::Debug for Guarded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guarded({})", self.name)
    }
}

#[async_trait]
impl ObjectStore for Guarded {
    async fn put_opts(&self, location: &Path, payload: PutPayload, mut options: PutOptions) -> Result<PutResult> {
        self.may_put(location.as_ref())?;
        self.seal(location.as_ref(), &mut options.extensions).await?;
        let (objects, at) = (Arc::clone(&self.objects), location.clone());
        let putting = async move { objects.put_opts(&at, payload, options).await };
        self.uploads.put(putting).await.map_err(|error| self.met(error))
    }

    async fn put_multipart_opts(
        &self,
        location: &Path,
        mut options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.may_put(location.as_ref())?;
        self.seal(location.as_ref(), &mut options.extensions).await?;
        let (objects, at) = (Arc::clone(&self.objects), location.clone());
        let beginning = async move { objects.put_multipart_opts(&at, options).await };
        let parts = self.uploads.begin(location, beginning).await.map_err(|error| self.met(error))?;
        Ok(Box::new(Parts { parts, bucket: self.clone() }))
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.may_get(location.as_ref()).await?;
        self.may_open(location.as_ref()).await?;
        let mut result = self.objects.get_opts(location, options).await.map_err(|error| self.met(error))?;
        if let GetResultPayload::Stream(pieces) = result.payload {
            let bucket = self.clone();
            result.payload = GetResultPayload::Stream(pieces.map_err(move |error| bucket.met(error)).boxed());
        }
        Ok(result)
    }

    /// Takes away what the query itself has begun to write: who may put it may have it gone again.
    fn delete_stream(&self, locations: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        let bucket = self.clone();
        let allowed =
            locations.and_then(move |location| future::ready(bucket.may_put(location.as_ref()).map(|()| location)));
        let bucket = self.clone();
        self.objects.delete_stream(allowed.boxed()).map_err(move |error| bucket.met(error)).boxed()
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        if let Err(error) = self.may_list(prefix.map(Path::as_ref).unwrap_or_default()) {
            return stream::once(future::ready(Err(error))).boxed();
        }
        let (bucket, listing) = (self.clone(), self.clone());
        let listed = self.objects.list(prefix).map_err(move |error| bucket.met(error));
        listed.try_filter(move |object| future::ready(listing.is_shown(&object.location))).boxed()
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.may_list(prefix.map(Path::as_ref).unwrap_or_default())?;
        let listed = self.objects.list_with_delimiter(prefix).await.map_err(|error| self.met(error))?;
        Ok(self.shown(listed))
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.may_get(from.as_ref()).await?;
        self.may_open(from.as_ref()).await?;
        self.may_put(to.as_ref())?;
        self.objects.copy_opts(from, to, options).await.map_err(|error| self.met(error))
    }
}

#[async_trait]
impl PaginatedListStore for Guarded {
    async fn list_paginated(&self, prefix: Option<&str>, options: PaginatedListOptions) -> Result<PaginatedListResult> {
        self.may_list(prefix.unwrap_or_default())?;
        let page = self.objects.list_paginated(prefix, options).await.map_err(|error| self.met(error))?;
        Ok(PaginatedListResult { result: self.shown(page.result), ..page })
    }
}

/// An upload that its bucket let in.
struct Parts {
    parts: Box<dyn MultipartUpload>,
    bucket: Guarded,
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.fmt(f)
    }
}

#[async_trait]
impl MultipartUpload for Parts {
    fn put_part(&mut self, data: PutPayload) -> UploadPart {
        let (part, bucket) = (self.parts.put_part(data), self.bucket.clone());
        Box::pin(async move { part.await.map_err(|error| bucket.met(error)) })
    }

    async fn complete(&mut self) -> Result<PutResult> {
        self.parts.complete().await.map_err(|error| self.bucket.met(error))
    }

    async fn abort(&mut self) -> Result<()> {
        self.parts.abort().await
    }
}
