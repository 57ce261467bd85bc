//! Settings that no bucket here has: a question for one is answered as AWS answers for a bucket without it.
//!
//! Source: each operation's page in the Amazon S3 API Reference, and "Error responses" there.

use ashiato_objects::Store;
use http::StatusCode;
use s3s::dto::*;
use s3s::{S3Response, S3Result, s3_error};

use crate::error::{from_store, unnamed};

pub(crate) fn website(store: &Store, bucket: &str) -> S3Result<GetBucketWebsiteOutput> {
    store.bucket(bucket).map_err(from_store)?;
    Err(s3_error!(NoSuchWebsiteConfiguration, "The specified bucket does not have a website configuration"))
}

pub(crate) fn replication(store: &Store, bucket: &str) -> S3Result<GetBucketReplicationOutput> {
    store.bucket(bucket).map_err(from_store)?;
    Err(s3_error!(ReplicationConfigurationNotFoundError, "The replication configuration was not found"))
}

pub(crate) fn object_lock(store: &Store, bucket: &str) -> S3Result<GetObjectLockConfigurationOutput> {
    store.bucket(bucket).map_err(from_store)?;
    Err(s3_error!(ObjectLockConfigurationNotFoundError, "Object Lock configuration does not exist for this bucket"))
}

/// A hold or a retention of an object in a bucket whose objects cannot be locked.
pub(crate) fn lock_of_object<T>(store: &Store, bucket: &str, key: &str) -> S3Result<S3Response<T>> {
    store.head(bucket, key).map_err(from_store)?;
    Err(s3_error!(InvalidRequest, "Bucket is missing Object Lock Configuration"))
}

pub(crate) fn request_payment(store: &Store, bucket: &str) -> S3Result<GetBucketRequestPaymentOutput> {
    store.bucket(bucket).map_err(from_store)?;
    let payer = Some(Payer::from_static(Payer::BUCKET_OWNER));
    Ok(GetBucketRequestPaymentOutput { payer })
}

pub(crate) fn acceleration(store: &Store, bucket: &str) -> S3Result<GetBucketAccelerateConfigurationOutput> {
    store.bucket(bucket).map_err(from_store)?;
    Ok(GetBucketAccelerateConfigurationOutput::default())
}

/// One configuration of analytics, inventory, metrics or tiering, by its id.
pub(crate) fn configuration<T>(store: &Store, bucket: &str) -> S3Result<S3Response<T>> {
    store.bucket(bucket).map_err(from_store)?;
    Err(unnamed(StatusCode::NOT_FOUND, "NoSuchConfiguration", "The specified configuration does not exist."))
}

/// All of them: none.
pub(crate) fn no_configurations<T>(store: &Store, bucket: &str, none: T) -> S3Result<S3Response<T>> {
    store.bucket(bucket).map_err(from_store)?;
    Ok(S3Response::new(none))
}
