//! ListAttachedUserPolicies: the managed policies of a user.

use super::attached;
use super::owner::OwnerKind;
use super::paging::asked;
use crate::aws::Error;
use crate::aws::generated::iam::{ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse};
use crate::context::Context;

pub(super) async fn list_attached_user_policies(
    ctx: &Context,
    input: ListAttachedUserPoliciesRequest,
) -> Result<ListAttachedUserPoliciesResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let prefix = input.path_prefix.as_deref();
    let told = attached::list(ctx, OwnerKind::User, &input.user_name, prefix, &asked).await?;
    Ok(ListAttachedUserPoliciesResponse {
        attached_policies: Some(told.rows),
        is_truncated: told.is_truncated,
        marker: told.marker,
    })
}
