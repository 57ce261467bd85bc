//! Log groups of CloudWatch Logs. Their events are elsewhere, by the group's id and the stream's number.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Millis, Page, Place, Result, Tx};

/// A log group.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LogGroup {
    /// Of this group alone, also after it is gone.
    pub id: String,
    /// Where it lives.
    pub place: Place,
    /// Unique in its place.
    pub name: String,
    /// `STANDARD` or another of AWS's classes.
    pub class: String,
    /// How long events are kept; `None`: for ever.
    pub retention_days: Option<i64>,
    /// 1: it is not to be deleted.
    pub is_protected: i64,
    /// When it was made.
    pub created: Millis,
}

const SELECT: &str = "SELECT id, place, name, class, retention_days, is_protected, created FROM log_groups";

/// Makes it; `Conflict` where one of that name is there.
pub async fn create(tx: &mut Tx, group: &LogGroup) -> Result<()> {
    sqlx::query(
        "INSERT INTO log_groups (id, place, name, class, retention_days, is_protected, next_stream, created) \
         VALUES ($1, $2, $3, $4, $5, $6, 0, $7)",
    )
    .bind(&group.id)
    .bind(&group.place)
    .bind(&group.name)
    .bind(&group.class)
    .bind(group.retention_days)
    .bind(group.is_protected)
    .bind(group.created)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("create log group {}", group.name)))?;
    Ok(())
}

/// The one of that name.
pub async fn get(tx: &mut Tx, place: &Place, name: &str) -> Result<LogGroup> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} WHERE place = $1 AND name = $2")))
        .bind(place)
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get log group {name}")))?
        .ok_or_else(|| Error::not_found(format!("log group {name} is not there")))
}

/// By name; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, after: Option<&str>, limit: u32) -> Result<Page<LogGroup>> {
    let rows =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} WHERE place = $1 AND name > $2 ORDER BY name LIMIT $3")))
            .bind(place)
            .bind(after.unwrap_or_default())
            .bind(one_more(limit))
            .fetch_all(tx.db())
            .await
            .map_err(Error::of("list the log groups"))?;
    Ok(Page::cut(rows, limit, |group: &LogGroup| group.name.clone()))
}

/// Of all places, by id; `after` is a page's `next`.
pub async fn list_all(tx: &mut Tx, after: Option<&str>, limit: u32) -> Result<Page<LogGroup>> {
    let rows = sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} WHERE id > $1 ORDER BY id LIMIT $2")))
        .bind(after.unwrap_or_default())
        .bind(one_more(limit))
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list all log groups"))?;
    Ok(Page::cut(rows, limit, |group: &LogGroup| group.id.clone()))
}

/// Sets how long its events are kept; `None`: for ever.
pub async fn set_retention(tx: &mut Tx, place: &Place, name: &str, days: Option<i64>) -> Result<()> {
    let done = sqlx::query("UPDATE log_groups SET retention_days = $3 WHERE place = $1 AND name = $2")
        .bind(place)
        .bind(name)
        .bind(days)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("set the retention of log group {name}")))?;
    found(&done, || format!("log group {name}"))
}

/// Removes it with its streams and metric filters.
pub async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    for statement in ["DELETE FROM log_streams WHERE group_id = $1", "DELETE FROM metric_filters WHERE group_id = $1"] {
        sqlx::query(statement)
            .bind(id)
            .execute(tx.db())
            .await
            .map_err(Error::of(format!("delete what belongs to log group {id}")))?;
    }
    let gone = sqlx::query("DELETE FROM log_groups WHERE id = $1")
        .bind(id)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete log group {id}")))?;
    found(&gone, || format!("log group {id}"))
}
