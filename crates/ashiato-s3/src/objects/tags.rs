//! The tags of an object.

use ashiato_objects::{Store, Tags};
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::error::{from_store, too_many_tags};

const TAGS_MAX: usize = 10;
const KEY_CHARS_MAX: usize = 128;
const VALUE_CHARS_MAX: usize = 256;

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
    store.set_tags(bucket, key, checked(tags)?).await.map_err(from_store)
}

/// The tags, each with a key of its own and no longer than tags may be. Source: Amazon S3 User Guide, "Categorizing your
/// objects using tags".
pub(crate) fn checked(pairs: impl Iterator<Item = (String, String)>) -> S3Result<Tags> {
    let mut tags = Tags::new();
    for (key, value) in pairs {
        if !(1..=KEY_CHARS_MAX).contains(&key.chars().count()) {
            return Err(s3_error!(InvalidTag, "The TagKey you have provided is invalid"));
        }
        if value.chars().count() > VALUE_CHARS_MAX {
            return Err(s3_error!(InvalidTag, "The TagValue you have provided is invalid"));
        }
        if tags.insert(key, value).is_some() {
            return Err(s3_error!(InvalidTag, "Cannot provide multiple Tags with the same key"));
        }
    }
    Ok(tags)
}
