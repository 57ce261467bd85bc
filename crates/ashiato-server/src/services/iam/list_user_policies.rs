//! ListUserPolicies: the names of the policies inside a user.

use super::inline;
use super::owner::OwnerKind;
use super::paging::asked;
use crate::aws::Error;
use crate::aws::generated::iam::{ListUserPoliciesRequest, ListUserPoliciesResponse};
use crate::context::Context;

pub(super) async fn list_user_policies(
    ctx: &Context,
    input: ListUserPoliciesRequest,
) -> Result<ListUserPoliciesResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let told = inline::list(ctx, OwnerKind::User, &input.user_name, &asked).await?;
    Ok(ListUserPoliciesResponse { policy_names: told.rows, is_truncated: told.is_truncated, marker: told.marker })
}
