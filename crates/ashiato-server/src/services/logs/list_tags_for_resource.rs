//! ListTagsForResource.

use ashiato_meta::tags;

use super::failure::of_state;
use super::{named, tagged};
use crate::aws::Error;
use crate::aws::generated::logs::{ListTagsForResourceRequest, ListTagsForResourceResponse};
use crate::context::Context;

pub(super) async fn list_tags_for_resource(
    ctx: &Context,
    input: ListTagsForResourceRequest,
) -> Result<ListTagsForResourceResponse, Error> {
    let mut tx = named::read(ctx).await?;
    let arn = tagged::expect(&mut tx, ctx, &input.resource_arn).await?;
    Ok(ListTagsForResourceResponse { tags: Some(tags::list(&mut tx, &arn).await.map_err(of_state)?) })
}
