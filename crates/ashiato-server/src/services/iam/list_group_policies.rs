//! ListGroupPolicies: the names of the policies inside a group.

use super::inline;
use super::owner::OwnerKind;
use super::paging::asked;
use crate::aws::Error;
use crate::aws::generated::iam::{ListGroupPoliciesRequest, ListGroupPoliciesResponse};
use crate::context::Context;

pub(super) async fn list_group_policies(
    ctx: &Context,
    input: ListGroupPoliciesRequest,
) -> Result<ListGroupPoliciesResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let told = inline::list(ctx, OwnerKind::Group, &input.group_name, &asked).await?;
    Ok(ListGroupPoliciesResponse { policy_names: told.rows, is_truncated: told.is_truncated, marker: told.marker })
}
