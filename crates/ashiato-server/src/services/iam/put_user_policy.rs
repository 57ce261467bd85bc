//! PutUserPolicy: a policy inside a user, in place of one of that name.

use super::inline;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::PutUserPolicyRequest;
use crate::context::Context;

pub(super) async fn put_user_policy(ctx: &Context, input: PutUserPolicyRequest) -> Result<(), Error> {
    inline::put(ctx, OwnerKind::User, &input.user_name, &input.policy_name, &input.policy_document).await
}
