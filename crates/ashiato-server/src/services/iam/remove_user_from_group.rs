//! RemoveUserFromGroup: a user is no longer a member.

use ashiato_meta::groups;

use super::failure::of_state;
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::RemoveUserFromGroupRequest;
use crate::context::Context;

pub(super) async fn remove_user_from_group(ctx: &Context, input: RemoveUserFromGroupRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let group = owner::group(ctx, &mut tx, &input.group_name).await?;
    let user = owner::user(ctx, &mut tx, &input.user_name).await?;
    groups::remove_member(&mut tx, &group.id, &user.id).await.map_err(of_state)?;
    commit(ctx, tx).await
}
