//! Sample data for a server that somebody tries out: objects into a bucket, and statements run on the catalog as the
//! account's own.

use ashiato_engine::{Session, SessionOptions};
use ashiato_meta::Place;
use ashiato_objects::{Kind, Put};
use bytes::Bytes;
use std::convert::Infallible;
use std::sync::Arc;

use super::StartError;
use crate::catalog::MetaCatalog;
use crate::state::State;

const WORK_GROUP: &str = "primary";

impl State {
    /// Makes a bucket of the account, unless it is there. Tells whether it was made.
    ///
    /// # Errors
    /// The store's.
    pub async fn ensure_bucket(&self, bucket: &str, region: &str) -> Result<bool, StartError> {
        match self.kept.objects.create_bucket(bucket, region).await {
            Ok(()) => Ok(true),
            Err(error) if error.kind == Kind::BucketExists => Ok(false),
            Err(error) => Err(StartError::because(format!("make the bucket {bucket}"), error)),
        }
    }

    /// Puts an object.
    ///
    /// # Errors
    /// The store's.
    pub async fn put_object(&self, bucket: &str, key: &str, bytes: Vec<u8>) -> Result<(), StartError> {
        let failed = |error| StartError::because(format!("put {key}"), error);
        let pieces = futures::stream::iter([Ok::<_, Infallible>(Bytes::from(bytes))]);
        let received = self.kept.objects.receive(pieces, &[]).await.map_err(failed)?;
        self.kept.objects.put(bucket, key, received, Put::default()).await.map_err(failed)?;
        Ok(())
    }

    /// Runs DDL on the account's catalog in `region`.
    ///
    /// # Errors
    /// The engine's, for the first statement that fails.
    pub async fn define(&self, region: &str, sql: &str) -> Result<(), StartError> {
        let failed = |error| StartError::because("make the tables", error);
        let place = Place::new(&self.kept.account, region);
        let session = Session::open(SessionOptions {
            catalog: Some(Arc::new(MetaCatalog::new(self.kept.meta.clone(), place, WORK_GROUP))),
            bucket_source: Some(Arc::new(self.athena.buckets().clone())),
            now: self.now().0,
            ..SessionOptions::default()
        })
        .map_err(failed)?;
        for statement in session.parse(sql).map_err(failed)? {
            session.run(&statement).await.map_err(failed)?;
        }
        Ok(())
    }
}
