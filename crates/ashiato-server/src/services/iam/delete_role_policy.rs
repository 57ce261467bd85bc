//! DeleteRolePolicy: a policy inside a role no longer holds.

use super::inline;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::DeleteRolePolicyRequest;
use crate::context::Context;

pub(super) async fn delete_role_policy(ctx: &Context, input: DeleteRolePolicyRequest) -> Result<(), Error> {
    inline::delete(ctx, OwnerKind::Role, &input.role_name, &input.policy_name).await
}
