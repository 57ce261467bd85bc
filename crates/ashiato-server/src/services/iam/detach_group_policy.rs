//! DetachGroupPolicy: a managed policy no longer holds for a group.

use super::attached;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::DetachGroupPolicyRequest;
use crate::context::Context;

pub(super) async fn detach_group_policy(ctx: &Context, input: DetachGroupPolicyRequest) -> Result<(), Error> {
    attached::detach(ctx, OwnerKind::Group, &input.group_name, &input.policy_arn).await
}
