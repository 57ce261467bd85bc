//! ListAttachedRolePolicies: the managed policies of a role.

use super::attached;
use super::owner::OwnerKind;
use super::paging::asked;
use crate::aws::Error;
use crate::aws::generated::iam::{ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse};
use crate::context::Context;

pub(super) async fn list_attached_role_policies(
    ctx: &Context,
    input: ListAttachedRolePoliciesRequest,
) -> Result<ListAttachedRolePoliciesResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let prefix = input.path_prefix.as_deref();
    let told = attached::list(ctx, OwnerKind::Role, &input.role_name, prefix, &asked).await?;
    Ok(ListAttachedRolePoliciesResponse {
        attached_policies: Some(told.rows),
        is_truncated: told.is_truncated,
        marker: told.marker,
    })
}
