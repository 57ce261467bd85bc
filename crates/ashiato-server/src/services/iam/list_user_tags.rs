//! ListUserTags: the tags of a user.

use super::paging::asked;
use super::transaction::read;
use super::{owner, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::{ListUserTagsRequest, ListUserTagsResponse};
use crate::context::Context;

pub(super) async fn list_user_tags(ctx: &Context, input: ListUserTagsRequest) -> Result<ListUserTagsResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let user = owner::user(ctx, &mut tx, &input.user_name).await?;
    let told = tagged::page(&mut tx, &user.id.0, &asked).await?;
    Ok(ListUserTagsResponse { tags: told.rows, is_truncated: told.is_truncated, marker: told.marker })
}
