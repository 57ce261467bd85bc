//! S3 and stores that speak its interface: connecting with the usual AWS settings, and listing.

use super::aws;
use super::bucket::{self, Found};
use super::bucket_source::Bucket;
use super::{Listed, LogFile, Origin};
use crate::error::{Error, ErrorKind};
use crate::scan::folders::FolderFilter;
use ashiato_event::key;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::list::PaginatedListOptions;
use object_store::{ObjectMeta, ObjectStore};
use std::sync::Arc;

/// `s3://bucket/prefix`, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct S3Url {
    /// The bucket.
    pub bucket: String,
    /// The key or prefix, without a leading slash; may be empty.
    pub prefix: String,
}

/// Takes `s3://bucket/prefix` apart; `None` for any other text.
pub fn parse_url(text: &str) -> Option<S3Url> {
    let rest = ["s3://", "s3a://", "s3n://"].iter().find_map(|scheme| text.strip_prefix(scheme))?;
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    (!bucket.is_empty()).then(|| S3Url { bucket: bucket.to_string(), prefix: prefix.to_string() })
}

/// A store for one bucket, with region, endpoint and credentials from the environment (`AWS_…`) and the
/// shared configuration files, as AWS's own clients find them.
///
/// # Errors
/// `Invalid` where the settings contradict each other.
pub fn connect(bucket: &str) -> Result<Arc<dyn Bucket>, Error> {
    let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket);
    if builder.get_config_value(&AmazonS3ConfigKey::Region).is_none()
        && let Some(region) = aws::region()
    {
        builder = builder.with_region(region);
    }
    if let Some(endpoint) = aws::endpoint("S3") {
        builder = builder.with_allow_http(endpoint.starts_with("http://")).with_endpoint(endpoint);
    }
    let unsigned = builder.get_config_value(&AmazonS3ConfigKey::SkipSignature).is_some_and(|value| value == "true");
    if !unsigned {
        builder = builder.with_credentials(aws::credentials());
    }
    let store = builder
        .build()
        .map_err(|error| Error::new(ErrorKind::Invalid, format!("s3://{bucket}: {error}")).because(error))?;
    Ok(Arc::new(store))
}

/// Every object whose key starts with `url.prefix`, but for those in folders that the filter prunes, in the order of
/// their keys.
///
/// # Errors
/// `Unavailable` with the store's own words.
pub(crate) async fn list(store: &Arc<dyn Bucket>, url: &S3Url, filter: &FolderFilter) -> Result<Listed, Error> {
    let failed = |error| unlisted(&format!("s3://{}/{}", url.bucket, url.prefix), error);
    let (Found { objects, pruned }, steps) = bucket::find(store.as_ref(), &url.prefix, filter).await.map_err(failed)?;
    let name: Arc<str> = Arc::from(url.bucket.as_str());
    let reader: Arc<dyn ObjectStore> = Arc::<dyn Bucket>::clone(store);
    let is_file = |object: &ObjectMeta| object.size > 0 || !object.location.as_ref().ends_with('/');
    let file = |object: ObjectMeta| {
        let key = key::parse(object.location.as_ref());
        LogFile {
            size: object.size,
            modified: object.last_modified.timestamp_millis(),
            delivered: key.delivered,
            key: Arc::new(key),
            partition: Arc::from([]),
            origin: Origin::Object { store: Arc::clone(&reader), bucket: Arc::clone(&name), path: object.location },
        }
    };
    let mut files: Vec<LogFile> = objects.into_iter().filter(is_file).map(file).collect();
    files.sort_by_cached_key(LogFile::name);
    Ok(Listed { files, folders_pruned: pruned.len() as u64, steps, unread: Vec::new() })
}

/// What a store says of a failure: code and message of S3's error document where there is one, else all that is known.
pub fn words(error: &object_store::Error) -> String {
    let text = error.to_string();
    let within = |open: &str, close: &str| Some(text.split_once(open)?.1.split_once(close)?.0);
    match (within("<Code>", "</Code>"), within("<Message>", "</Message>")) {
        (Some(code), Some(message)) => format!("{code}: {message}"),
        _ => text,
    }
}

/// What a listing that failed is told as.
pub(super) fn unlisted(place: &str, error: object_store::Error) -> Error {
    let kind = match error {
        object_store::Error::NotFound { .. } => ErrorKind::NotFound,
        _ => ErrorKind::Unavailable,
    };
    Error::new(kind, format!("list {place}: {}", words(&error))).because(error)
}

/// The names of the folders right below a prefix that is empty or ends in a slash.
///
/// # Errors
/// `NotFound` or `Unavailable`, with the store's own words.
pub async fn folders(store: &Arc<dyn Bucket>, prefix: &str) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    let mut page_token = None;
    loop {
        let options = PaginatedListOptions { delimiter: Some("/".into()), page_token, ..Default::default() };
        let page = store.list_paginated((!prefix.is_empty()).then_some(prefix), options).await;
        let page = page.map_err(|error| unlisted(prefix, error))?;
        names.extend(page.result.common_prefixes.iter().filter_map(|folder| folder.filename().map(str::to_string)));
        page_token = page.page_token;
        if page_token.is_none() {
            return Ok(names);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_s3_url_is_a_bucket_and_a_prefix() {
        let parsed = |text| parse_url(text).map(|url| (url.bucket, url.prefix));
        assert_eq!(parsed("s3://b"), Some(("b".into(), String::new())));
        assert_eq!(parsed("s3://b/a/c/"), Some(("b".into(), "a/c/".into())));
        assert_eq!(parsed("s3:///a"), None);
        assert_eq!(parsed("/tmp/s3"), None);
    }
}
