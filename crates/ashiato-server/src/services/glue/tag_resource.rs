//! TagResource: a database.

use ashiato_meta::tags;

use super::fault::{failed, invalid};
use super::tagged::TAGS_MAX;
use super::{names, tagged};
use crate::aws::Error;
use crate::aws::generated::glue::{TagResourceRequest, TagResourceResponse};
use crate::context::Context;

pub(super) async fn tag_resource(ctx: &Context, input: TagResourceRequest) -> Result<TagResourceResponse, Error> {
    let mut tx = names::write(ctx).await?;
    tagged::expect(&mut tx, ctx, &input.resource_arn).await?;
    tags::put(&mut tx, &input.resource_arn, &input.tags_to_add).await.map_err(failed)?;
    if tags::list(&mut tx, &input.resource_arn).await.map_err(failed)?.len() > TAGS_MAX {
        return Err(invalid(format!("A resource may have at most {TAGS_MAX} tags.")));
    }
    tx.commit().await.map_err(failed)?;
    Ok(TagResourceResponse {})
}
