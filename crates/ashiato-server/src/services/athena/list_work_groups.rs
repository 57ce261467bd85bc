//! ListWorkGroups.

use ashiato_meta::work_groups;

use super::errors::fault;
use super::{lists, work_group};
use crate::athena::work_groups::settings;
use crate::aws::generated::athena::{ListWorkGroupsInput, ListWorkGroupsOutput, WorkGroupSummary};
use crate::aws::{Error, Timestamp};
use crate::context::Context;

pub(super) async fn list_work_groups(ctx: &Context, input: ListWorkGroupsInput) -> Result<ListWorkGroupsOutput, Error> {
    let region = work_group::region(ctx);
    // It is made where it is not there yet.
    work_group::find(ctx, None).await?;
    let after = lists::after(input.next_token.as_deref())?;
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let page = work_groups::list(&mut tx, &region, after.as_deref(), lists::rows(input.max_results)).await;
    let page = page.map_err(fault)?;
    let shown = page.rows.into_iter().map(|kept| WorkGroupSummary {
        state: Some(work_group::state(&kept)),
        engine_version: settings(&kept).engine_version,
        description: kept.description,
        creation_time: Some(Timestamp { millis: kept.created.0 }),
        name: Some(kept.name),
        identity_center_application_arn: None,
    });
    Ok(ListWorkGroupsOutput { work_groups: Some(shown.collect()), next_token: page.next.as_deref().map(lists::token) })
}
