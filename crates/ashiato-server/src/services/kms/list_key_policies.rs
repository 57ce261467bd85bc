//! ListKeyPolicies: there is one.

use super::key::{By, permitted};
use super::{pages, rules};
use crate::aws::Error;
use crate::aws::generated::kms::{ListKeyPoliciesRequest, ListKeyPoliciesResponse};
use crate::context::Context;

pub(super) async fn list_key_policies(
    ctx: &Context,
    input: ListKeyPoliciesRequest,
) -> Result<ListKeyPoliciesResponse, Error> {
    permitted(ctx, &input.key_id, By::Id, "ListKeyPolicies", None).await?;
    pages::after(input.marker.as_deref())?;
    Ok(ListKeyPoliciesResponse {
        policy_names: Some(vec![rules::NAME.to_string()]),
        next_marker: None,
        truncated: Some(false),
    })
}
