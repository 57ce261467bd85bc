//! AddUserToGroup: a user becomes a member, or stays one.

use ashiato_meta::groups;
use ashiato_policy::identity::quotas::GROUPS_OF_USER_MAX;

use super::failure::{limit_exceeded, of_state};
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::AddUserToGroupRequest;
use crate::context::Context;

pub(super) async fn add_user_to_group(ctx: &Context, input: AddUserToGroupRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let group = owner::group(ctx, &mut tx, &input.group_name).await?;
    let user = owner::user(ctx, &mut tx, &input.user_name).await?;
    let there = groups::of_user(&mut tx, &user.id).await.map_err(of_state)?;
    if there.len() >= GROUPS_OF_USER_MAX && !there.iter().any(|joined| joined.id == group.id) {
        return Err(limit_exceeded("GroupsPerUser", GROUPS_OF_USER_MAX));
    }
    groups::add_member(&mut tx, &group.id, &user.id).await.map_err(of_state)?;
    commit(ctx, tx).await
}
