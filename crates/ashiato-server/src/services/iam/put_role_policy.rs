//! PutRolePolicy: a policy inside a role, in place of one of that name.

use super::inline;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::PutRolePolicyRequest;
use crate::context::Context;

pub(super) async fn put_role_policy(ctx: &Context, input: PutRolePolicyRequest) -> Result<(), Error> {
    inline::put(ctx, OwnerKind::Role, &input.role_name, &input.policy_name, &input.policy_document).await
}
