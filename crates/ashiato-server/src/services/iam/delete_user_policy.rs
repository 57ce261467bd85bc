//! DeleteUserPolicy: a policy inside a user no longer holds.

use super::inline;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::DeleteUserPolicyRequest;
use crate::context::Context;

pub(super) async fn delete_user_policy(ctx: &Context, input: DeleteUserPolicyRequest) -> Result<(), Error> {
    inline::delete(ctx, OwnerKind::User, &input.user_name, &input.policy_name).await
}
