//! IAM roles.

use crate::changed::found;
use crate::page::one_more;
use crate::{AccountId, Error, Millis, Page, PrincipalId, Result, Tx, tags};

/// A role. Its ARN follows from account, path and name.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Role {
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
    /// Who may assume it: a policy document, opaque here.
    pub trust_policy: String,
    /// What it is for.
    pub description: Option<String>,
    /// The longest session.
    pub max_session_seconds: i64,
    /// The ARN of the policy that bounds its permissions.
    pub boundary: Option<String>,
    /// When a session of it last asked for something.
    pub last_used: Option<Millis>,
    /// And where.
    pub last_used_region: Option<String>,
}

/// Makes a role; `Conflict` where the account has one of that name, `NotFound` where there is no such account.
pub async fn create(tx: &mut Tx, role: &Role) -> Result<()> {
    let doing = || format!("create role {}", role.name);
    sqlx::query("INSERT INTO principals (id) VALUES ($1)")
        .bind(&role.id)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    sqlx::query(
        "INSERT INTO roles (id, account, name, name_folded, path, created, trust_policy, description, max_session_seconds, boundary, last_used, last_used_region) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
        .bind(&role.id)
        .bind(&role.account)
        .bind(&role.name)
        .bind(role.name.to_ascii_lowercase())
        .bind(&role.path)
        .bind(role.created)
        .bind(&role.trust_policy)
        .bind(&role.description)
        .bind(role.max_session_seconds)
        .bind(&role.boundary)
        .bind(role.last_used)
        .bind(&role.last_used_region)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(doing()))?;
    Ok(())
}

/// The role of that name, in whatever case.
pub async fn get(tx: &mut Tx, account: &AccountId, name: &str) -> Result<Role> {
    sqlx::query_as("SELECT id, account, name, path, created, trust_policy, description, max_session_seconds, boundary, last_used, last_used_region FROM roles WHERE account = $1 AND name_folded = $2")
        .bind(account)
        .bind(name.to_ascii_lowercase())
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get role {name}")))?
        .ok_or_else(|| Error::not_found(format!("role {name} is not there")))
}

/// The role of that id.
pub async fn by_id(tx: &mut Tx, id: &PrincipalId) -> Result<Role> {
    sqlx::query_as("SELECT id, account, name, path, created, trust_policy, description, max_session_seconds, boundary, last_used, last_used_region FROM roles WHERE id = $1")
        .bind(id)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get role {}", id.0)))?
        .ok_or_else(|| Error::not_found(format!("role {} is not there", id.0)))
}

/// Those whose path begins with `path_prefix`, by name; `after` is a page's `next`.
pub async fn list(
    tx: &mut Tx,
    account: &AccountId,
    path_prefix: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<Role>> {
    let rows = sqlx::query_as(
        "SELECT id, account, name, path, created, trust_policy, description, max_session_seconds, boundary, last_used, last_used_region FROM roles \
         WHERE account = $1 AND SUBSTR(path, 1, LENGTH($2)) = $2 AND name_folded > $3 ORDER BY name_folded LIMIT $4",
    )
    .bind(account)
    .bind(path_prefix)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the roles"))?;
    Ok(Page::cut(rows, limit, |role: &Role| role.name.to_ascii_lowercase()))
}

/// Stores its trust policy, description, longest session and boundary.
pub async fn update(tx: &mut Tx, role: &Role) -> Result<()> {
    let done = sqlx::query(
        "UPDATE roles SET trust_policy = $2, description = $3, max_session_seconds = $4, boundary = $5 WHERE id = $1",
    )
    .bind(&role.id)
    .bind(&role.trust_policy)
    .bind(&role.description)
    .bind(role.max_session_seconds)
    .bind(&role.boundary)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("update role {}", role.name)))?;
    found(&done, || format!("role {}", role.name))
}

/// Notes that a session of it asked for something.
pub async fn used(tx: &mut Tx, id: &PrincipalId, at: Millis, region: &str) -> Result<()> {
    sqlx::query("UPDATE roles SET last_used = $2, last_used_region = $3 WHERE id = $1")
        .bind(id)
        .bind(at)
        .bind(region)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("note the use of role {}", id.0)))?;
    Ok(())
}

/// Removes it and its tags; `Conflict` while policies or anything else still hang on it.
pub async fn delete(tx: &mut Tx, id: &PrincipalId) -> Result<()> {
    let doing = || format!("delete role {}", id.0);
    let gone =
        sqlx::query("DELETE FROM roles WHERE id = $1").bind(id).execute(tx.db()).await.map_err(Error::of(doing()))?;
    found(&gone, || format!("role {}", id.0))?;
    sqlx::query("DELETE FROM principals WHERE id = $1").bind(id).execute(tx.db()).await.map_err(Error::of(doing()))?;
    tags::clear(tx, &id.0).await
}
