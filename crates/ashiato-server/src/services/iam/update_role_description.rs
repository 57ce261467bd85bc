//! UpdateRoleDescription: another description for a role, in the older way.

use ashiato_meta::roles;

use super::failure::of_state;
use super::transaction::{commit, write};
use super::{owner, shown, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::{UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse};
use crate::context::Context;

pub(super) async fn update_role_description(
    ctx: &Context,
    input: UpdateRoleDescriptionRequest,
) -> Result<UpdateRoleDescriptionResponse, Error> {
    let mut tx = write(ctx).await?;
    let mut role = owner::role(ctx, &mut tx, &input.role_name).await?;
    role.description = Some(input.description);
    roles::update(&mut tx, &role).await.map_err(of_state)?;
    let tags = tagged::list(&mut tx, &role.id.0).await?;
    commit(ctx, tx).await?;
    Ok(UpdateRoleDescriptionResponse { role: Some(shown::role(&role, Some(tags))) })
}
