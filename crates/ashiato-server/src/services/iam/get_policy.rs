//! GetPolicy: a managed policy, without its document.

use super::transaction::read;
use super::{policies, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::{GetPolicyRequest, GetPolicyResponse};
use crate::context::Context;

pub(super) async fn get_policy(ctx: &Context, input: GetPolicyRequest) -> Result<GetPolicyResponse, Error> {
    let mut tx = read(ctx).await?;
    let policy = policies::find(&mut tx, &input.policy_arn).await?;
    let tags = tagged::list(&mut tx, &policy.tags_of()).await?;
    Ok(GetPolicyResponse { policy: Some(policies::shown(&mut tx, &policy, Some(tags)).await?) })
}
