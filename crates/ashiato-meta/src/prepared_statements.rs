//! Athena's prepared statements.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Millis, Page, Place, Result, Tx};

/// A prepared statement.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PreparedStatement {
    /// Where it lives.
    pub place: Place,
    /// Its work group.
    pub work_group: String,
    /// Unique in its work group.
    pub name: String,
    /// The SQL.
    pub statement: String,
    /// What it is for.
    pub description: Option<String>,
    /// When it was last stored.
    pub modified: Millis,
}

/// Makes it; `Conflict` where it is there, `NotFound` where what it belongs to is not.
pub async fn create(tx: &mut Tx, prepared_statement: &PreparedStatement) -> Result<()> {
    sqlx::query("INSERT INTO prepared_statements (place, work_group, name, statement, description, modified) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(&prepared_statement.place)
        .bind(&prepared_statement.work_group)
        .bind(&prepared_statement.name)
        .bind(&prepared_statement.statement)
        .bind(&prepared_statement.description)
        .bind(prepared_statement.modified)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("create prepared statement {}", prepared_statement.name)))?;
    Ok(())
}

/// Makes it, or stores its values where it is there; `NotFound` where what it belongs to is not.
pub async fn put(tx: &mut Tx, prepared_statement: &PreparedStatement) -> Result<()> {
    sqlx::query(
        "INSERT INTO prepared_statements (place, work_group, name, statement, description, modified) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (place, work_group, name) \
         DO UPDATE SET statement = excluded.statement, description = excluded.description, modified = excluded.modified",
    )
    .bind(&prepared_statement.place)
    .bind(&prepared_statement.work_group)
    .bind(&prepared_statement.name)
    .bind(&prepared_statement.statement)
    .bind(&prepared_statement.description)
    .bind(prepared_statement.modified)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(format!("store prepared statement {}", prepared_statement.name)))?;
    Ok(())
}

/// The one of that name.
pub async fn get(tx: &mut Tx, place: &Place, work_group: &str, name: &str) -> Result<PreparedStatement> {
    sqlx::query_as("SELECT place, work_group, name, statement, description, modified FROM prepared_statements WHERE place = $1 AND work_group = $2 AND name = $3")
        .bind(place)
        .bind(work_group)
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get prepared statement {}", name)))?
        .ok_or_else(|| Error::not_found(format!("prepared statement {} is not there", name)))
}

/// By name; `after` is a page's `next`.
pub async fn list(
    tx: &mut Tx,
    place: &Place,
    work_group: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<PreparedStatement>> {
    let rows = sqlx::query_as(
        "SELECT place, work_group, name, statement, description, modified FROM prepared_statements \
         WHERE place = $1 AND work_group = $2 AND name > $3 ORDER BY name LIMIT $4",
    )
    .bind(place)
    .bind(work_group)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the prepared statements"))?;
    Ok(Page::cut(rows, limit, |prepared_statement: &PreparedStatement| prepared_statement.name.clone()))
}

/// Stores its other values.
pub async fn update(tx: &mut Tx, prepared_statement: &PreparedStatement) -> Result<()> {
    let done = sqlx::query("UPDATE prepared_statements SET statement = $4, description = $5, modified = $6 WHERE place = $1 AND work_group = $2 AND name = $3")
        .bind(&prepared_statement.place)
        .bind(&prepared_statement.work_group)
        .bind(&prepared_statement.name)
        .bind(&prepared_statement.statement)
        .bind(&prepared_statement.description)
        .bind(prepared_statement.modified)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("update prepared statement {}", prepared_statement.name)))?;
    found(&done, || format!("prepared statement {}", prepared_statement.name))
}

/// Removes it.
pub async fn delete(tx: &mut Tx, place: &Place, work_group: &str, name: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM prepared_statements WHERE place = $1 AND work_group = $2 AND name = $3")
        .bind(place)
        .bind(work_group)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete prepared statement {}", name)))?;
    found(&gone, || format!("prepared statement {}", name))
}
