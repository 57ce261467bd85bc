//! UntagResource.

use ashiato_meta::tags;

use super::errors::fault;
use super::tagged;
use crate::aws::Error;
use crate::aws::generated::athena::{UntagResourceInput, UntagResourceOutput};
use crate::context::Context;

pub(super) async fn untag_resource(ctx: &Context, input: UntagResourceInput) -> Result<UntagResourceOutput, Error> {
    tagged::expect(ctx, &input.resource_arn).await?;
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    tags::remove(&mut tx, &input.resource_arn, &input.tag_keys).await.map_err(fault)?;
    tx.commit().await.map_err(fault)?;
    Ok(UntagResourceOutput {})
}
