//! ListUsers: the users below a path.

use ashiato_meta::users;

use super::failure::of_state;
use super::paging::{asked, told};
use super::shown;
use super::transaction::read;
use crate::aws::Error;
use crate::aws::generated::iam::{ListUsersRequest, ListUsersResponse};
use crate::context::Context;

pub(super) async fn list_users(ctx: &Context, input: ListUsersRequest) -> Result<ListUsersResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let prefix = input.path_prefix.as_deref().unwrap_or("/");
    let mut tx = read(ctx).await?;
    let page = users::list(&mut tx, &ctx.state.kept.account, prefix, asked.after.as_deref(), asked.items_max).await;
    let told = told(page.map_err(of_state)?);
    let users = told.rows.iter().map(|user| shown::user(user, None)).collect();
    Ok(ListUsersResponse { users, is_truncated: told.is_truncated, marker: told.marker })
}
