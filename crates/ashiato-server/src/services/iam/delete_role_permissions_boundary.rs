//! DeleteRolePermissionsBoundary: nothing bounds a role any longer.

use ashiato_meta::roles;

use super::failure::{no_such_entity, of_state};
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::DeleteRolePermissionsBoundaryRequest;
use crate::context::Context;

pub(super) async fn delete_role_permissions_boundary(
    ctx: &Context,
    input: DeleteRolePermissionsBoundaryRequest,
) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let mut role = owner::role(ctx, &mut tx, &input.role_name).await?;
    if role.boundary.take().is_none() {
        return Err(no_such_entity(format!("Role {} does not have a permissions boundary.", role.name)));
    }
    roles::update(&mut tx, &role).await.map_err(of_state)?;
    commit(ctx, tx).await
}
