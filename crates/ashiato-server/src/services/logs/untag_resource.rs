//! UntagResource.

use ashiato_meta::tags;

use super::failure::of_state;
use super::{named, tagged};
use crate::aws::Error;
use crate::aws::generated::logs::UntagResourceRequest;
use crate::context::Context;

pub(super) async fn untag_resource(ctx: &Context, input: UntagResourceRequest) -> Result<(), Error> {
    let mut tx = named::write(ctx).await?;
    let arn = tagged::expect(&mut tx, ctx, &input.resource_arn).await?;
    tags::remove(&mut tx, &arn, &input.tag_keys).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)
}
