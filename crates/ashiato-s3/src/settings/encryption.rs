//! How a bucket's objects are encrypted.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::documents;

const ENCRYPTION: &str = "encryption";

/// A bucket for which nothing was said has S3's own keys, as AWS's have since January 2023.
pub(crate) fn encryption(store: &Store, bucket: &str) -> S3Result<GetBucketEncryptionOutput> {
    let kept: Option<ServerSideEncryptionConfiguration> = documents::get(store, bucket, ENCRYPTION)?;
    let by_default = ServerSideEncryptionByDefault {
        kms_master_key_id: None,
        sse_algorithm: ServerSideEncryption::from_static(ServerSideEncryption::AES256),
    };
    let rule = ServerSideEncryptionRule {
        apply_server_side_encryption_by_default: Some(by_default),
        bucket_key_enabled: Some(false),
    };
    let kept = kept.unwrap_or_else(|| ServerSideEncryptionConfiguration { rules: vec![rule] });
    Ok(GetBucketEncryptionOutput { server_side_encryption_configuration: Some(kept) })
}

pub(crate) async fn put_encryption(
    store: &Store,
    input: PutBucketEncryptionInput,
) -> S3Result<PutBucketEncryptionOutput> {
    let given = input.server_side_encryption_configuration;
    if given.rules.len() != 1 {
        return Err(s3_error!(MalformedXML, "The configuration must have exactly one rule"));
    }
    documents::put(store, &input.bucket, ENCRYPTION, &given).await?;
    Ok(PutBucketEncryptionOutput::default())
}

pub(crate) async fn delete_encryption(store: &Store, bucket: &str) -> S3Result<DeleteBucketEncryptionOutput> {
    documents::delete(store, bucket, ENCRYPTION).await?;
    Ok(DeleteBucketEncryptionOutput::default())
}

/// The key that a bucket's objects are encrypted under where nothing else is said. `None`: none of KMS; within it, `None`
/// where none is named.
pub(crate) fn default_key(store: &Store, bucket: &str) -> S3Result<Option<Option<String>>> {
    let kept: Option<ServerSideEncryptionConfiguration> = documents::get(store, bucket, ENCRYPTION)?;
    let rule = kept.and_then(|kept| kept.rules.into_iter().next());
    let default = rule.and_then(|rule| rule.apply_server_side_encryption_by_default);
    let is_kms = |default: &ServerSideEncryptionByDefault| default.sse_algorithm.as_str().starts_with("aws:kms");
    Ok(default.filter(is_kms).map(|default| default.kms_master_key_id))
}
