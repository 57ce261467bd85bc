//! ListRolePolicies: the names of the policies inside a role.

use super::inline;
use super::owner::OwnerKind;
use super::paging::asked;
use crate::aws::Error;
use crate::aws::generated::iam::{ListRolePoliciesRequest, ListRolePoliciesResponse};
use crate::context::Context;

pub(super) async fn list_role_policies(
    ctx: &Context,
    input: ListRolePoliciesRequest,
) -> Result<ListRolePoliciesResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let told = inline::list(ctx, OwnerKind::Role, &input.role_name, &asked).await?;
    Ok(ListRolePoliciesResponse { policy_names: told.rows, is_truncated: told.is_truncated, marker: told.marker })
}
