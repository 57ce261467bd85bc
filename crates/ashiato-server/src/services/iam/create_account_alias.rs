//! CreateAccountAlias: gives the account another name, in place of the one that it had.

use ashiato_meta::account_aliases;

use super::failure::{already_exists, or_conflict};
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::CreateAccountAliasRequest;
use crate::context::Context;

pub(super) async fn create_account_alias(ctx: &Context, input: CreateAccountAliasRequest) -> Result<(), Error> {
    let alias = &input.account_alias;
    let mut tx = write(ctx).await?;
    let taken = || already_exists(format!("The account alias {alias} already exists."));
    or_conflict(account_aliases::put(&mut tx, &ctx.state.kept.account, alias).await, taken)?;
    commit(ctx, tx).await
}
