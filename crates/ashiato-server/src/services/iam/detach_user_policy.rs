//! DetachUserPolicy: a managed policy no longer holds for a user.

use super::attached;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::DetachUserPolicyRequest;
use crate::context::Context;

pub(super) async fn detach_user_policy(ctx: &Context, input: DetachUserPolicyRequest) -> Result<(), Error> {
    attached::detach(ctx, OwnerKind::User, &input.user_name, &input.policy_arn).await
}
