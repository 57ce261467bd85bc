//! ListTagsForResource.

use ashiato_meta::tags;

use super::failure::of_state;
use super::{named, tagged};
use crate::aws::Error;
use crate::aws::generated::sns::{ListTagsForResourceRequest, ListTagsForResourceResponse, Tag};
use crate::context::Context;

pub(super) async fn list_tags_for_resource(
    ctx: &Context,
    input: ListTagsForResourceRequest,
) -> Result<ListTagsForResourceResponse, Error> {
    let mut tx = named::read(ctx).await?;
    tagged::expect(&mut tx, &input.resource_arn).await?;
    let kept = tags::list(&mut tx, &input.resource_arn).await.map_err(of_state)?;
    Ok(ListTagsForResourceResponse { tags: Some(kept.into_iter().map(|(key, value)| Tag { key, value }).collect()) })
}
