//! ListTagsForResource.

use ashiato_meta::tags;

use super::failure::of_state;
use super::{named, tagged};
use crate::aws::Error;
use crate::aws::generated::cloudwatch::{ListTagsForResourceInput, ListTagsForResourceOutput, Tag};
use crate::context::Context;

pub(super) async fn list_tags_for_resource(
    ctx: &Context,
    input: ListTagsForResourceInput,
) -> Result<ListTagsForResourceOutput, Error> {
    let mut tx = named::read(ctx).await?;
    tagged::expect(&mut tx, ctx, &input.resource_arn).await?;
    let kept = tags::list(&mut tx, &input.resource_arn).await.map_err(of_state)?;
    Ok(ListTagsForResourceOutput { tags: Some(kept.into_iter().map(|(key, value)| Tag { key, value }).collect()) })
}
