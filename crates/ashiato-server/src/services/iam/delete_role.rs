//! DeleteRole: a role that has no policies. Its sessions end.

use ashiato_meta::{attachments, inline_policies, roles};

use super::failure::{delete_conflict, of_state};
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::DeleteRoleRequest;
use crate::context::Context;

pub(super) async fn delete_role(ctx: &Context, input: DeleteRoleRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let role = owner::role(ctx, &mut tx, &input.role_name).await?;
    if !inline_policies::list(&mut tx, &role.id).await.map_err(of_state)?.is_empty() {
        return Err(delete_conflict("delete policies"));
    }
    if !attachments::list(&mut tx, &role.id).await.map_err(of_state)?.is_empty() {
        return Err(delete_conflict("detach all policies"));
    }
    roles::delete(&mut tx, &role.id).await.map_err(of_state)?;
    commit(ctx, tx).await
}
