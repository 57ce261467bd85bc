//! A bucket as a tree to validate.

use ashiato_engine::source::s3::S3Url;
use ashiato_engine::source::stored::StoredObjects;
use ashiato_trail::error::{Error, ErrorKind};
use ashiato_trail::validate::{Object, Tree};

pub(super) struct BucketTree(StoredObjects);

impl BucketTree {
    pub(super) fn connect(url: S3Url) -> anyhow::Result<BucketTree> {
        Ok(BucketTree(StoredObjects::connect(url)?))
    }
}

impl Tree for BucketTree {
    async fn list(&self) -> Result<Vec<String>, Error> {
        self.0.keys().await.map_err(unavailable)
    }

    async fn open(&self, key: &str) -> Result<Option<Object>, Error> {
        let object = self.0.open(key).await.map_err(unavailable)?;
        Ok(object.map(|object| Object { content: object.content, metadata: Some(object.metadata) }))
    }
}

fn unavailable(error: ashiato_engine::Error) -> Error {
    Error::new(ErrorKind::Unavailable, error.to_string()).because(error)
}
