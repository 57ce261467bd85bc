//! ListGroups: the groups below a path.

use ashiato_meta::groups;

use super::failure::of_state;
use super::paging::{asked, told};
use super::shown;
use super::transaction::read;
use crate::aws::Error;
use crate::aws::generated::iam::{ListGroupsRequest, ListGroupsResponse};
use crate::context::Context;

pub(super) async fn list_groups(ctx: &Context, input: ListGroupsRequest) -> Result<ListGroupsResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let prefix = input.path_prefix.as_deref().unwrap_or("/");
    let mut tx = read(ctx).await?;
    let page = groups::list(&mut tx, &ctx.state.kept.account, prefix, asked.after.as_deref(), asked.items_max).await;
    let told = told(page.map_err(of_state)?);
    let groups = told.rows.iter().map(shown::group).collect();
    Ok(ListGroupsResponse { groups, is_truncated: told.is_truncated, marker: told.marker })
}
