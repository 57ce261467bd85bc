//! The tags of an object.

use ashiato_objects::{Store, Tags};
use s3s::S3Result;
use s3s::dto::*;

use crate::error::{from_store, too_many_tags};

const TAGS_MAX: usize = 10;

pub(crate) fn tags(store: &Store, input: GetObjectTaggingInput) -> S3Result<GetObjectTaggingOutput> {
    let object = store.head(&input.bucket, &input.key).map_err(from_store)?;
    let tag = |(key, value): (&String, &String)| Tag { key: Some(key.clone()), value: Some(value.clone()) };
    Ok(GetObjectTaggingOutput { tag_set: object.tags.iter().map(tag).collect(), version_id: None })
}

pub(crate) async fn set_tags(store: &Store, bucket: &str, key: &str, tag_set: TagSet) -> S3Result<()> {
    if tag_set.len() > TAGS_MAX {
        return Err(too_many_tags());
    }
    let tags = tag_set.into_iter().map(|tag| (tag.key.unwrap_or_default(), tag.value.unwrap_or_default()));
    store.set_tags(bucket, key, tags.collect::<Tags>()).await.map_err(from_store)
}
