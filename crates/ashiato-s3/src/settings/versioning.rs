//! Whether a bucket's objects have versions.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::documents;

const VERSIONING: &str = "versioning";

pub(crate) fn versioning(store: &Store, bucket: &str) -> S3Result<GetBucketVersioningOutput> {
    let kept: Option<VersioningConfiguration> = documents::get(store, bucket, VERSIONING)?;
    Ok(GetBucketVersioningOutput { status: kept.and_then(|kept| kept.status), mfa_delete: None })
}

pub(crate) async fn put_versioning(
    store: &Store,
    input: PutBucketVersioningInput,
) -> S3Result<PutBucketVersioningOutput> {
    let given = &input.versioning_configuration;
    let is_known = |status: &BucketVersioningStatus| ["Enabled", "Suspended"].contains(&status.as_str());
    if !given.status.as_ref().is_some_and(is_known) {
        return Err(s3_error!(IllegalVersioningConfigurationException, "The Versioning element must be specified"));
    }
    if given.mfa_delete.as_ref().is_some_and(|mfa| mfa.as_str() == "Enabled") {
        return Err(s3_error!(NotImplemented, "MFA delete is not implemented"));
    }
    documents::put(store, &input.bucket, VERSIONING, given).await?;
    Ok(PutBucketVersioningOutput::default())
}
