//! Object stores as DataFusion asks for them: the local files, and any bucket by its URL.

use super::list::Places;
use datafusion::common::Result;
use datafusion::execution::object_store::{DefaultObjectStoreRegistry, ObjectStoreRegistry};
use object_store::ObjectStore;
use std::sync::Arc;
use url::Url;

/// DataFusion's own registry, and S3 for buckets that nobody registered.
#[derive(Debug)]
pub(crate) struct Stores {
    registered: DefaultObjectStoreRegistry,
    places: Arc<Places>,
}

impl Stores {
    pub(crate) fn new(places: Arc<Places>) -> Stores {
        Stores { registered: DefaultObjectStoreRegistry::new(), places }
    }
}

impl ObjectStoreRegistry for Stores {
    fn register_store(&self, url: &Url, store: Arc<dyn ObjectStore>) -> Option<Arc<dyn ObjectStore>> {
        self.registered.register_store(url, store)
    }

    fn get_store(&self, url: &Url) -> Result<Arc<dyn ObjectStore>> {
        match (url.scheme(), url.host_str()) {
            ("s3", Some(bucket)) => Ok(self.places.store(bucket)?),
            _ => self.registered.get_store(url),
        }
    }
}
