//! Athena's query executions: QUEUED → RUNNING → SUCCEEDED, FAILED or CANCELLED, never back. Each step is one
//! conditional update, so that of two who want to end a query one finds it ended.

use sqlx::AssertSqlSafe;

use crate::changed::changed;
use crate::page::one_more;
use crate::{Error, Kind, Millis, Page, Place, QueryExecutionId, Result, Tx};

/// A query execution.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct QueryExecution {
    /// A UUID.
    pub id: QueryExecutionId,
    /// Where it runs.
    pub place: Place,
    /// Its work group.
    pub work_group: String,
    /// The SQL as it was sent.
    pub statement: String,
    /// The execution parameters, in whatever form the caller compares them by.
    pub parameters: String,
    /// `DDL`, `DML` or `UTILITY`.
    pub statement_type: String,
    /// Where names without a database are looked up.
    pub database_name: String,
    /// Where names without a catalog are looked up.
    pub catalog_name: String,
    /// How far it is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// Why it is in that state.
    pub reason: Option<String>,
    /// When it was sent.
    pub submitted: Millis,
    /// When it began to run.
    pub started: Option<Millis>,
    /// When it ended.
    pub completed: Option<Millis>,
    /// The client's token, by which sending it again is no second query.
    pub client_token: Option<String>,
    /// The server that runs it.
    pub server: String,
    /// The rest of the request, opaque here.
    pub submission: String,
    /// Statistics, error, output, opaque here; set while it runs and when it ends.
    pub outcome: Option<String>,
}

/// How far a query is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It waits.
    Queued,
    /// It runs.
    Running,
    /// It ended well.
    Succeeded,
    /// It ended badly.
    Failed,
    /// It was stopped.
    Cancelled,
}

impl State {
    /// AWS's word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "QUEUED",
            Self::Running => "RUNNING",
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

impl TryFrom<String> for State {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        [Self::Queued, Self::Running, Self::Succeeded, Self::Failed, Self::Cancelled]
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or_else(|| Error::new(Kind::Corrupt, format!("query state {text:?}")))
    }
}

/// How a query ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// From RUNNING alone.
    Succeeded,
    /// From QUEUED or RUNNING.
    Failed,
    /// From QUEUED or RUNNING.
    Cancelled,
}

/// What came of sending a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Submitted {
    /// It is a new one.
    New,
    /// The token was used before, for this one; whether it is the same request is for the caller to compare.
    Earlier(Box<QueryExecution>),
}

const COLUMNS: &str = "id, place, work_group, statement, parameters, statement_type, database_name, catalog_name, \
    state, reason, submitted, started, completed, client_token, server, submission, outcome";

/// Stores a query as QUEUED, unless its token was used in its work group at or after `tokens_since`.
/// `NotFound` where there is no such work group.
pub async fn submit(tx: &mut Tx, query: &QueryExecution, tokens_since: Millis) -> Result<Submitted> {
    let doing = || format!("submit query {}", query.id.0);
    if query.client_token.is_some() {
        sqlx::query(
            "UPDATE query_executions SET client_token = NULL \
             WHERE place = $1 AND work_group = $2 AND client_token = $3 AND submitted < $4",
        )
        .bind(&query.place)
        .bind(&query.work_group)
        .bind(&query.client_token)
        .bind(tokens_since)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    }
    let inserted = sqlx::query(
        "INSERT INTO query_executions (id, place, work_group, statement, parameters, statement_type, database_name, \
         catalog_name, state, submitted, client_token, server, submission) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'QUEUED', $9, $10, $11, $12) \
         ON CONFLICT (place, work_group, client_token) DO NOTHING",
    )
    .bind(&query.id)
    .bind(&query.place)
    .bind(&query.work_group)
    .bind(&query.statement)
    .bind(&query.parameters)
    .bind(&query.statement_type)
    .bind(&query.database_name)
    .bind(&query.catalog_name)
    .bind(query.submitted)
    .bind(&query.client_token)
    .bind(&query.server)
    .bind(&query.submission)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(doing()))?;
    if inserted.rows_affected() == 1 {
        return Ok(Submitted::New);
    }
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM query_executions WHERE place = $1 AND work_group = $2 AND client_token = $3"
    )))
    .bind(&query.place)
    .bind(&query.work_group)
    .bind(&query.client_token)
    .fetch_one(tx.db())
    .await
    .map(|earlier| Submitted::Earlier(Box::new(earlier)))
    .map_err(Error::of(doing()))
}

/// The query of that id.
pub async fn get(tx: &mut Tx, place: &Place, id: &QueryExecutionId) -> Result<QueryExecution> {
    sqlx::query_as(AssertSqlSafe(format!("SELECT {COLUMNS} FROM query_executions WHERE place = $1 AND id = $2")))
        .bind(place)
        .bind(id)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get query {}", id.0)))?
        .ok_or_else(|| Error::not_found(format!("query {} is not there", id.0)))
}

/// The queries of a work group, newest first; `after` is a page's `next`.
pub async fn list(
    tx: &mut Tx,
    place: &Place,
    work_group: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<QueryExecution>> {
    let (before, id) = after.map_or(Ok((i64::MAX, "")), parse_key)?;
    let rows = sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM query_executions WHERE place = $1 AND work_group = $2 \
         AND (submitted < $3 OR (submitted = $3 AND id < $4)) ORDER BY submitted DESC, id DESC LIMIT $5"
    )))
    .bind(place)
    .bind(work_group)
    .bind(before)
    .bind(id)
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the queries of {work_group}")))?;
    Ok(Page::cut(rows, limit, |query: &QueryExecution| format!("{}/{}", query.submitted.0, query.id.0)))
}

fn parse_key(key: &str) -> Result<(i64, &str)> {
    key.split_once('/')
        .and_then(|(submitted, id)| Some((submitted.parse().ok()?, id)))
        .ok_or_else(|| Error::new(Kind::Invalid, format!("{key:?} is no place in a list of queries")))
}

/// Whether the query is there and runs.
pub async fn is_running(tx: &mut Tx, id: &QueryExecutionId) -> Result<bool> {
    let row = sqlx::query("SELECT 1 FROM query_executions WHERE id = $1 AND state = 'RUNNING'")
        .bind(id)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("ask whether query {} runs", id.0)))?;
    Ok(row.is_some())
}

/// QUEUED → RUNNING; `Conflict` where it is not queued any more.
pub async fn start(tx: &mut Tx, id: &QueryExecutionId, now: Millis) -> Result<()> {
    let done =
        sqlx::query("UPDATE query_executions SET state = 'RUNNING', started = $2 WHERE id = $1 AND state = 'QUEUED'")
            .bind(id)
            .bind(now)
            .execute(tx.db())
            .await
            .map_err(Error::of(format!("start query {}", id.0)))?;
    changed(&done, || Error::conflict(format!("query {} is not queued", id.0)))
}

/// Stores statistics of a query that still runs.
pub async fn progress(tx: &mut Tx, id: &QueryExecutionId, outcome: &str) -> Result<()> {
    let done = sqlx::query("UPDATE query_executions SET outcome = $2 WHERE id = $1 AND state = 'RUNNING'")
        .bind(id)
        .bind(outcome)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("note the progress of query {}", id.0)))?;
    changed(&done, || Error::conflict(format!("query {} does not run", id.0)))
}

/// Ends a query; `Conflict` where it has ended already (or, for `Succeeded`, does not run).
pub async fn finish(
    tx: &mut Tx,
    id: &QueryExecutionId,
    end: End,
    now: Millis,
    reason: Option<&str>,
    outcome: Option<&str>,
) -> Result<()> {
    let (state, from) = match end {
        End::Succeeded => (State::Succeeded, State::Running),
        End::Failed => (State::Failed, State::Queued),
        End::Cancelled => (State::Cancelled, State::Queued),
    };
    let done = sqlx::query(
        "UPDATE query_executions SET state = $2, completed = $3, reason = $4, outcome = COALESCE($5, outcome) \
         WHERE id = $1 AND state IN ('RUNNING', $6)",
    )
    .bind(id)
    .bind(state.as_str())
    .bind(now)
    .bind(reason)
    .bind(outcome)
    .bind(from.as_str())
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("end query {}", id.0)))?;
    changed(&done, || Error::conflict(format!("query {} has ended, or has not begun", id.0)))
}

/// What a server that starts does first: the queries that it ran when it died are FAILED. Tells how many.
pub async fn fail_interrupted(tx: &mut Tx, server: &str, reason: &str, now: Millis) -> Result<u64> {
    let done = sqlx::query(
        "UPDATE query_executions SET state = 'FAILED', reason = $2, completed = $3 \
         WHERE server = $1 AND state IN ('QUEUED', 'RUNNING')",
    )
    .bind(server)
    .bind(reason)
    .bind(now)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("fail the interrupted queries of {server}")))?;
    Ok(done.rows_affected())
}

/// Removes queries that ended before `ended_before` (AWS keeps them for 45 days). Tells how many.
pub async fn expire(tx: &mut Tx, ended_before: Millis) -> Result<u64> {
    let gone = sqlx::query("DELETE FROM query_executions WHERE completed < $1")
        .bind(ended_before)
        .execute(tx.db())
        .await
        .map_err(Error::of("remove old queries"))?;
    Ok(gone.rows_affected())
}

/// The newest query like this one that succeeded at or after `since`, whose result may stand for this one's.
pub async fn reusable(tx: &mut Tx, query: &QueryExecution, since: Millis) -> Result<Option<QueryExecution>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM query_executions WHERE place = $1 AND work_group = $2 AND catalog_name = $3 \
         AND database_name = $4 AND statement = $5 AND parameters = $6 AND state = 'SUCCEEDED' AND completed >= $7 \
         ORDER BY completed DESC, id DESC LIMIT 1"
    )))
    .bind(&query.place)
    .bind(&query.work_group)
    .bind(&query.catalog_name)
    .bind(&query.database_name)
    .bind(&query.statement)
    .bind(&query.parameters)
    .bind(since)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of("look for a result to use again"))
}
