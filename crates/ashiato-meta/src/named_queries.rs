//! Athena's named queries.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, NamedQueryId, Page, Place, Result, Tx};

/// A named query.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct NamedQuery {
    /// Where it lives.
    pub place: Place,
    /// Its work group.
    pub work_group: String,
    /// A UUID.
    pub id: NamedQueryId,
    /// Need not be unique.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// Where its names are looked up.
    pub database_name: String,
    /// The SQL.
    pub statement: String,
}

/// Makes it; `Conflict` where it is there, `NotFound` where what it belongs to is not.
pub async fn create(tx: &mut Tx, named_query: &NamedQuery) -> Result<()> {
    sqlx::query("INSERT INTO named_queries (place, work_group, id, name, description, database_name, statement) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(&named_query.place)
        .bind(&named_query.work_group)
        .bind(&named_query.id)
        .bind(&named_query.name)
        .bind(&named_query.description)
        .bind(&named_query.database_name)
        .bind(&named_query.statement)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("create named query {}", named_query.id.0)))?;
    Ok(())
}

/// The one of that id.
pub async fn get(tx: &mut Tx, place: &Place, id: &NamedQueryId) -> Result<NamedQuery> {
    sqlx::query_as("SELECT place, work_group, id, name, description, database_name, statement FROM named_queries WHERE place = $1 AND id = $2")
        .bind(place)
        .bind(id)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get named query {}", id.0)))?
        .ok_or_else(|| Error::not_found(format!("named query {} is not there", id.0)))
}

/// By id; `after` is a page's `next`.
pub async fn list(
    tx: &mut Tx,
    place: &Place,
    work_group: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<NamedQuery>> {
    let rows = sqlx::query_as(
        "SELECT place, work_group, id, name, description, database_name, statement FROM named_queries \
         WHERE place = $1 AND work_group = $2 AND id > $3 ORDER BY id LIMIT $4",
    )
    .bind(place)
    .bind(work_group)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the named querys"))?;
    Ok(Page::cut(rows, limit, |named_query: &NamedQuery| named_query.id.0.clone()))
}

/// Stores its other values.
pub async fn update(tx: &mut Tx, named_query: &NamedQuery) -> Result<()> {
    let done = sqlx::query("UPDATE named_queries SET name = $4, description = $5, database_name = $6, statement = $7 WHERE place = $1 AND work_group = $2 AND id = $3")
        .bind(&named_query.place)
        .bind(&named_query.work_group)
        .bind(&named_query.id)
        .bind(&named_query.name)
        .bind(&named_query.description)
        .bind(&named_query.database_name)
        .bind(&named_query.statement)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("update named query {}", named_query.id.0)))?;
    found(&done, || format!("named query {}", named_query.id.0))
}

/// Removes it.
pub async fn delete(tx: &mut Tx, place: &Place, id: &NamedQueryId) -> Result<()> {
    let gone = sqlx::query("DELETE FROM named_queries WHERE place = $1 AND id = $2")
        .bind(place)
        .bind(id)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete named query {}", id.0)))?;
    found(&gone, || format!("named query {}", id.0))
}
