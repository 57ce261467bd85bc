//! GetRole: a role.

use super::transaction::read;
use super::{owner, shown, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::{GetRoleRequest, GetRoleResponse};
use crate::context::Context;

pub(super) async fn get_role(ctx: &Context, input: GetRoleRequest) -> Result<GetRoleResponse, Error> {
    let mut tx = read(ctx).await?;
    let role = owner::role(ctx, &mut tx, &input.role_name).await?;
    let tags = tagged::list(&mut tx, &role.id.0).await?;
    Ok(GetRoleResponse { role: shown::role(&role, Some(tags)) })
}
