//! GetGroupPolicy: a policy inside a group.

use super::owner::OwnerKind;
use super::{inline, shown};
use crate::aws::Error;
use crate::aws::generated::iam::{GetGroupPolicyRequest, GetGroupPolicyResponse};
use crate::context::Context;

pub(super) async fn get_group_policy(
    ctx: &Context,
    input: GetGroupPolicyRequest,
) -> Result<GetGroupPolicyResponse, Error> {
    let (group_name, policy) = inline::get(ctx, OwnerKind::Group, &input.group_name, &input.policy_name).await?;
    Ok(GetGroupPolicyResponse {
        group_name,
        policy_name: policy.name,
        policy_document: shown::document(&policy.document),
    })
}
