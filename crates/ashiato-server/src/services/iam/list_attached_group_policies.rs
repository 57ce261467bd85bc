//! ListAttachedGroupPolicies: the managed policies of a group.

use super::attached;
use super::owner::OwnerKind;
use super::paging::asked;
use crate::aws::Error;
use crate::aws::generated::iam::{ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse};
use crate::context::Context;

pub(super) async fn list_attached_group_policies(
    ctx: &Context,
    input: ListAttachedGroupPoliciesRequest,
) -> Result<ListAttachedGroupPoliciesResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let prefix = input.path_prefix.as_deref();
    let told = attached::list(ctx, OwnerKind::Group, &input.group_name, prefix, &asked).await?;
    Ok(ListAttachedGroupPoliciesResponse {
        attached_policies: Some(told.rows),
        is_truncated: told.is_truncated,
        marker: told.marker,
    })
}
