//! AddTags: the value of a key that is there is replaced.

use ashiato_meta::tags as kept_tags;

use super::fault::{failed, write};
use super::{tagged, tags};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{AddTagsRequest, AddTagsResponse};
use crate::context::Context;

pub(super) async fn add_tags(ctx: &Context, input: AddTagsRequest) -> Result<AddTagsResponse, Error> {
    let given = tags::kept(input.tags_list)?;
    let mut tx = write(ctx).await?;
    tagged::expect(&mut tx, ctx, &input.resource_id).await?;
    kept_tags::put(&mut tx, &input.resource_id, &given).await.map_err(failed)?;
    tags::expect_few(kept_tags::list(&mut tx, &input.resource_id).await.map_err(failed)?.len())?;
    tx.commit().await.map_err(failed)?;
    Ok(AddTagsResponse {})
}
