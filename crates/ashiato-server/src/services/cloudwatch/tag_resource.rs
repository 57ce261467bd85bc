//! TagResource.

use ashiato_meta::tags;

use super::failure::of_state;
use super::{named, tagged};
use crate::aws::Error;
use crate::aws::generated::cloudwatch::{TagResourceInput, TagResourceOutput};
use crate::context::Context;

pub(super) async fn tag_resource(ctx: &Context, input: TagResourceInput) -> Result<TagResourceOutput, Error> {
    let new_tags = tagged::tags(input.tags)?;
    let mut tx = named::write(ctx).await?;
    tagged::expect(&mut tx, ctx, &input.resource_arn).await?;
    tags::put(&mut tx, &input.resource_arn, &new_tags).await.map_err(of_state)?;
    tagged::expect_few(tags::list(&mut tx, &input.resource_arn).await.map_err(of_state)?.len())?;
    tx.commit().await.map_err(of_state)?;
    Ok(TagResourceOutput {})
}
