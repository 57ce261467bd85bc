//! Listing the places that a user names.

use super::bucket_source::{Bucket, BucketSource};
use super::{Listed, local, s3};
use crate::error::{Error, ErrorKind};
use crate::scan::folders::FolderFilter;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// Where `s3://` buckets really are: folders given by `--bucket NAME=DIR`, for all others the session's source of
/// buckets, or S3 where it has none.
#[derive(Debug, Default)]
pub struct Places {
    folders: HashMap<String, PathBuf>,
    source: Option<Arc<dyn BucketSource>>,
    stores: Mutex<HashMap<String, Arc<dyn Bucket>>>,
}

impl Places {
    /// Places with some buckets mapped to local folders.
    pub fn new(folders: impl IntoIterator<Item = (String, PathBuf)>) -> Places {
        Places { folders: folders.into_iter().collect(), ..Places::default() }
    }

    /// The same, with buckets from `source` where one is given.
    pub fn from_source(self, source: Option<Arc<dyn BucketSource>>) -> Places {
        Places { source, ..self }
    }

    /// Every file at `place`, a path, or `s3://BUCKET/PREFIX` there or in the folder that stands for the bucket, but for
    /// those in folders that the filter prunes.
    ///
    /// # Errors
    /// Those of [`local::list`] and [`s3::list`].
    pub(crate) async fn list(&self, place: &str, filter: &FolderFilter) -> Result<Listed, Error> {
        let Some(url) = s3::parse_url(place) else {
            let path = PathBuf::from(place.strip_prefix("file://").unwrap_or(place));
            let filter = filter.clone();
            return listing(move || local::list(&path, &filter)).await;
        };
        if let Some(folder) = self.folders.get(&url.bucket) {
            let (folder, filter) = (folder.clone(), filter.clone());
            return listing(move || list_as_prefix(&folder, &url.prefix, &filter)).await;
        }
        s3::list(&self.store(&url.bucket)?, &url, filter).await
    }

    /// The store of a bucket that is not mapped to a folder.
    ///
    /// # Errors
    /// Those of [`s3::connect`], or of the session's source.
    pub fn store(&self, bucket: &str) -> Result<Arc<dyn Bucket>, Error> {
        let mut stores = self.stores.lock().expect("no thread panics while it connects");
        if let Some(store) = stores.get(bucket) {
            return Ok(Arc::clone(store));
        }
        let store = match &self.source {
            Some(source) => source.bucket(bucket)?,
            None => s3::connect(bucket)?,
        };
        stores.insert(bucket.to_string(), Arc::clone(&store));
        Ok(store)
    }

    /// The folder that stands for a bucket.
    pub fn folder(&self, bucket: &str) -> Option<&Path> {
        self.folders.get(bucket).map(PathBuf::as_path)
    }
}

/// The files of a mapped bucket below a key prefix. A prefix that holds nothing is an empty listing, as in S3.
fn list_as_prefix(folder: &Path, prefix: &str, filter: &FolderFilter) -> Result<Listed, Error> {
    let Some(exact) = local::below(folder, prefix) else {
        let message = format!("{prefix} leads out of the folder that stands for its bucket");
        return Err(Error::new(ErrorKind::Invalid, message));
    };
    if prefix.is_empty() || exact.exists() {
        return local::list(&exact, filter);
    }
    let parent = exact.parent().unwrap_or(folder);
    if prefix.ends_with('/') || !parent.exists() {
        return Ok(Listed::default());
    }
    let wanted = std::path::absolute(&exact).unwrap_or_else(|_| exact.clone());
    local::list_beginning(parent, &wanted.to_string_lossy(), filter)
}

async fn listing(list: impl FnOnce() -> Result<Listed, Error> + Send + 'static) -> Result<Listed, Error> {
    tokio::task::spawn_blocking(list)
        .await
        .map_err(|error| Error::new(ErrorKind::Internal, "the listing of files stopped").because(error))?
}
