//! Buckets: create, head, list, location, delete.

use ashiato_objects::{BucketInfo, Kind, Store};
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::convert::timestamp;
use crate::error::from_store;

/// The region of buckets created without a location.
const REGION_DEFAULT: &str = "us-east-1";

pub(crate) async fn create(store: &Store, input: CreateBucketInput) -> S3Result<CreateBucketOutput> {
    if input.object_lock_enabled_for_bucket == Some(true) {
        return Err(s3_error!(NotImplemented, "object lock is not implemented"));
    }
    let location = input.create_bucket_configuration.and_then(|configuration| configuration.location_constraint);
    let region = location.as_ref().map_or(REGION_DEFAULT, |location| location.as_str());
    match store.create_bucket(&input.bucket, region).await {
        // A bucket of S3's first region may be made once more by its owner, one of another region may not.
        // Source: Amazon S3 API Reference, CreateBucket, "BucketAlreadyOwnedByYou".
        Err(error) if error.kind == Kind::BucketExists && is_made_again(store, &input.bucket, region) => {}
        made => made.map_err(from_store)?,
    }
    Ok(CreateBucketOutput { location: Some(format!("/{}", input.bucket)) })
}

fn is_made_again(store: &Store, bucket: &str, region: &str) -> bool {
    region == REGION_DEFAULT && store.bucket(bucket).is_ok_and(|info| info.region == REGION_DEFAULT)
}

pub(crate) fn head(store: &Store, bucket: &str) -> S3Result<HeadBucketOutput> {
    let info = store.bucket(bucket).map_err(from_store)?;
    Ok(HeadBucketOutput { bucket_region: Some(info.region), ..Default::default() })
}

pub(crate) fn location(store: &Store, bucket: &str) -> S3Result<GetBucketLocationOutput> {
    let region = store.bucket(bucket).map_err(from_store)?.region;
    // S3's first region has no name here.
    let named = (region != REGION_DEFAULT).then(|| BucketLocationConstraint::from(region));
    Ok(GetBucketLocationOutput { location_constraint: named })
}

/// ListBuckets: by name, in pages where they are asked for.
pub(crate) fn list(store: &Store, input: ListBucketsInput, owner_id: String) -> ListBucketsOutput {
    let prefix = input.prefix.as_deref().unwrap_or_default();
    let after = input.continuation_token.as_deref().unwrap_or_default();
    let is_wanted = |info: &BucketInfo| {
        let is_in_region = input.bucket_region.as_ref().is_none_or(|region| *region == info.region);
        info.name.starts_with(prefix) && info.name.as_str() > after && is_in_region
    };
    let mut rest = store.buckets().into_iter().filter(is_wanted);
    let max = input.max_buckets.and_then(|max| usize::try_from(max).ok()).unwrap_or(usize::MAX);
    let page: Vec<BucketInfo> = rest.by_ref().take(max).collect();
    let continuation_token = rest.next().and(page.last()).map(|info| info.name.clone());
    let buckets = page.into_iter().map(|info| Bucket {
        name: Some(info.name),
        creation_date: Some(timestamp(info.created)),
        bucket_region: Some(info.region),
    });
    ListBucketsOutput {
        buckets: Some(buckets.collect()),
        owner: Some(crate::acls::owner(owner_id)),
        continuation_token,
        prefix: input.prefix,
    }
}
