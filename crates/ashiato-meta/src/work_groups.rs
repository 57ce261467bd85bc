//! Athena's work groups.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Millis, Page, Place, Result, Tx};

/// A work group.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct WorkGroup {
    /// Where it lives.
    pub place: Place,
    /// Unique in its place.
    pub name: String,
    /// `ENABLED` or `DISABLED`.
    pub state: String,
    /// What it is for.
    pub description: Option<String>,
    /// Opaque here.
    pub configuration: String,
    /// When it was made.
    pub created: Millis,
}

/// Makes it; `Conflict` where it is there.
pub async fn create(tx: &mut Tx, work_group: &WorkGroup) -> Result<()> {
    sqlx::query("INSERT INTO work_groups (place, name, state, description, configuration, created) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(&work_group.place)
        .bind(&work_group.name)
        .bind(&work_group.state)
        .bind(&work_group.description)
        .bind(&work_group.configuration)
        .bind(work_group.created)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("create work group {}", work_group.name)))?;
    Ok(())
}

/// The one of that name.
pub async fn get(tx: &mut Tx, place: &Place, name: &str) -> Result<WorkGroup> {
    sqlx::query_as("SELECT place, name, state, description, configuration, created FROM work_groups WHERE place = $1 AND name = $2")
        .bind(place)
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get work group {}", name)))?
        .ok_or_else(|| Error::not_found(format!("work group {} is not there", name)))
}

/// By name; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, after: Option<&str>, limit: u32) -> Result<Page<WorkGroup>> {
    let rows = sqlx::query_as(
        "SELECT place, name, state, description, configuration, created FROM work_groups \
         WHERE place = $1 AND name > $2 ORDER BY name LIMIT $3",
    )
    .bind(place)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the work groups"))?;
    Ok(Page::cut(rows, limit, |work_group: &WorkGroup| work_group.name.clone()))
}

/// Stores its other values.
pub async fn update(tx: &mut Tx, work_group: &WorkGroup) -> Result<()> {
    let done = sqlx::query(
        "UPDATE work_groups SET state = $3, description = $4, configuration = $5 WHERE place = $1 AND name = $2",
    )
    .bind(&work_group.place)
    .bind(&work_group.name)
    .bind(&work_group.state)
    .bind(&work_group.description)
    .bind(&work_group.configuration)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("update work group {}", work_group.name)))?;
    found(&done, || format!("work group {}", work_group.name))
}

/// Removes it; `Conflict` while queries, named queries or prepared statements belong to it.
pub async fn delete(tx: &mut Tx, place: &Place, name: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM work_groups WHERE place = $1 AND name = $2")
        .bind(place)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete work group {}", name)))?;
    found(&gone, || format!("work group {}", name))
}

/// Removes it with all that belongs to it.
pub async fn delete_recursively(tx: &mut Tx, place: &Place, name: &str) -> Result<()> {
    for statement in [
        "DELETE FROM named_queries WHERE place = $1 AND work_group = $2",
        "DELETE FROM prepared_statements WHERE place = $1 AND work_group = $2",
        "DELETE FROM query_executions WHERE place = $1 AND work_group = $2",
    ] {
        sqlx::query(statement)
            .bind(place)
            .bind(name)
            .execute(tx.db())
            .await
            .map_err(Error::of(format!("delete what belongs to work group {name}")))?;
    }
    delete(tx, place, name).await
}
