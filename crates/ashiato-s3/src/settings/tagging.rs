//! The tags of a bucket.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::documents;

const TAGGING: &str = "tagging";
const TAGS_MAX: usize = 50;

pub(crate) fn tagging(store: &Store, bucket: &str) -> S3Result<GetBucketTaggingOutput> {
    let tagging: Option<Tagging> = documents::get(store, bucket, TAGGING)?;
    let tagging = tagging.ok_or_else(|| s3_error!(NoSuchTagSet, "The TagSet does not exist"))?;
    Ok(GetBucketTaggingOutput { tag_set: tagging.tag_set })
}

pub(crate) async fn put_tagging(store: &Store, input: PutBucketTaggingInput) -> S3Result<PutBucketTaggingOutput> {
    let tags = &input.tagging.tag_set;
    if tags.len() > TAGS_MAX {
        return Err(s3_error!(InvalidTag, "Bucket tag count cannot be greater than 50"));
    }
    let mut keys: Vec<&str> = tags.iter().filter_map(|tag| tag.key.as_deref()).collect();
    keys.sort_unstable();
    if keys.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(s3_error!(InvalidTag, "Cannot provide multiple Tags with the same key"));
    }
    documents::put(store, &input.bucket, TAGGING, &input.tagging).await?;
    Ok(PutBucketTaggingOutput::default())
}

pub(crate) async fn delete_tagging(store: &Store, bucket: &str) -> S3Result<DeleteBucketTaggingOutput> {
    documents::delete(store, bucket, TAGGING).await?;
    Ok(DeleteBucketTaggingOutput::default())
}
