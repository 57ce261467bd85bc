//! How far the events of each server's journal are on their way into the log groups of trails.

use crate::{Error, Millis, Result, Tx};

/// A trail's place in a server's journal.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LogReader {
    /// The trail's ARN.
    pub trail: String,
    /// Whose journal.
    pub server: String,
    /// The last record that the log group has, or is not to have.
    pub number: i64,
    /// Since when the log group takes nothing; `None` while it does.
    pub failing_since: Option<Millis>,
    /// What was left out last, in words.
    pub notice: Option<String>,
    /// When it was.
    pub noticed: Option<Millis>,
}

/// Begins after a record; a trail that has a place already stays there, and is tried as if nothing had failed. `NotFound`
/// where there is no such trail.
pub async fn begin(tx: &mut Tx, trail: &str, server: &str, number: i64) -> Result<()> {
    sqlx::query(
        "INSERT INTO trail_log_readers (trail, server, number) VALUES ($1, $2, $3) \
         ON CONFLICT (trail, server) DO UPDATE SET failing_since = NULL",
    )
    .bind(trail)
    .bind(server)
    .bind(number)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(format!("begin to read for the log group of {trail}")))?;
    Ok(())
}

/// The places in a server's journal, by trail.
pub async fn of_server(tx: &mut Tx, server: &str) -> Result<Vec<LogReader>> {
    sqlx::query_as(
        "SELECT trail, server, number, failing_since, notice, noticed FROM trail_log_readers WHERE server = $1 \
         ORDER BY trail",
    )
    .bind(server)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the readers for log groups"))
}

/// Stores a place and what is known there. One that went meanwhile stays gone.
pub async fn store(tx: &mut Tx, reader: &LogReader) -> Result<()> {
    sqlx::query(
        "UPDATE trail_log_readers SET number = $3, failing_since = $4, notice = $5, noticed = $6 \
         WHERE trail = $1 AND server = $2",
    )
    .bind(&reader.trail)
    .bind(&reader.server)
    .bind(reader.number)
    .bind(reader.failing_since)
    .bind(&reader.notice)
    .bind(reader.noticed)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("move on for the log group of {}", reader.trail)))?;
    Ok(())
}

/// What was left out last of a trail's events, and when, whatever the server.
pub async fn notice(tx: &mut Tx, trail: &str) -> Result<Option<(String, Millis)>> {
    sqlx::query_as(
        "SELECT notice, noticed FROM trail_log_readers WHERE trail = $1 AND notice IS NOT NULL AND noticed IS NOT NULL \
         ORDER BY noticed DESC LIMIT 1",
    )
    .bind(trail)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("look for what was left out of the log group of {trail}")))
}

/// Forgets a trail's places in all journals: it has no log group any more.
pub async fn end(tx: &mut Tx, trail: &str) -> Result<()> {
    sqlx::query("DELETE FROM trail_log_readers WHERE trail = $1")
        .bind(trail)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("cease to read for the log group of {trail}")))?;
    Ok(())
}
