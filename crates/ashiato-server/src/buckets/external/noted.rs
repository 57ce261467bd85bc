//! A bucket of the store, whose uploads in parts are noted in the state while they are under way.

use async_trait::async_trait;
use futures::stream::BoxStream;
use object_store::aws::AmazonS3;
use object_store::list::{PaginatedListOptions, PaginatedListResult, PaginatedListStore};
use object_store::path::Path;
use object_store::{
    CopyOptions, Error, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, Result, UploadPart,
};
use std::fmt;
use std::sync::{Arc, OnceLock};
use tokio::runtime::Handle;

use super::notes::UploadNotes;
use super::requests::generic;

/// A bucket and where its uploads are noted: nowhere, before it is known where.
#[derive(Debug, Clone)]
pub(super) struct Noted {
    pub(super) objects: AmazonS3,
    pub(super) name: String,
    pub(super) notes: Arc<OnceLock<UploadNotes>>,
}

impl fmt::Display for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.objects.fmt(f)
    }
}

#[async_trait]
impl ObjectStore for Noted {
    async fn put_opts(&self, location: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult> {
        self.objects.put_opts(location, payload, options).await
    }

    async fn put_multipart_opts(
        &self,
        location: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        let Some(notes) = self.notes.get() else { return self.objects.put_multipart_opts(location, options).await };
        notes.begin(&self.name, location).await.map_err(generic)?;
        match self.objects.put_multipart_opts(location, options).await {
            Ok(parts) => Ok(Box::new(NotedUpload {
                parts: Some(parts),
                notes: notes.clone(),
                bucket: self.name.clone(),
                location: location.clone(),
                threads: Handle::current(),
            })),
            // The store says that it has not begun it.
            Err(error @ (Error::NotFound { .. } | Error::PermissionDenied { .. })) => {
                notes.end(&self.name, location).await;
                Err(error)
            }
            Err(error) => {
                notes.leave(&self.name, location).await;
                Err(error)
            }
        }
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.objects.get_opts(location, options).await
    }

    fn delete_stream(&self, locations: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        self.objects.delete_stream(locations)
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.objects.list(prefix)
    }

    fn list_with_offset(&self, prefix: Option<&Path>, offset: &Path) -> BoxStream<'static, Result<ObjectMeta>> {
        self.objects.list_with_offset(prefix, offset)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.objects.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.objects.copy_opts(from, to, options).await
    }
}

#[async_trait]
impl PaginatedListStore for Noted {
    async fn list_paginated(&self, prefix: Option<&str>, options: PaginatedListOptions) -> Result<PaginatedListResult> {
        self.objects.list_paginated(prefix, options).await
    }
}

/// An upload that is noted until it has ended. Dropped before, it is left.
struct NotedUpload {
    /// `None` once it has ended, or was left.
    parts: Option<Box<dyn MultipartUpload>>,
    notes: UploadNotes,
    bucket: String,
    location: Path,
    threads: Handle,
}

impl NotedUpload {
    async fn end(&mut self) {
        self.parts = None;
        self.notes.end(&self.bucket, &self.location).await;
    }
}

impl fmt::Debug for NotedUpload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotedUpload").field("parts", &self.parts).finish_non_exhaustive()
    }
}

fn ended() -> Error {
    generic("the upload has ended")
}

#[async_trait]
impl MultipartUpload for NotedUpload {
    fn put_part(&mut self, data: PutPayload) -> UploadPart {
        match &mut self.parts {
            Some(parts) => parts.put_part(data),
            None => Box::pin(async { Err(ended()) }),
        }
    }

    /// One whose completion failed is still there, to be given up.
    async fn complete(&mut self) -> Result<PutResult> {
        let completed = self.parts.as_mut().ok_or_else(ended)?.complete().await?;
        self.end().await;
        Ok(completed)
    }

    /// One that cannot be given up now is left, so that it is tried again.
    async fn abort(&mut self) -> Result<()> {
        self.parts.as_mut().ok_or_else(ended)?.abort().await?;
        self.end().await;
        Ok(())
    }
}

impl Drop for NotedUpload {
    fn drop(&mut self) {
        if self.parts.is_none() {
            return;
        }
        let (notes, bucket, location) = (self.notes.clone(), self.bucket.clone(), self.location.clone());
        self.threads.spawn(async move { notes.leave(&bucket, &location).await });
    }
}
