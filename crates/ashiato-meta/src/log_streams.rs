//! The streams of a log group.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Millis, Page, Result, Tx};

/// A stream.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LogStream {
    /// The group's id.
    pub group_id: String,
    /// Unique in its group.
    pub name: String,
    /// What its events are kept by; no other stream of the group ever has it.
    pub number: i64,
    /// When it was made.
    pub created: Millis,
}

/// Makes one, and tells its number; `Conflict` where one of that name is there, `NotFound` where the group is gone.
pub async fn create(tx: &mut Tx, group_id: &str, name: &str, created: Millis) -> Result<i64> {
    // Whoever makes another one meanwhile waits here.
    let taken = sqlx::query("UPDATE log_groups SET next_stream = next_stream + 1 WHERE id = $1")
        .bind(group_id)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("number log stream {name}")))?;
    found(&taken, || format!("log group {group_id}"))?;
    let (next,): (i64,) = sqlx::query_as("SELECT next_stream FROM log_groups WHERE id = $1")
        .bind(group_id)
        .fetch_one(tx.db())
        .await
        .map_err(Error::of(format!("number log stream {name}")))?;
    sqlx::query("INSERT INTO log_streams (group_id, name, number, created) VALUES ($1, $2, $3, $4)")
        .bind(group_id)
        .bind(name)
        .bind(next - 1)
        .bind(created)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("create log stream {name}")))?;
    Ok(next - 1)
}

/// The one of that name.
pub async fn get(tx: &mut Tx, group_id: &str, name: &str) -> Result<LogStream> {
    sqlx::query_as("SELECT group_id, name, number, created FROM log_streams WHERE group_id = $1 AND name = $2")
        .bind(group_id)
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get log stream {name}")))?
        .ok_or_else(|| Error::not_found(format!("log stream {name} is not there")))
}

/// By name; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, group_id: &str, after: Option<&str>, limit: u32) -> Result<Page<LogStream>> {
    let rows = sqlx::query_as(
        "SELECT group_id, name, number, created FROM log_streams WHERE group_id = $1 AND name > $2 \
         ORDER BY name LIMIT $3",
    )
    .bind(group_id)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the log streams"))?;
    Ok(Page::cut(rows, limit, |stream: &LogStream| stream.name.clone()))
}

/// All of a group.
pub async fn all(tx: &mut Tx, group_id: &str) -> Result<Vec<LogStream>> {
    sqlx::query_as("SELECT group_id, name, number, created FROM log_streams WHERE group_id = $1 ORDER BY name")
        .bind(group_id)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list the log streams"))
}

/// Removes it.
pub async fn delete(tx: &mut Tx, group_id: &str, name: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM log_streams WHERE group_id = $1 AND name = $2")
        .bind(group_id)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete log stream {name}")))?;
    found(&gone, || format!("log stream {name}"))
}
