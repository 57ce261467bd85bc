//! ListGroupsForUser: the groups that a user is in.

use ashiato_meta::groups;

use super::failure::of_state;
use super::paging::{asked, cut};
use super::transaction::read;
use super::{owner, shown};
use crate::aws::Error;
use crate::aws::generated::iam::{ListGroupsForUserRequest, ListGroupsForUserResponse};
use crate::context::Context;

pub(super) async fn list_groups_for_user(
    ctx: &Context,
    input: ListGroupsForUserRequest,
) -> Result<ListGroupsForUserResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let user = owner::user(ctx, &mut tx, &input.user_name).await?;
    let groups = groups::of_user(&mut tx, &user.id).await.map_err(of_state)?;
    let told = cut(groups.into_iter().map(|group| (group.name.clone(), shown::group(&group))), &asked);
    Ok(ListGroupsForUserResponse { groups: told.rows, is_truncated: told.is_truncated, marker: told.marker })
}
