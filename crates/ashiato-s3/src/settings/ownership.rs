//! Who owns what others put into a bucket.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::documents;
use crate::error::from_store;

const OWNERSHIP: &str = "ownership-controls";
/// Says that ownership controls were taken away, where their absence says that they are as a new bucket has them.
const NONE: &str = "none";

/// A new bucket's owner owns every object in it, as AWS's have it since April 2023.
pub(crate) fn ownership(store: &Store, bucket: &str) -> S3Result<GetBucketOwnershipControlsOutput> {
    let controls = match store.document(bucket, OWNERSHIP).map_err(from_store)?.as_deref() {
        None => OwnershipControls {
            rules: vec![OwnershipControlsRule {
                object_ownership: ObjectOwnership::from_static(ObjectOwnership::BUCKET_OWNER_ENFORCED),
            }],
        },
        Some(NONE) => {
            return Err(s3_error!(OwnershipControlsNotFoundError, "The bucket ownership controls were not found"));
        }
        Some(_) => documents::get(store, bucket, OWNERSHIP)?.unwrap_or_default(),
    };
    Ok(GetBucketOwnershipControlsOutput { ownership_controls: Some(controls) })
}

pub(crate) async fn put_ownership(
    store: &Store,
    input: PutBucketOwnershipControlsInput,
) -> S3Result<PutBucketOwnershipControlsOutput> {
    let known = ["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"];
    let rules = &input.ownership_controls.rules;
    if rules.len() != 1 || !known.contains(&rules[0].object_ownership.as_str()) {
        return Err(s3_error!(MalformedXML, "The controls must have exactly one rule"));
    }
    documents::put(store, &input.bucket, OWNERSHIP, &input.ownership_controls).await?;
    Ok(PutBucketOwnershipControlsOutput::default())
}

pub(crate) async fn delete_ownership(store: &Store, bucket: &str) -> S3Result<DeleteBucketOwnershipControlsOutput> {
    store.set_document(bucket, OWNERSHIP, Some(NONE.to_string())).await.map_err(from_store)?;
    Ok(DeleteBucketOwnershipControlsOutput::default())
}
