//! Sample data for a server that somebody tries out: objects into a bucket, and statements run on the catalog as the
//! account's own.

use ashiato_engine::{Session, SessionOptions};
use ashiato_meta::Place;
use ashiato_objects::{Kind, Put};
use bytes::Bytes;
use std::convert::Infallible;
use std::sync::Arc;

use super::StartError;
use crate::buckets::AccountBuckets;
use crate::catalog::MetaCatalog;
use crate::state::State;

const WORK_GROUP: &str = "primary";

impl State {
    /// Makes a bucket of the account, unless it is there. Tells whether it was made.
    ///
    /// # Errors
    /// The store's.
    pub async fn ensure_bucket(&self, bucket: &str, region: &str) -> Result<bool, StartError> {
        match self.own_objects()?.create_bucket(bucket, region).await {
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
        let objects = self.own_objects()?;
        let received = objects.receive(pieces, &[]).await.map_err(failed)?;
        objects.put(bucket, key, received, Put::default()).await.map_err(failed)?;
        Ok(())
    }

    /// Sample data goes into no store that others serve.
    fn own_objects(&self) -> Result<&ashiato_objects::Store, StartError> {
        let none = || StartError::new("sample data is for a server that keeps its objects itself");
        self.kept.objects.embedded().ok_or_else(none)
    }

    /// Runs DDL on the account's catalog in `region`.
    ///
    /// # Errors
    /// The engine's, for the first statement that fails.
    pub async fn define(&self, region: &str, sql: &str) -> Result<(), StartError> {
        let failed = |error| StartError::because("make the tables", error);
        let place = Place::new(&self.kept.account, region);
        let session = Session::open(SessionOptions {
            catalog: Some(Arc::new(MetaCatalog::new(
                self.kept.meta.clone(),
                place,
                WORK_GROUP,
                self.limits.quotas.clone(),
            ))),
            bucket_source: Some(Arc::<dyn AccountBuckets>::clone(self.athena.buckets()) as _),
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
