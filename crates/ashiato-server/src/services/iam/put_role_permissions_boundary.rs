//! PutRolePermissionsBoundary: what a role may do at most.

use ashiato_meta::roles;

use super::failure::of_state;
use super::transaction::{commit, write};
use super::{attached, owner};
use crate::aws::Error;
use crate::aws::generated::iam::PutRolePermissionsBoundaryRequest;
use crate::context::Context;

pub(super) async fn put_role_permissions_boundary(
    ctx: &Context,
    input: PutRolePermissionsBoundaryRequest,
) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let mut role = owner::role(ctx, &mut tx, &input.role_name).await?;
    attached::check_boundary(&mut tx, &input.permissions_boundary).await?;
    role.boundary = Some(input.permissions_boundary);
    roles::update(&mut tx, &role).await.map_err(of_state)?;
    commit(ctx, tx).await
}
