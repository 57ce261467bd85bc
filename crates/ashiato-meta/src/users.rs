//! IAM users.

use crate::changed::found;
use crate::page::one_more;
use crate::{AccountId, Error, Millis, Page, PrincipalId, Result, Tx, tags};

/// A user. Its ARN follows from account, path and name.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct User {
    /// Never given to another one.
    pub id: PrincipalId,
    /// Where it lives.
    pub account: AccountId,
    /// As it was written; unique in its account whatever the case of its letters.
    pub name: String,
    /// `/` or `/…/`.
    pub path: String,
    /// When it was made.
    pub created: Millis,
    /// The ARN of the policy that bounds its permissions.
    pub boundary: Option<String>,
    /// When somebody last signed in with its password.
    pub password_last_used: Option<Millis>,
}

/// Makes a user; `Conflict` where the account has one of that name, `NotFound` where there is no such account.
pub async fn create(tx: &mut Tx, user: &User) -> Result<()> {
    let doing = || format!("create user {}", user.name);
    sqlx::query("INSERT INTO principals (id) VALUES ($1)")
        .bind(&user.id)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    sqlx::query(
        "INSERT INTO users (id, account, name, name_folded, path, created, boundary, password_last_used) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
        .bind(&user.id)
        .bind(&user.account)
        .bind(&user.name)
        .bind(user.name.to_ascii_lowercase())
        .bind(&user.path)
        .bind(user.created)
        .bind(&user.boundary)
        .bind(user.password_last_used)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(doing()))?;
    Ok(())
}

/// The user of that name, in whatever case.
pub async fn get(tx: &mut Tx, account: &AccountId, name: &str) -> Result<User> {
    sqlx::query_as("SELECT id, account, name, path, created, boundary, password_last_used FROM users WHERE account = $1 AND name_folded = $2")
        .bind(account)
        .bind(name.to_ascii_lowercase())
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get user {name}")))?
        .ok_or_else(|| Error::not_found(format!("user {name} is not there")))
}

/// The user of that id.
pub async fn by_id(tx: &mut Tx, id: &PrincipalId) -> Result<User> {
    sqlx::query_as("SELECT id, account, name, path, created, boundary, password_last_used FROM users WHERE id = $1")
        .bind(id)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get user {}", id.0)))?
        .ok_or_else(|| Error::not_found(format!("user {} is not there", id.0)))
}

/// Those whose path begins with `path_prefix`, by name; `after` is a page's `next`.
pub async fn list(
    tx: &mut Tx,
    account: &AccountId,
    path_prefix: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<User>> {
    let rows = sqlx::query_as(
        "SELECT id, account, name, path, created, boundary, password_last_used FROM users \
         WHERE account = $1 AND SUBSTR(path, 1, LENGTH($2)) = $2 AND name_folded > $3 ORDER BY name_folded LIMIT $4",
    )
    .bind(account)
    .bind(path_prefix)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the users"))?;
    Ok(Page::cut(rows, limit, |user: &User| user.name.to_ascii_lowercase()))
}

/// Stores its name, path, boundary and last sign-in; `Conflict` where the new name is taken.
pub async fn update(tx: &mut Tx, user: &User) -> Result<()> {
    let done = sqlx::query(
        "UPDATE users SET name = $2, name_folded = $3, path = $4, boundary = $5, password_last_used = $6 WHERE id = $1",
    )
    .bind(&user.id)
    .bind(&user.name)
    .bind(user.name.to_ascii_lowercase())
    .bind(&user.path)
    .bind(&user.boundary)
    .bind(user.password_last_used)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("update user {}", user.name)))?;
    found(&done, || format!("user {}", user.name))
}

/// Removes it and its tags; `Conflict` while policies or anything else still hang on it.
pub async fn delete(tx: &mut Tx, id: &PrincipalId) -> Result<()> {
    let doing = || format!("delete user {}", id.0);
    let gone =
        sqlx::query("DELETE FROM users WHERE id = $1").bind(id).execute(tx.db()).await.map_err(Error::of(doing()))?;
    found(&gone, || format!("user {}", id.0))?;
    sqlx::query("DELETE FROM principals WHERE id = $1").bind(id).execute(tx.db()).await.map_err(Error::of(doing()))?;
    tags::clear(tx, &id.0).await
}
