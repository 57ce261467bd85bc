//! ListRoles: the roles below a path.

use ashiato_meta::roles;

use super::failure::of_state;
use super::paging::{asked, told};
use super::shown;
use super::transaction::read;
use crate::aws::Error;
use crate::aws::generated::iam::{ListRolesRequest, ListRolesResponse};
use crate::context::Context;

pub(super) async fn list_roles(ctx: &Context, input: ListRolesRequest) -> Result<ListRolesResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let prefix = input.path_prefix.as_deref().unwrap_or("/");
    let mut tx = read(ctx).await?;
    let page = roles::list(&mut tx, &ctx.state.kept.account, prefix, asked.after.as_deref(), asked.items_max).await;
    let told = told(page.map_err(of_state)?);
    let roles = told.rows.iter().map(|role| shown::role(role, None)).collect();
    Ok(ListRolesResponse { roles, is_truncated: told.is_truncated, marker: told.marker })
}
