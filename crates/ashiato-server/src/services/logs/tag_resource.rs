//! TagResource.

use ashiato_meta::tags;

use super::failure::of_state;
use super::{named, tagged};
use crate::aws::Error;
use crate::aws::generated::logs::TagResourceRequest;
use crate::context::Context;

pub(super) async fn tag_resource(ctx: &Context, input: TagResourceRequest) -> Result<(), Error> {
    tagged::check(&input.tags)?;
    let mut tx = named::write(ctx).await?;
    let arn = tagged::expect(&mut tx, ctx, &input.resource_arn).await?;
    tags::put(&mut tx, &arn, &input.tags).await.map_err(of_state)?;
    tagged::expect_few(tags::list(&mut tx, &arn).await.map_err(of_state)?.len(), &arn)?;
    tx.commit().await.map_err(of_state)
}
