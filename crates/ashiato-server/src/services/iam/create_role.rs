//! CreateRole: makes a role.

use ashiato_meta::roles::{self, Role};
use ashiato_meta::{PrincipalId, counts};
use ashiato_policy::identity::{IdKind, quotas::ROLES_MAX, unique_id};

use super::failure::{already_exists, limit_exceeded, of_policy, of_state, or_conflict, refuse_signin_session};
use super::transaction::{commit, write};
use super::{attached, shown, tagged, trust};
use crate::aws::Error;
use crate::aws::generated::iam::{CreateRoleRequest, CreateRoleResponse};
use crate::chance;
use crate::context::Context;

pub(super) async fn create_role(ctx: &Context, input: CreateRoleRequest) -> Result<CreateRoleResponse, Error> {
    refuse_signin_session(input.max_signin_session_duration)?;
    let kept = &ctx.state.kept;
    let tags = tagged::given(input.tags)?;
    trust::check(&input.assume_role_policy_document)?;
    let id = unique_id(IdKind::Role, kept.account.as_str(), chance::number()).map_err(|error| of_policy(&error))?;
    let mut tx = write(ctx).await?;
    if counts::of_account(&mut tx, &kept.account).await.map_err(of_state)?.roles >= ROLES_MAX as i64 {
        return Err(limit_exceeded("RolesPerAccount", ROLES_MAX));
    }
    if let Some(arn) = &input.permissions_boundary {
        attached::check_boundary(&mut tx, arn).await?;
    }
    let role = Role {
        id: PrincipalId(id),
        account: kept.account.clone(),
        name: input.role_name,
        path: input.path.unwrap_or_else(|| "/".to_string()),
        created: ctx.state.now(),
        trust_policy: input.assume_role_policy_document,
        description: input.description,
        max_session_seconds: input.max_session_duration.unwrap_or(trust::SESSION_SECONDS_DEFAULT),
        boundary: input.permissions_boundary,
        last_used: None,
        last_used_region: None,
    };
    let taken = || already_exists(format!("Role with name {} already exists.", role.name));
    or_conflict(roles::create(&mut tx, &role).await, taken)?;
    tagged::put(&mut tx, &role.id.0, tags.clone()).await?;
    commit(ctx, tx).await?;
    Ok(CreateRoleResponse { role: shown::role(&role, Some(tags)) })
}
