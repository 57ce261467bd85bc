//! UntagResource.

use ashiato_meta::tags;

use super::failure::of_state;
use super::{named, tagged};
use crate::aws::Error;
use crate::aws::generated::cloudwatch::{UntagResourceInput, UntagResourceOutput};
use crate::context::Context;

pub(super) async fn untag_resource(ctx: &Context, input: UntagResourceInput) -> Result<UntagResourceOutput, Error> {
    let mut tx = named::write(ctx).await?;
    tagged::expect(&mut tx, ctx, &input.resource_arn).await?;
    tags::remove(&mut tx, &input.resource_arn, &input.tag_keys).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)?;
    Ok(UntagResourceOutput {})
}
