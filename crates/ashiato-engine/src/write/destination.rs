//! The folder that a statement writes to: its store, its key, and how it is named.

use crate::error::{Error, ErrorKind};
use crate::hive::Buckets;
use crate::hive::refusal::invalid;
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::execution::session_state::SessionState;
use futures::StreamExt;
use object_store::ObjectStore;
use object_store::path::Path as ObjectPath;
use std::sync::Arc;

/// A folder in a bucket.
#[derive(Debug, Clone)]
pub(crate) struct Destination {
    store: Arc<dyn ObjectStore>,
    folder: ObjectPath,
    /// As the statement names it, ending in a slash.
    location: String,
    is_mapped: bool,
}

impl Destination {
    /// The folder at a location.
    ///
    /// # Errors
    /// `INVALID_LOCATION` for a place that is not in S3, or that leads out of its bucket.
    pub(crate) fn of(location: &str, buckets: &Buckets, state: &SessionState) -> Result<Destination, Error> {
        let is_in_s3 = crate::source::s3::parse_url(location).is_some();
        if !is_in_s3 {
            let message = format!(
                "The location '{location}' is not in S3: rows are written to s3://BUCKET/FOLDER/, and --bucket \
                 BUCKET=DIR puts a folder in place of a bucket"
            );
            return Err(invalid("INVALID_LOCATION", message).into());
        }
        let location = crate::hive::folder(location);
        let url = buckets.resolve(&location)?;
        let wrong = |why: String| invalid("INVALID_LOCATION", format!("The location '{location}' {why}"));
        let store_url = ObjectStoreUrl::parse(format!("{}://{}", url.scheme(), url.authority()));
        let store_url = store_url.map_err(|error| wrong(format!("names no store: {error}")))?;
        let store = state.runtime_env().object_store(&store_url).map_err(crate::failure::of_planning)?;
        let folder =
            ObjectPath::from_url_path(url.path()).map_err(|error| wrong(format!("names no folder: {error}")))?;
        Ok(Destination { store, folder, is_mapped: url.scheme() == "file", location })
    }

    /// A folder of a store for tests.
    #[cfg(test)]
    pub(crate) fn at(store: Arc<dyn ObjectStore>, folder: &str, location: &str) -> Destination {
        Destination { store, folder: ObjectPath::from(folder), location: location.to_string(), is_mapped: true }
    }

    /// As the statement names it, ending in a slash.
    pub(crate) fn location(&self) -> &str {
        &self.location
    }

    /// The store.
    pub(crate) fn store(&self) -> &Arc<dyn ObjectStore> {
        &self.store
    }

    /// The key of a file at a place relative to the folder, and its URI.
    ///
    /// # Errors
    /// `Invalid` for a place that no key can name.
    pub(crate) fn file(&self, relative: &str) -> Result<(ObjectPath, String), Error> {
        let uri = format!("{}{relative}", self.location);
        let slash = if self.folder.as_ref().is_empty() { "" } else { "/" };
        let key = ObjectPath::parse(format!("{}{slash}{relative}", self.folder));
        let key = key.map_err(|error| Error::new(ErrorKind::Invalid, format!("{uri} names no file")).because(error))?;
        Ok((key, uri))
    }

    /// Whether something is below the folder.
    ///
    /// # Errors
    /// `Unavailable` where the store does not answer.
    pub(crate) async fn holds_data(&self) -> Result<bool, Error> {
        match self.store.list(Some(&self.folder)).next().await {
            None => Ok(false),
            Some(Ok(_)) => Ok(true),
            Some(Err(object_store::Error::NotFound { .. })) if self.is_mapped => Ok(false),
            Some(Err(error)) => Err(self.failed("list", &self.location, error)),
        }
    }

    /// A store's error, saying what was done with what.
    pub(crate) fn failed(&self, what: &str, uri: &str, error: object_store::Error) -> Error {
        let words = crate::source::s3::words(&error);
        let hint = match (self.is_mapped, crate::source::s3::parse_url(uri)) {
            (false, Some(url)) => format!(" (to use a folder in place of the bucket: --bucket {}=DIR)", url.bucket),
            _ => String::new(),
        };
        Error::new(ErrorKind::Unavailable, format!("{what} {uri}: {words}{hint}")).because(error)
    }
}
