//! A bucket as an `object_store`, for readers in the same process: no HTTP, no signatures. What is put with a [`Sealing`]
//! among its extensions is encrypted.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use futures::stream::BoxStream;
use futures::{FutureExt, StreamExt, TryStreamExt};
use object_store::list::{PaginatedListOptions, PaginatedListResult, PaginatedListStore};
use object_store::path::{Path, PathPart};
use object_store::{
    Attribute, Attributes as StoreAttributes, CopyMode, CopyOptions, GetOptions, GetRange, GetResult, GetResultPayload,
    ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMode, PutMultipartOptions, PutOptions, PutPayload,
    PutResult, UploadPart,
};

use crate::body::Received;
use crate::error::{Error, Kind};
use crate::list::{Entry, ListQuery, Page};
use crate::object::{Attributes, Condition, Object};
use crate::seal::Sealing;
use crate::store::{Put, Store};

const ENTRIES_IN_PAGE: usize = 1000;

/// One bucket of a store.
#[derive(Clone)]
pub struct BucketObjects {
    store: Store,
    bucket: String,
}

impl BucketObjects {
    /// The bucket of this name; whether it exists shows with the first use.
    pub fn new(store: Store, bucket: impl Into<String>) -> Self {
        Self { store, bucket: bucket.into() }
    }

    /// `after` is a raw key: an `object_store` path cannot hold every key, and one that it cannot is passed over.
    fn page(&self, prefix: &str, delimiter: &str, after: &str) -> object_store::Result<Page> {
        let query = ListQuery { prefix, delimiter, after, entries_max: ENTRIES_IN_PAGE };
        self.store.list(&self.bucket, &query).map_err(|error| foreign(error, prefix))
    }

    /// Puts an object under exactly this key, which an `object_store` path may not be able to hold.
    ///
    /// # Errors
    /// The store's.
    pub async fn put_under(
        &self,
        key: &str,
        payload: PutPayload,
        options: PutOptions,
    ) -> object_store::Result<PutResult> {
        let pieces = futures::stream::iter(payload.into_iter().map(Ok::<_, std::convert::Infallible>));
        let condition = match options.mode {
            PutMode::Overwrite => Condition::None,
            PutMode::Create => Condition::Absent,
            PutMode::Update(version) => Condition::EtagIs(version.e_tag.unwrap_or_default()),
        };
        let creates = condition == Condition::Absent;
        let put = Put { attributes: put_attributes(&options.attributes), condition, ..Put::default() };
        let sealing = options.extensions.get::<Sealing>();
        let received = self.store.receive_sealed(pieces, &[], sealing).await.map_err(|error| foreign(error, key))?;
        match self.store.put(&self.bucket, key, received, put).await {
            Ok(object) => Ok(put_result(&object)),
            Err(error) if creates && error.kind == Kind::PreconditionFailed => {
                Err(object_store::Error::AlreadyExists { path: key.to_string(), source: error.into() })
            }
            Err(error) => Err(foreign(error, key)),
        }
    }

    fn pages(&self, prefix: String, after: String) -> BoxStream<'static, object_store::Result<ObjectMeta>> {
        let bucket = self.clone();
        let pages = futures::stream::unfold(Some(after), move |after| {
            let page = after.map(|after| bucket.page(&prefix, "", &after));
            let step = page.map(|page| match page {
                Ok(page) => (metas(page.entries), page.next),
                Err(error) => (vec![Err(error)], None),
            });
            futures::future::ready(step)
        });
        pages.flat_map(futures::stream::iter).boxed()
    }
}

fn metas(entries: Vec<Entry>) -> Vec<object_store::Result<ObjectMeta>> {
    let objects = entries.iter().filter_map(|entry| match entry {
        Entry::Object(key, object) => path_of(key).map(|path| Ok(meta(path, object))),
        Entry::Prefix(_) => None,
    });
    objects.collect()
}

/// A key as a path, also with two slashes in a row, which a path holds though it is not parsed.
fn path_of(key: &str) -> Option<Path> {
    let exact = || {
        let parts: Option<Vec<PathPart<'_>>> = key.split('/').map(|part| PathPart::parse(part).ok()).collect();
        let path = parts?.into_iter().fold(Path::ROOT, Path::join);
        (path.as_ref() == key).then_some(path)
    };
    Path::parse(key).ok().or_else(exact)
}

fn prefix_path(entry: &Entry) -> Option<Path> {
    match entry {
        Entry::Prefix(name) => Path::parse(name.trim_end_matches('/')).ok(),
        Entry::Object(..) => None,
    }
}

fn meta(location: Path, object: &Object) -> ObjectMeta {
    ObjectMeta {
        location,
        last_modified: object.modified,
        size: object.bytes,
        e_tag: Some(object.etag.clone()),
        version: None,
    }
}

/// A path as the start of keys: `object_store` prefixes are whole segments.
fn key_prefix(prefix: Option<&Path>) -> String {
    match prefix {
        Some(prefix) if !prefix.as_ref().is_empty() => format!("{prefix}/"),
        _ => String::new(),
    }
}

fn foreign(error: Error, path: &str) -> object_store::Error {
    let path = path.to_string();
    match error.kind {
        Kind::NoSuchKey | Kind::NoSuchBucket => object_store::Error::NotFound { path, source: error.into() },
        Kind::PreconditionFailed => object_store::Error::Precondition { path, source: error.into() },
        _ => object_store::Error::Generic { store: "ashiato-objects", source: error.into() },
    }
}

fn put_attributes(attributes: &StoreAttributes) -> Attributes {
    let mut kept = Attributes::default();
    for (name, value) in attributes {
        let header = match name {
            Attribute::CacheControl => "cache-control",
            Attribute::ContentDisposition => "content-disposition",
            Attribute::ContentEncoding => "content-encoding",
            Attribute::ContentLanguage => "content-language",
            Attribute::ContentType => "content-type",
            Attribute::Metadata(name) => {
                kept.user.insert(name.to_string(), value.to_string());
                continue;
            }
            _ => continue,
        };
        kept.headers.insert(header.to_string(), value.to_string());
    }
    kept
}

fn put_result(object: &Object) -> PutResult {
    PutResult { e_tag: Some(object.etag.clone()), version: None }
}

impl fmt::Display for BucketObjects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bucket {}", self.bucket)
    }
}

impl fmt::Debug for BucketObjects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BucketObjects({})", self.bucket)
    }
}

#[async_trait]
impl ObjectStore for BucketObjects {
    async fn put_opts(
        &self,
        location: &Path,
        payload: PutPayload,
        options: PutOptions,
    ) -> object_store::Result<PutResult> {
        self.put_under(location.as_ref(), payload, options).await
    }

    async fn put_multipart_opts(
        &self,
        location: &Path,
        options: PutMultipartOptions,
    ) -> object_store::Result<Box<dyn MultipartUpload>> {
        Ok(Box::new(PartsInProcess {
            bucket: self.clone(),
            key: location.to_string(),
            attributes: put_attributes(&options.attributes),
            sealing: options.extensions.get::<Sealing>().cloned(),
            parts_begun: 0,
            parts: Arc::default(),
        }))
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> object_store::Result<GetResult> {
        let key = location.as_ref();
        let reader = self.store.get(&self.bucket, key).map_err(|error| foreign(error, key))?;
        let meta = meta(location.clone(), &reader.object);
        options.check_preconditions(&meta)?;
        let range = range_of(options.range.as_ref(), meta.size).map_err(|error| foreign(error, key))?;
        let mut attributes = StoreAttributes::new();
        if let Some(content_type) = reader.object.attributes.headers.get("content-type") {
            attributes.insert(Attribute::ContentType, content_type.clone().into());
        }
        let payload = if options.head {
            GetResultPayload::Stream(futures::stream::empty().boxed())
        } else if let Some((file, path)) = reader.file().map_err(|error| foreign(error, key))? {
            // Who reads in this process reads the file itself, on the thread that wants the bytes.
            GetResultPayload::File(file, path)
        } else {
            let path = key.to_string();
            let pieces = reader.read(range.start, range.end).await.map_err(|error| foreign(error, key))?;
            GetResultPayload::Stream(pieces.map_err(move |error| foreign(error, &path)).boxed())
        };
        Ok(GetResult { payload, meta, range, attributes })
    }

    fn delete_stream(
        &self,
        locations: BoxStream<'static, object_store::Result<Path>>,
    ) -> BoxStream<'static, object_store::Result<Path>> {
        let bucket = self.clone();
        let deleted = locations.and_then(move |location| {
            let bucket = bucket.clone();
            async move {
                let deleted = bucket.store.delete(&bucket.bucket, location.as_ref(), Condition::None).await;
                deleted.map_err(|error| foreign(error, location.as_ref()))?;
                Ok(location)
            }
        });
        deleted.boxed()
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, object_store::Result<ObjectMeta>> {
        self.pages(key_prefix(prefix), String::new())
    }

    fn list_with_offset(
        &self,
        prefix: Option<&Path>,
        offset: &Path,
    ) -> BoxStream<'static, object_store::Result<ObjectMeta>> {
        self.pages(key_prefix(prefix), offset.to_string())
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> object_store::Result<ListResult> {
        let prefix = key_prefix(prefix);
        let mut result = ListResult { common_prefixes: Vec::new(), objects: Vec::new() };
        let mut after = Some(String::new());
        while let Some(from) = after {
            let page = self.page(&prefix, "/", &from)?;
            result.common_prefixes.extend(page.entries.iter().filter_map(prefix_path));
            for meta in metas(page.entries) {
                result.objects.push(meta?);
            }
            after = page.next;
        }
        Ok(result)
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> object_store::Result<()> {
        let source = self.store.get(&self.bucket, from.as_ref()).map_err(|error| foreign(error, from.as_ref()))?;
        let condition = match options.mode {
            CopyMode::Overwrite => Condition::None,
            CopyMode::Create => Condition::Absent,
        };
        match self.store.copy(&source, &self.bucket, to.as_ref(), condition, |_, _| {}).await {
            Ok(_) => Ok(()),
            Err(error) if error.kind == Kind::PreconditionFailed => {
                Err(object_store::Error::AlreadyExists { path: to.to_string(), source: error.into() })
            }
            Err(error) => Err(foreign(error, to.as_ref())),
        }
    }
}

#[async_trait]
impl PaginatedListStore for BucketObjects {
    async fn list_paginated(
        &self,
        prefix: Option<&str>,
        options: PaginatedListOptions,
    ) -> object_store::Result<PaginatedListResult> {
        let query = ListQuery {
            prefix: prefix.unwrap_or_default(),
            delimiter: options.delimiter.as_deref().unwrap_or_default(),
            after: options.page_token.as_deref().or(options.offset.as_deref()).unwrap_or_default(),
            entries_max: options.max_keys.unwrap_or(ENTRIES_IN_PAGE).min(ENTRIES_IN_PAGE),
        };
        let page = self.store.list(&self.bucket, &query).map_err(|error| foreign(error, query.prefix))?;
        let common_prefixes = page.entries.iter().filter_map(prefix_path).collect();
        let objects = metas(page.entries).into_iter().collect::<object_store::Result<_>>()?;
        Ok(PaginatedListResult { result: ListResult { common_prefixes, objects }, page_token: page.next })
    }
}

fn range_of(range: Option<&GetRange>, bytes: u64) -> Result<Range<u64>, Error> {
    let outside = || Error::new(Kind::InvalidRange, format!("the range lies outside {bytes} bytes"));
    match range {
        None => Ok(0..bytes),
        Some(GetRange::Bounded(range)) if range.start >= bytes || range.end <= range.start => Err(outside()),
        Some(GetRange::Bounded(range)) => Ok(range.start..range.end.min(bytes)),
        Some(GetRange::Offset(from)) if *from >= bytes => Err(outside()),
        Some(GetRange::Offset(from)) => Ok(*from..bytes),
        Some(GetRange::Suffix(length)) => Ok(bytes.saturating_sub(*length)..bytes),
    }
}

/// A multipart upload in one process. It is in no journal: its parts are deleted when it is dropped.
struct PartsInProcess {
    bucket: BucketObjects,
    key: String,
    attributes: Attributes,
    sealing: Option<Sealing>,
    parts_begun: usize,
    parts: Arc<Mutex<BTreeMap<usize, Received>>>,
}

impl fmt::Debug for PartsInProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an upload of {}", self.key)
    }
}

#[async_trait]
impl MultipartUpload for PartsInProcess {
    fn put_part(&mut self, data: PutPayload) -> UploadPart {
        let place = self.parts_begun;
        self.parts_begun += 1;
        let (store, key, parts) = (self.bucket.store.clone(), self.key.clone(), Arc::clone(&self.parts));
        let sealing = self.sealing.clone();
        async move {
            let pieces = futures::stream::iter(data.into_iter().map(Ok::<_, std::convert::Infallible>));
            let received = store.receive_sealed(pieces, &[], sealing.as_ref()).await;
            let received = received.map_err(|error| foreign(error, &key))?;
            parts.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).insert(place, received);
            Ok(())
        }
        .boxed()
    }

    async fn complete(&mut self) -> object_store::Result<PutResult> {
        let parts = std::mem::take(&mut *self.parts.lock().unwrap_or_else(|poisoned| poisoned.into_inner()));
        if parts.len() != self.parts_begun {
            let error = Error::new(Kind::InvalidPart, format!("a part of {} was not put", self.key));
            return Err(foreign(error, &self.key));
        }
        let put = Put { attributes: std::mem::take(&mut self.attributes), ..Put::default() };
        let parts = parts.into_values().collect();
        let joined = self.bucket.store.put_joined(&self.bucket.bucket, &self.key, parts, put).await;
        joined.map(|object| put_result(&object)).map_err(|error| foreign(error, &self.key))
    }

    async fn abort(&mut self) -> object_store::Result<()> {
        self.parts.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).clear();
        Ok(())
    }
}
