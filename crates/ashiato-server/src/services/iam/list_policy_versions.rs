//! ListPolicyVersions: the versions of a managed policy, newest first, without their documents.

use super::paging::{asked, cut};
use super::transaction::read;
use super::{policies, versions};
use crate::aws::Error;
use crate::aws::generated::iam::{ListPolicyVersionsRequest, ListPolicyVersionsResponse};
use crate::context::Context;

pub(super) async fn list_policy_versions(
    ctx: &Context,
    input: ListPolicyVersionsRequest,
) -> Result<ListPolicyVersionsResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let policy = policies::find(&mut tx, &input.policy_arn).await?;
    let all = versions::all(&mut tx, &policy, versions::Documents::Left).await?;
    // There are five at most: their places are their keys.
    let told = cut(all.into_iter().enumerate().map(|(place, version)| (format!("{:03}", place + 1), version)), &asked);
    Ok(ListPolicyVersionsResponse { versions: Some(told.rows), is_truncated: told.is_truncated, marker: told.marker })
}
