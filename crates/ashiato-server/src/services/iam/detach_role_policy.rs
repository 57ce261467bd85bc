//! DetachRolePolicy: a managed policy no longer holds for a role.

use super::attached;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::DetachRolePolicyRequest;
use crate::context::Context;

pub(super) async fn detach_role_policy(ctx: &Context, input: DetachRolePolicyRequest) -> Result<(), Error> {
    attached::detach(ctx, OwnerKind::Role, &input.role_name, &input.policy_arn).await
}
