//! DeleteGroupPolicy: a policy inside a group no longer holds.

use super::inline;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::DeleteGroupPolicyRequest;
use crate::context::Context;

pub(super) async fn delete_group_policy(ctx: &Context, input: DeleteGroupPolicyRequest) -> Result<(), Error> {
    inline::delete(ctx, OwnerKind::Group, &input.group_name, &input.policy_name).await
}
