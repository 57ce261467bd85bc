//! GetRolePolicy: a policy inside a role.

use super::owner::OwnerKind;
use super::{inline, shown};
use crate::aws::Error;
use crate::aws::generated::iam::{GetRolePolicyRequest, GetRolePolicyResponse};
use crate::context::Context;

pub(super) async fn get_role_policy(
    ctx: &Context,
    input: GetRolePolicyRequest,
) -> Result<GetRolePolicyResponse, Error> {
    let (role_name, policy) = inline::get(ctx, OwnerKind::Role, &input.role_name, &input.policy_name).await?;
    Ok(GetRolePolicyResponse {
        role_name,
        policy_name: policy.name,
        policy_document: shown::document(&policy.document),
    })
}
