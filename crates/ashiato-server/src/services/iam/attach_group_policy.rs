//! AttachGroupPolicy: a managed policy holds for a group.

use super::attached;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::AttachGroupPolicyRequest;
use crate::context::Context;

pub(super) async fn attach_group_policy(ctx: &Context, input: AttachGroupPolicyRequest) -> Result<(), Error> {
    attached::attach(ctx, OwnerKind::Group, &input.group_name, &input.policy_arn).await
}
