//! RemoveTags, by their keys. One that is not there is no error.

use ashiato_meta::tags as kept_tags;

use super::fault::{failed, write};
use super::{tagged, tags};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{RemoveTagsRequest, RemoveTagsResponse};
use crate::context::Context;

pub(super) async fn remove_tags(ctx: &Context, input: RemoveTagsRequest) -> Result<RemoveTagsResponse, Error> {
    let keys: Vec<String> = tags::kept(input.tags_list)?.into_keys().collect();
    let mut tx = write(ctx).await?;
    tagged::expect(&mut tx, ctx, &input.resource_id).await?;
    kept_tags::remove(&mut tx, &input.resource_id, &keys).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(RemoveTagsResponse {})
}
