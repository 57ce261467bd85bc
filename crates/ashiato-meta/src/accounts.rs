//! Accounts. The account's root identity has no row of its own: it is the account.

use crate::{AccountId, Error, Millis, Result, Tx};

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Account {
    /// 12 digits.
    pub id: AccountId,
    /// When it was made.
    pub created: Millis,
}

/// Makes an account; `Conflict` where it is there.
pub async fn create(tx: &mut Tx, account: &Account) -> Result<()> {
    sqlx::query("INSERT INTO accounts (id, created) VALUES ($1, $2)")
        .bind(&account.id)
        .bind(account.created)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("create account {}", account.id.as_str())))?;
    Ok(())
}

/// Every account, by id.
pub async fn list(tx: &mut Tx) -> Result<Vec<Account>> {
    sqlx::query_as("SELECT id, created FROM accounts ORDER BY id")
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list the accounts"))
}
