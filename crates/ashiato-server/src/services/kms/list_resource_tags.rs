//! ListResourceTags, by key.

use ashiato_meta::tags as kept_tags;

use super::fault::{failed, read};
use super::key::{By, permitted};
use super::pages;
use crate::aws::Error;
use crate::aws::generated::kms::{ListResourceTagsRequest, ListResourceTagsResponse, Tag};
use crate::context::Context;

pub(super) async fn list_resource_tags(
    ctx: &Context,
    input: ListResourceTagsRequest,
) -> Result<ListResourceTagsResponse, Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "ListResourceTags", None).await?;
    let kept = kept_tags::list(&mut read(ctx).await?, &key.arn).await.map_err(failed)?;
    let whole: Vec<Tag> = kept.into_iter().map(|(tag_key, tag_value)| Tag { tag_key, tag_value }).collect();
    let size = pages::size(input.limit, 50);
    let (tags, next_marker) = pages::of_whole(whole, input.marker.as_deref(), size, |tag| &tag.tag_key)?;
    Ok(ListResourceTagsResponse { truncated: Some(next_marker.is_some()), tags: Some(tags), next_marker })
}
