//! DeleteGroup: a group that has neither users nor policies.

use ashiato_meta::{attachments, groups, inline_policies};

use super::failure::{delete_conflict, of_state};
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::DeleteGroupRequest;
use crate::context::Context;

pub(super) async fn delete_group(ctx: &Context, input: DeleteGroupRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let group = owner::group(ctx, &mut tx, &input.group_name).await?;
    if !groups::members(&mut tx, &group.id, None, 1).await.map_err(of_state)?.rows.is_empty() {
        return Err(delete_conflict("remove users from group"));
    }
    if !inline_policies::list(&mut tx, &group.id).await.map_err(of_state)?.is_empty() {
        return Err(delete_conflict("delete policies"));
    }
    if !attachments::list(&mut tx, &group.id).await.map_err(of_state)?.is_empty() {
        return Err(delete_conflict("detach all policies"));
    }
    groups::delete(&mut tx, &group.id).await.map_err(of_state)?;
    commit(ctx, tx).await
}
