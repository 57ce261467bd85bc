//! GetGroup: a group and its users.

use ashiato_meta::{groups, users};

use super::failure::of_state;
use super::paging::{asked, told};
use super::transaction::read;
use super::{owner, shown};
use crate::aws::Error;
use crate::aws::generated::iam::{GetGroupRequest, GetGroupResponse};
use crate::context::Context;

pub(super) async fn get_group(ctx: &Context, input: GetGroupRequest) -> Result<GetGroupResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let group = owner::group(ctx, &mut tx, &input.group_name).await?;
    let page = groups::members(&mut tx, &group.id, asked.after.as_deref(), asked.items_max).await;
    let told = told(page.map_err(of_state)?);
    let mut members = Vec::with_capacity(told.rows.len());
    for id in told.rows {
        members.push(shown::user(&users::by_id(&mut tx, &id).await.map_err(of_state)?, None));
    }
    Ok(GetGroupResponse {
        group: shown::group(&group),
        users: members,
        is_truncated: told.is_truncated,
        marker: told.marker,
    })
}
