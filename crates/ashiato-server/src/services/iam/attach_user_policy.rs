//! AttachUserPolicy: a managed policy holds for a user.

use super::attached;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::AttachUserPolicyRequest;
use crate::context::Context;

pub(super) async fn attach_user_policy(ctx: &Context, input: AttachUserPolicyRequest) -> Result<(), Error> {
    attached::attach(ctx, OwnerKind::User, &input.user_name, &input.policy_arn).await
}
