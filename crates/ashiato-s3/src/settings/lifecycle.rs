//! When a bucket's objects go.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::documents;

const LIFECYCLE: &str = "lifecycle";
const LIFECYCLE_RULES_MAX: usize = 1000;

pub(crate) fn lifecycle(store: &Store, bucket: &str) -> S3Result<GetBucketLifecycleConfigurationOutput> {
    let kept: Option<BucketLifecycleConfiguration> = documents::get(store, bucket, LIFECYCLE)?;
    let kept =
        kept.ok_or_else(|| s3_error!(NoSuchLifecycleConfiguration, "The lifecycle configuration does not exist"))?;
    Ok(GetBucketLifecycleConfigurationOutput { rules: Some(kept.rules), ..Default::default() })
}

pub(crate) async fn put_lifecycle(
    store: &Store,
    input: PutBucketLifecycleConfigurationInput,
) -> S3Result<PutBucketLifecycleConfigurationOutput> {
    let given = input.lifecycle_configuration.unwrap_or_else(|| BucketLifecycleConfiguration { rules: Vec::new() });
    if given.rules.is_empty() || given.rules.len() > LIFECYCLE_RULES_MAX {
        return Err(s3_error!(MalformedXML, "The configuration must have 1 to 1000 rules"));
    }
    documents::put(store, &input.bucket, LIFECYCLE, &given).await?;
    Ok(PutBucketLifecycleConfigurationOutput::default())
}

pub(crate) async fn delete_lifecycle(store: &Store, bucket: &str) -> S3Result<DeleteBucketLifecycleOutput> {
    documents::delete(store, bucket, LIFECYCLE).await?;
    Ok(DeleteBucketLifecycleOutput::default())
}
