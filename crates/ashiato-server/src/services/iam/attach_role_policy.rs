//! AttachRolePolicy: a managed policy holds for a role.

use super::attached;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::AttachRolePolicyRequest;
use crate::context::Context;

pub(super) async fn attach_role_policy(ctx: &Context, input: AttachRolePolicyRequest) -> Result<(), Error> {
    attached::attach(ctx, OwnerKind::Role, &input.role_name, &input.policy_arn).await
}
