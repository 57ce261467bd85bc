//! Object stores as DataFusion asks for them: the local files, and any bucket by its URL. What is read is counted.

use super::counted::Counted;
use super::list::Places;
use crate::coverage::Collector;
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
    coverage: Arc<Collector>,
}

impl Stores {
    pub(crate) fn new(places: Arc<Places>, coverage: Arc<Collector>) -> Stores {
        Stores { registered: DefaultObjectStoreRegistry::new(), places, coverage }
    }
}

impl ObjectStoreRegistry for Stores {
    fn register_store(&self, url: &Url, store: Arc<dyn ObjectStore>) -> Option<Arc<dyn ObjectStore>> {
        self.registered.register_store(url, store)
    }

    fn get_store(&self, url: &Url) -> Result<Arc<dyn ObjectStore>> {
        let store = match (url.scheme(), url.host_str()) {
            ("s3", Some(bucket)) => self.places.store(bucket)?,
            _ => self.registered.get_store(url)?,
        };
        Ok(Arc::new(Counted::new(store, Arc::clone(&self.coverage))))
    }
}
