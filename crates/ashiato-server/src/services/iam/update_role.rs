//! UpdateRole: another description or longest session for a role.

use ashiato_meta::roles;

use super::failure::{of_state, refuse_signin_session};
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::{UpdateRoleRequest, UpdateRoleResponse};
use crate::context::Context;

pub(super) async fn update_role(ctx: &Context, input: UpdateRoleRequest) -> Result<UpdateRoleResponse, Error> {
    refuse_signin_session(input.max_signin_session_duration)?;
    let mut tx = write(ctx).await?;
    let mut role = owner::role(ctx, &mut tx, &input.role_name).await?;
    if input.description.is_some() {
        role.description = input.description;
    }
    role.max_session_seconds = input.max_session_duration.unwrap_or(role.max_session_seconds);
    roles::update(&mut tx, &role).await.map_err(of_state)?;
    commit(ctx, tx).await?;
    Ok(UpdateRoleResponse::default())
}
