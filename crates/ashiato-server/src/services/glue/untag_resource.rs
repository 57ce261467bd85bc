//! UntagResource: a database.

use ashiato_meta::tags;

use super::fault::failed;
use super::{names, tagged};
use crate::aws::Error;
use crate::aws::generated::glue::{UntagResourceRequest, UntagResourceResponse};
use crate::context::Context;

pub(super) async fn untag_resource(ctx: &Context, input: UntagResourceRequest) -> Result<UntagResourceResponse, Error> {
    let mut tx = names::write(ctx).await?;
    tagged::expect(&mut tx, ctx, &input.resource_arn).await?;
    tags::remove(&mut tx, &input.resource_arn, &input.tags_to_remove).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(UntagResourceResponse {})
}
