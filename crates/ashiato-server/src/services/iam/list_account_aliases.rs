//! ListAccountAliases: the account's other name, of which there is one at most.

use ashiato_meta::account_aliases;

use super::failure::of_state;
use super::paging::{asked, cut};
use super::transaction::read;
use crate::aws::Error;
use crate::aws::generated::iam::{ListAccountAliasesRequest, ListAccountAliasesResponse};
use crate::context::Context;

pub(super) async fn list_account_aliases(
    ctx: &Context,
    input: ListAccountAliasesRequest,
) -> Result<ListAccountAliasesResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let alias = account_aliases::get(&mut tx, &ctx.state.kept.account).await.map_err(of_state)?;
    let told = cut(alias.map(|alias| (alias.clone(), alias)), &asked);
    Ok(ListAccountAliasesResponse { account_aliases: told.rows, is_truncated: told.is_truncated, marker: told.marker })
}
