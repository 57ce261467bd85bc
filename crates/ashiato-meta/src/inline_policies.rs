//! Policies that live in a user, group or role.

use crate::changed::found;
use crate::{Error, PrincipalId, Result, Tx};

/// A policy inside a principal.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct InlinePolicy {
    /// Unique in its principal.
    pub name: String,
    /// Opaque here.
    pub document: String,
}

/// Stores it, in place of one of that name; `NotFound` where there is no such principal.
pub async fn put(tx: &mut Tx, owner: &PrincipalId, policy: &InlinePolicy) -> Result<()> {
    sqlx::query(
        "INSERT INTO inline_policies (owner, name, document) VALUES ($1, $2, $3) \
         ON CONFLICT (owner, name) DO UPDATE SET document = excluded.document",
    )
    .bind(owner)
    .bind(&policy.name)
    .bind(&policy.document)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(format!("put policy {} of {}", policy.name, owner.0)))?;
    Ok(())
}

/// One of them.
pub async fn get(tx: &mut Tx, owner: &PrincipalId, name: &str) -> Result<InlinePolicy> {
    sqlx::query_as("SELECT name, document FROM inline_policies WHERE owner = $1 AND name = $2")
        .bind(owner)
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get policy {name} of {}", owner.0)))?
        .ok_or_else(|| Error::not_found(format!("policy {name} of {} is not there", owner.0)))
}

/// All of a principal's, by name. They are few: AWS limits their total size.
pub async fn list(tx: &mut Tx, owner: &PrincipalId) -> Result<Vec<InlinePolicy>> {
    sqlx::query_as("SELECT name, document FROM inline_policies WHERE owner = $1 ORDER BY name")
        .bind(owner)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of(format!("list the policies of {}", owner.0)))
}

/// Removes one.
pub async fn delete(tx: &mut Tx, owner: &PrincipalId, name: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM inline_policies WHERE owner = $1 AND name = $2")
        .bind(owner)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete policy {name} of {}", owner.0)))?;
    found(&gone, || format!("policy {name} of {}", owner.0))
}
