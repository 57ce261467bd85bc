//! Where the requests for a bucket are written down.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::documents;

const LOGGING: &str = "logging";

pub(crate) fn logging(store: &Store, bucket: &str) -> S3Result<GetBucketLoggingOutput> {
    let kept: Option<BucketLoggingStatus> = documents::get(store, bucket, LOGGING)?;
    Ok(GetBucketLoggingOutput { logging_enabled: kept.and_then(|kept| kept.logging_enabled) })
}

pub(crate) async fn put_logging(store: &Store, input: PutBucketLoggingInput) -> S3Result<PutBucketLoggingOutput> {
    if let Some(target) = &input.bucket_logging_status.logging_enabled
        && store.bucket(&target.target_bucket).is_err()
    {
        return Err(s3_error!(InvalidTargetBucketForLogging, "The target bucket for logging does not exist"));
    }
    documents::put(store, &input.bucket, LOGGING, &input.bucket_logging_status).await?;
    Ok(PutBucketLoggingOutput::default())
}
