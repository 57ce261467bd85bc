//! ListRoleTags: the tags of a role.

use super::paging::asked;
use super::transaction::read;
use super::{owner, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::{ListRoleTagsRequest, ListRoleTagsResponse};
use crate::context::Context;

pub(super) async fn list_role_tags(ctx: &Context, input: ListRoleTagsRequest) -> Result<ListRoleTagsResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let role = owner::role(ctx, &mut tx, &input.role_name).await?;
    let told = tagged::page(&mut tx, &role.id.0, &asked).await?;
    Ok(ListRoleTagsResponse { tags: told.rows, is_truncated: told.is_truncated, marker: told.marker })
}
