//! GetUserPolicy: a policy inside a user.

use super::owner::OwnerKind;
use super::{inline, shown};
use crate::aws::Error;
use crate::aws::generated::iam::{GetUserPolicyRequest, GetUserPolicyResponse};
use crate::context::Context;

pub(super) async fn get_user_policy(
    ctx: &Context,
    input: GetUserPolicyRequest,
) -> Result<GetUserPolicyResponse, Error> {
    let (user_name, policy) = inline::get(ctx, OwnerKind::User, &input.user_name, &input.policy_name).await?;
    Ok(GetUserPolicyResponse {
        user_name,
        policy_name: policy.name,
        policy_document: shown::document(&policy.document),
    })
}
