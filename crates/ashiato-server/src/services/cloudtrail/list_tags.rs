//! ListTags of several trails.

use ashiato_meta::tags as kept_tags;

use super::fault::{expect_no_token, failed, read};
use super::{tagged, tags};
use crate::aws::generated::cloudtrail::{ListTagsRequest, ListTagsResponse, ResourceTag};
use crate::aws::{DeclaredError, Error};
use crate::context::Context;

/// Told by the member's description; the model has no limit. Source: CloudTrail API Reference, ListTags.
const RESOURCES_MAX: usize = 20;

pub(super) async fn list_tags(ctx: &Context, input: ListTagsRequest) -> Result<ListTagsResponse, Error> {
    expect_no_token(input.next_token.as_deref())?;
    if input.resource_id_list.len() > RESOURCES_MAX {
        let why = "1 validation error detected: Value at 'resourceIdList' failed to satisfy constraint: Member must have \
            length less than or equal to 20";
        return Err(DeclaredError::shared("ValidationException").because(why));
    }
    let mut tx = read(ctx).await?;
    let mut listed = Vec::new();
    for resource in input.resource_id_list {
        tagged::expect(&mut tx, ctx, &resource).await?;
        let kept = kept_tags::list(&mut tx, &resource).await.map_err(failed)?;
        listed.push(ResourceTag { resource_id: Some(resource), tags_list: Some(tags::listed(kept)) });
    }
    Ok(ListTagsResponse { resource_tag_list: Some(listed), next_token: None })
}
