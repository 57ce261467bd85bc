//! TagResource.

use ashiato_meta::tags;

use super::errors::fault;
use super::tagged;
use crate::aws::Error;
use crate::aws::generated::athena::{TagResourceInput, TagResourceOutput};
use crate::context::Context;

pub(super) async fn tag_resource(ctx: &Context, input: TagResourceInput) -> Result<TagResourceOutput, Error> {
    tagged::expect(ctx, &input.resource_arn).await?;
    let new_tags = tagged::tags(input.tags)?;
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    tags::put(&mut tx, &input.resource_arn, &new_tags).await.map_err(fault)?;
    tagged::expect_few(tags::list(&mut tx, &input.resource_arn).await.map_err(fault)?.len())?;
    tx.commit().await.map_err(fault)?;
    Ok(TagResourceOutput {})
}
