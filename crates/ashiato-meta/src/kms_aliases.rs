//! Names of keys, each unique in its place and movable from key to key.

use sqlx::AssertSqlSafe;

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Millis, Page, Place, Result, Tx};

/// A name of a key.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct KmsAlias {
    /// Where it lives.
    pub place: Place,
    /// Without the `alias/` before it.
    pub name: String,
    /// The key that it stands for now.
    pub key_arn: String,
    /// When it was made.
    pub created: Millis,
    /// When it was given its key.
    pub updated: Millis,
}

const COLUMNS: &str = "place, name, key_arn, created, updated";

/// Makes it; `Conflict` where one of that name is there, `NotFound` where there is no such key.
pub async fn create(tx: &mut Tx, alias: &KmsAlias) -> Result<()> {
    sqlx::query(AssertSqlSafe(format!("INSERT INTO kms_aliases ({COLUMNS}) VALUES ($1, $2, $3, $4, $5)")))
        .bind(&alias.place)
        .bind(&alias.name)
        .bind(&alias.key_arn)
        .bind(alias.created)
        .bind(alias.updated)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("create alias {}", alias.name)))?;
    Ok(())
}

/// The one of that name.
pub async fn get(tx: &mut Tx, place: &Place, name: &str) -> Result<KmsAlias> {
    sqlx::query_as(AssertSqlSafe(format!("SELECT {COLUMNS} FROM kms_aliases WHERE place = $1 AND name = $2")))
        .bind(place)
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get alias {name}")))?
        .ok_or_else(|| Error::not_found(format!("alias {name} is not there")))
}

/// Those of a key, by name.
pub async fn of_key(tx: &mut Tx, key_arn: &str) -> Result<Vec<KmsAlias>> {
    sqlx::query_as(AssertSqlSafe(format!("SELECT {COLUMNS} FROM kms_aliases WHERE key_arn = $1 ORDER BY name")))
        .bind(key_arn)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of(format!("list the aliases of {key_arn}")))
}

/// Those of a place, by name; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, after: Option<&str>, limit: u32) -> Result<Page<KmsAlias>> {
    let rows = sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM kms_aliases WHERE place = $1 AND name > $2 ORDER BY name LIMIT $3"
    )))
    .bind(place)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the aliases of keys"))?;
    Ok(Page::cut(rows, limit, |alias: &KmsAlias| alias.name.clone()))
}

/// Gives it another key.
pub async fn point(tx: &mut Tx, alias: &KmsAlias) -> Result<()> {
    let done = sqlx::query("UPDATE kms_aliases SET key_arn = $3, updated = $4 WHERE place = $1 AND name = $2")
        .bind(&alias.place)
        .bind(&alias.name)
        .bind(&alias.key_arn)
        .bind(alias.updated)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("update alias {}", alias.name)))?;
    found(&done, || format!("alias {}", alias.name))
}

/// Takes the name away.
pub async fn delete(tx: &mut Tx, place: &Place, name: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM kms_aliases WHERE place = $1 AND name = $2")
        .bind(place)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete alias {name}")))?;
    found(&gone, || format!("alias {name}"))
}
