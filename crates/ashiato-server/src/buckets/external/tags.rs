//! What an object in the store is tagged with.

use ashiato_objects::Tags;
use http::Method;
use object_store::path::Path;
use object_store::{Error, Result};

use super::ExternalStore;
use super::elements::elements;
use super::requests::generic;

impl ExternalStore {
    /// The tags of an object; none where there is no such object.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn tags_of(&self, bucket: &str, key: &str) -> Result<Tags> {
        let bucket = self.connections.to(bucket).map_err(|error| generic(error.message))?.objects.clone();
        let answer = match self.requests.send(&bucket, Method::GET, &Path::parse(key)?, "tagging").await {
            Ok(answer) => answer,
            Err(Error::NotFound { .. }) => return Ok(Tags::new()),
            Err(error) => return Err(error),
        };
        let tags = elements(&answer, "Tag").ok_or_else(|| generic("the store's tags of an object are no XML"))?;
        let pair = |mut tag: super::elements::Element| Some((tag.remove("Key")?, tag.remove("Value")?));
        Ok(tags.into_iter().filter_map(pair).collect())
    }
}
