//! Whether a trail logs, since when, and how its deliveries went last.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow, Row};

use crate::changed::found;
use crate::{Error, Millis, Result, Tx};

/// A trail's state beside its settings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrailStatus {
    /// Whether it logs.
    pub is_logging: bool,
    /// When it last began to.
    pub started: Option<Millis>,
    /// When it last ceased to.
    pub stopped: Option<Millis>,
    /// Where it was last switched on or off.
    pub switched: Option<Switched>,
    /// Log files into the bucket.
    pub delivery: Deliveries,
    /// Digests into the bucket.
    pub digest: Deliveries,
    /// Messages to the topic.
    pub notification: Deliveries,
    /// Events to the log group.
    pub logs: Deliveries,
}

/// At which server's journal logging was switched on or off. What stands in it after that record was recorded later,
/// whatever the clock said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switched {
    /// The server.
    pub server: String,
    /// The number of the last record of its journal then.
    pub number: i64,
    /// The id of the request that did it.
    pub request: String,
}

/// How deliveries of one kind went last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deliveries {
    /// When one was tried.
    pub attempted: Option<Millis>,
    /// When one succeeded.
    pub succeeded: Option<Millis>,
    /// Why the last one failed; `None` where it did not.
    pub error: Option<String>,
}

/// What is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivered {
    /// A log file into the bucket.
    LogFile,
    /// A digest into the bucket.
    Digest,
    /// A message to the topic.
    Notification,
    /// Events to the log group.
    Logs,
}

impl Delivered {
    /// What its columns begin with.
    fn columns(self) -> &'static str {
        match self {
            Delivered::LogFile => "delivery",
            Delivered::Digest => "digest",
            Delivered::Notification => "notification",
            Delivered::Logs => "logs",
        }
    }
}

impl<'r> FromRow<'r, AnyRow> for TrailStatus {
    fn from_row(row: &'r AnyRow) -> sqlx::Result<TrailStatus> {
        let deliveries = |of: Delivered| -> sqlx::Result<Deliveries> {
            let of = of.columns();
            Ok(Deliveries {
                attempted: row.try_get(format!("{of}_attempted").as_str())?,
                succeeded: row.try_get(format!("{of}_succeeded").as_str())?,
                error: row.try_get(format!("{of}_error").as_str())?,
            })
        };
        let (server, number): (Option<String>, Option<i64>) =
            (row.try_get("switched_server")?, row.try_get("switched_number")?);
        let request: Option<String> = row.try_get("switched_request")?;
        let switched = server.zip(number).zip(request);
        Ok(TrailStatus {
            switched: switched.map(|((server, number), request)| Switched { server, number, request }),
            is_logging: row.try_get::<i64, _>("is_logging")? != 0,
            started: row.try_get("started")?,
            stopped: row.try_get("stopped")?,
            delivery: deliveries(Delivered::LogFile)?,
            digest: deliveries(Delivered::Digest)?,
            notification: deliveries(Delivered::Notification)?,
            logs: deliveries(Delivered::Logs)?,
        })
    }
}

/// A trail's status.
pub async fn get(tx: &mut Tx, arn: &str) -> Result<TrailStatus> {
    sqlx::query_as(
        "SELECT is_logging, started, stopped, delivery_attempted, delivery_succeeded, delivery_error, \
         digest_attempted, digest_succeeded, digest_error, notification_attempted, notification_succeeded, \
         notification_error, logs_attempted, logs_succeeded, logs_error, switched_server, switched_number, \
         switched_request FROM trails WHERE arn = $1",
    )
    .bind(arn)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get the status of trail {arn}")))?
    .ok_or_else(|| Error::not_found(format!("trail {arn} is not there")))
}

/// Begins to log. One that logs already does so since it began.
pub async fn start(tx: &mut Tx, arn: &str, now: Millis) -> Result<()> {
    let statement = "UPDATE trails SET started = CASE WHEN is_logging = 1 THEN started ELSE $2 END, is_logging = 1 \
        WHERE arn = $1";
    switch(tx, arn, now, statement).await
}

/// Ceases to log. One that does not has ceased when it did.
pub async fn stop(tx: &mut Tx, arn: &str, now: Millis) -> Result<()> {
    let statement = "UPDATE trails SET stopped = CASE WHEN is_logging = 1 THEN $2 ELSE stopped END, is_logging = 0 \
        WHERE arn = $1";
    switch(tx, arn, now, statement).await
}

/// Notes where it was switched on or off.
pub async fn switched(tx: &mut Tx, arn: &str, at: &Switched) -> Result<()> {
    let statement =
        "UPDATE trails SET switched_server = $2, switched_number = $3, switched_request = $4 WHERE arn = $1";
    let done = sqlx::query(statement)
        .bind(arn)
        .bind(&at.server)
        .bind(at.number)
        .bind(&at.request)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("switch trail {arn}")))?;
    found(&done, || format!("trail {arn}"))
}

async fn switch(tx: &mut Tx, arn: &str, now: Millis, statement: &'static str) -> Result<()> {
    let done = sqlx::query(statement)
        .bind(arn)
        .bind(now)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("switch trail {arn}")))?;
    found(&done, || format!("trail {arn}"))
}

/// Notes that a delivery succeeded: what failed before it is no longer told.
pub async fn succeeded(tx: &mut Tx, arn: &str, what: Delivered, at: Millis) -> Result<()> {
    let of = what.columns();
    let statement =
        format!("UPDATE trails SET {of}_attempted = $2, {of}_succeeded = $2, {of}_error = NULL WHERE arn = $1");
    let done = sqlx::query(AssertSqlSafe(statement))
        .bind(arn)
        .bind(at)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("note a delivery of trail {arn}")))?;
    found(&done, || format!("trail {arn}"))
}

/// Notes that a delivery failed, and why.
pub async fn failed(tx: &mut Tx, arn: &str, what: Delivered, at: Millis, error: &str) -> Result<()> {
    let of = what.columns();
    let statement = format!("UPDATE trails SET {of}_attempted = $2, {of}_error = $3 WHERE arn = $1");
    let done = sqlx::query(AssertSqlSafe(statement))
        .bind(arn)
        .bind(at)
        .bind(error)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("note a failed delivery of trail {arn}")))?;
    found(&done, || format!("trail {arn}"))
}

/// Takes back what was told of a failure that nothing was delivered after.
pub async fn mended(tx: &mut Tx, arn: &str, what: Delivered) -> Result<()> {
    let statement = format!("UPDATE trails SET {}_error = NULL WHERE arn = $1", what.columns());
    let done = sqlx::query(AssertSqlSafe(statement))
        .bind(arn)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("note that trail {arn} is well")))?;
    found(&done, || format!("trail {arn}"))
}
