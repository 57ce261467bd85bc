//! DeleteAccountAlias: takes the account's other name away.

use ashiato_meta::account_aliases;

use super::failure::or_no_such;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::DeleteAccountAliasRequest;
use crate::context::Context;

pub(super) async fn delete_account_alias(ctx: &Context, input: DeleteAccountAliasRequest) -> Result<(), Error> {
    let alias = &input.account_alias;
    let mut tx = write(ctx).await?;
    let gone = account_aliases::delete(&mut tx, &ctx.state.kept.account, alias).await;
    or_no_such(gone, || format!("The account alias {alias} does not exist."))?;
    commit(ctx, tx).await
}
