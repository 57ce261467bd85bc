//! GetKeyPolicy.

use super::key::{By, permitted};
use super::rules;
use crate::aws::Error;
use crate::aws::generated::kms::errors::NOT_FOUND_EXCEPTION;
use crate::aws::generated::kms::{GetKeyPolicyRequest, GetKeyPolicyResponse};
use crate::context::Context;

pub(super) async fn get_key_policy(ctx: &Context, input: GetKeyPolicyRequest) -> Result<GetKeyPolicyResponse, Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "GetKeyPolicy", None).await?;
    if input.policy_name.is_some_and(|name| name != rules::NAME) {
        return Err(NOT_FOUND_EXCEPTION.because("No such policy exists"));
    }
    Ok(GetKeyPolicyResponse { policy: Some(key.policy), policy_name: Some(rules::NAME.to_string()) })
}
