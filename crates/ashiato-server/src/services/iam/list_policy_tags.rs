//! ListPolicyTags: the tags of a managed policy.

use super::paging::asked;
use super::transaction::read;
use super::{policies, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::{ListPolicyTagsRequest, ListPolicyTagsResponse};
use crate::context::Context;

pub(super) async fn list_policy_tags(
    ctx: &Context,
    input: ListPolicyTagsRequest,
) -> Result<ListPolicyTagsResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let policy = policies::find(&mut tx, &input.policy_arn).await?;
    let told = tagged::page(&mut tx, &policy.tags_of(), &asked).await?;
    Ok(ListPolicyTagsResponse { tags: told.rows, is_truncated: told.is_truncated, marker: told.marker })
}
