//! GetTags of a database.

use ashiato_meta::tags;

use super::fault::failed;
use super::{names, tagged};
use crate::aws::Error;
use crate::aws::generated::glue::{GetTagsRequest, GetTagsResponse};
use crate::context::Context;

pub(super) async fn get_tags(ctx: &Context, input: GetTagsRequest) -> Result<GetTagsResponse, Error> {
    let mut tx = names::read(ctx).await?;
    tagged::expect(&mut tx, ctx, &input.resource_arn).await?;
    Ok(GetTagsResponse { tags: Some(tags::list(&mut tx, &input.resource_arn).await.map_err(failed)?) })
}
