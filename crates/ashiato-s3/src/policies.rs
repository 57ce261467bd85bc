//! Who beside the account's own identities may enter a bucket: its policy, and the block of public access.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Error, S3ErrorCode, S3Result, s3_error};

use crate::documents;
use crate::error::{from_store, unnamed};
use crate::gate::Gate;

/// The name of the document that is a bucket's policy, as JSON.
pub const POLICY: &str = "policy";
const BLOCK: &str = "public-access-block";
/// Says that the block was taken away, where its absence says that it is as a new bucket has it.
const NO_BLOCK: &str = "none";
/// Source: S3 User Guide, "Bucket policies".
const POLICY_BYTES_MAX: usize = 20 * 1024;

pub(crate) async fn put(store: &Store, gate: &dyn Gate, bucket: &str, policy: String) -> S3Result<()> {
    store.bucket(bucket).map_err(from_store)?;
    if policy.len() > POLICY_BYTES_MAX {
        return Err(s3_error!(MalformedPolicy, "Policy exceeds the maximum allowed document size."));
    }
    let facts =
        gate.read_policy(bucket, &policy).map_err(|why| S3Error::with_message(S3ErrorCode::MalformedPolicy, why))?;
    if facts.is_public && block(store, bucket)?.is_some_and(|block| block.block_public_policy == Some(true)) {
        return Err(s3_error!(
            AccessDenied,
            "public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access"
        ));
    }
    store.set_document(bucket, POLICY, Some(policy)).await.map_err(from_store)
}

pub(crate) fn get(store: &Store, bucket: &str) -> S3Result<String> {
    let policy = store.document(bucket, POLICY).map_err(from_store)?;
    policy.ok_or_else(|| s3_error!(NoSuchBucketPolicy, "The bucket policy does not exist"))
}

pub(crate) fn status(store: &Store, gate: &dyn Gate, bucket: &str) -> S3Result<GetBucketPolicyStatusOutput> {
    let policy = get(store, bucket)?;
    let facts = gate.read_policy(bucket, &policy);
    let is_public = facts.is_ok_and(|facts| facts.is_public);
    Ok(GetBucketPolicyStatusOutput { policy_status: Some(PolicyStatus { is_public: Some(is_public) }) })
}

/// The block of public access that holds. A new bucket has all of it, as AWS's have since April 2023.
fn block(store: &Store, bucket: &str) -> S3Result<Option<PublicAccessBlockConfiguration>> {
    match store.document(bucket, BLOCK).map_err(from_store)?.as_deref() {
        None => Ok(Some(PublicAccessBlockConfiguration {
            block_public_acls: Some(true),
            block_public_policy: Some(true),
            ignore_public_acls: Some(true),
            restrict_public_buckets: Some(true),
        })),
        Some(NO_BLOCK) => Ok(None),
        Some(_) => documents::get(store, bucket, BLOCK),
    }
}

/// Whether those who did not sign are kept out, whatever the bucket's policy says.
pub fn restricts_public(store: &Store, bucket: &str) -> bool {
    match block(store, bucket) {
        Ok(block) => block.is_some_and(|block| block.restrict_public_buckets == Some(true)),
        // A setting that cannot be read keeps everyone out.
        Err(_) => true,
    }
}

pub(crate) fn get_block(store: &Store, bucket: &str) -> S3Result<GetPublicAccessBlockOutput> {
    match block(store, bucket)? {
        Some(block) => Ok(GetPublicAccessBlockOutput { public_access_block_configuration: Some(block) }),
        None => Err(unnamed(
            http::StatusCode::NOT_FOUND,
            "NoSuchPublicAccessBlockConfiguration",
            "The public access block configuration was not found",
        )),
    }
}

pub(crate) async fn put_block(
    store: &Store,
    bucket: &str,
    block: PublicAccessBlockConfiguration,
) -> S3Result<PutPublicAccessBlockOutput> {
    let or_off = |setting: Option<bool>| Some(setting.unwrap_or(false));
    let block = PublicAccessBlockConfiguration {
        block_public_acls: or_off(block.block_public_acls),
        block_public_policy: or_off(block.block_public_policy),
        ignore_public_acls: or_off(block.ignore_public_acls),
        restrict_public_buckets: or_off(block.restrict_public_buckets),
    };
    documents::put(store, bucket, BLOCK, &block).await?;
    Ok(PutPublicAccessBlockOutput::default())
}

pub(crate) async fn delete_block(store: &Store, bucket: &str) -> S3Result<DeletePublicAccessBlockOutput> {
    store.set_document(bucket, BLOCK, Some(NO_BLOCK.to_string())).await.map_err(from_store)?;
    Ok(DeletePublicAccessBlockOutput::default())
}
