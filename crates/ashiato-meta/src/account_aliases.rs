//! An account's alias, its one other name.

use crate::changed::found;
use crate::{AccountId, Error, Result, Tx};

/// Gives an account an alias, in place of the one that it had; `Conflict` where that is an account's already, be it
/// this one's.
pub async fn put(tx: &mut Tx, account: &AccountId, alias: &str) -> Result<()> {
    let doing = || format!("name account {} {alias}", account.as_str());
    let taken = sqlx::query("SELECT 1 FROM account_aliases WHERE alias = $1")
        .bind(alias)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    if taken.is_some() {
        return Err(Error::conflict(format!("the alias {alias} is taken")));
    }
    sqlx::query(
        "INSERT INTO account_aliases (account, alias) VALUES ($1, $2) \
         ON CONFLICT (account) DO UPDATE SET alias = excluded.alias",
    )
    .bind(account)
    .bind(alias)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(doing()))?;
    Ok(())
}

/// The account's alias, if it has one.
pub async fn get(tx: &mut Tx, account: &AccountId) -> Result<Option<String>> {
    let row: Option<(String,)> = sqlx::query_as("SELECT alias FROM account_aliases WHERE account = $1")
        .bind(account)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get the alias of account {}", account.as_str())))?;
    Ok(row.map(|(alias,)| alias))
}

/// Takes it away; `NotFound` where the account's alias is another, or none.
pub async fn delete(tx: &mut Tx, account: &AccountId, alias: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM account_aliases WHERE account = $1 AND alias = $2")
        .bind(account)
        .bind(alias)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete the alias {alias}")))?;
    found(&gone, || format!("the alias {alias}"))
}
