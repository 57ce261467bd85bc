//! The database itself: opening it, and transactions.
//!
//! SQLite has one connection that writes and a few that read: writers wait for each other in the pool and never meet
//! SQLite's "database is locked". PostgreSQL has one pool for both.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sqlx::any::AnyPoolOptions;
use sqlx::{Any, AnyConnection, AnyPool, AssertSqlSafe, Connection, Executor};
use tokio::runtime::Handle;

use crate::{Error, Kind, Result, migrate};

/// Where the state is kept.
#[derive(Debug, Clone)]
pub enum Location {
    /// A file, made if it is not there.
    Sqlite(PathBuf),
    /// `postgres://user@host/database`; the database must exist.
    Postgres(String),
}

/// The open state, brought to the newest schema.
#[derive(Debug, Clone)]
pub struct Store {
    reader: AnyPool,
    writer: AnyPool,
    begin_write: &'static str,
    /// Where connections are made that depend on it: PostgreSQL's. Whoever begins a transaction may do so on threads that
    /// are busy for long, and a connection made there would make every later user of it wait for those.
    threads: Option<Handle>,
}

const READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;
/// As sqlx calls it.
const POSTGRES_NAME: &str = "PostgreSQL";
const ACQUIRE_WAIT: Duration = Duration::from_secs(30);
/// How long a locked file is left alone before it is tried again.
const LOCKED_WAIT: Duration = Duration::from_millis(10);
/// As sqlite.org/rescode.html numbers it.
const SQLITE_BUSY: u32 = 5;
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');

// Full sync: a commit is on the disk before it is acknowledged.
const SQLITE_WRITER: &str = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON";
const SQLITE_READER: &str = "PRAGMA busy_timeout = 10000; PRAGMA query_only = ON";
// Whatever the server's default, an acknowledged commit is durable.
const POSTGRES: &str = "SET synchronous_commit = on; SET standard_conforming_strings = on";

impl Store {
    /// Opens the state and brings its schema up to date.
    ///
    /// `Unavailable` where it cannot be reached, `Corrupt` where the file is not a database of this program or is
    /// damaged, `Invalid` where a newer version of the program has written it.
    pub async fn open(location: &Location) -> Result<Self> {
        sqlx::any::install_default_drivers();
        match location {
            Location::Sqlite(path) => Self::open_sqlite(path).await,
            Location::Postgres(url) => Self::open_postgres(url).await,
        }
    }

    async fn open_sqlite(path: &std::path::Path) -> Result<Self> {
        let name = path.display();
        let text = path
            .to_str()
            .ok_or_else(|| Error::new(Kind::Invalid, format!("open {name}: the path of the state is not UTF-8")))?;
        let absolute = std::path::absolute(text).map_err(|cause| Error {
            kind: Kind::Unavailable,
            message: format!("open {name}"),
            source: Some(Box::new(cause)),
        })?;
        let url = format!("sqlite://{}?mode=rwc", utf8_percent_encode(&absolute.to_string_lossy(), PATH));
        let doing = format!("open {name}");
        try_out(&url, SQLITE_WRITER).await.map_err(Error::of(&doing))?;
        let writer = pool(1, SQLITE_WRITER).after_release(|connection, _| Box::pin(is_at_rest(connection)));
        let writer = writer.connect(&url).await.map_err(Error::of(&doing))?;
        let mut tx = begin(&writer, "BEGIN IMMEDIATE").await?;
        migrate::to_newest_sqlite(tx.db()).await?;
        tx.commit().await?;
        let reader = pool(READERS, SQLITE_READER).connect(&url).await.map_err(Error::of(&doing))?;
        Ok(Self { reader, writer, begin_write: "BEGIN IMMEDIATE", threads: None })
    }

    async fn open_postgres(url: &str) -> Result<Self> {
        // The URL may hold a password: it is not repeated in messages.
        try_out(url, POSTGRES).await.map_err(Error::of("open PostgreSQL"))?;
        let pool = pool(POSTGRES_CONNECTIONS, POSTGRES).connect(url).await.map_err(Error::of("open PostgreSQL"))?;
        let mut tx = begin(&pool, "BEGIN").await?;
        migrate::to_newest_postgres(tx.db()).await?;
        tx.commit().await?;
        Ok(Self { reader: pool.clone(), writer: pool, begin_write: "BEGIN", threads: Some(Handle::current()) })
    }

    /// Begins a transaction that only reads. Dropping it ends it.
    pub async fn read(&self) -> Result<Tx> {
        self.begin(&self.reader, "BEGIN").await
    }

    /// Begins a transaction that may write. Dropped without [`Tx::commit`], it leaves nothing behind.
    pub async fn write(&self) -> Result<Tx> {
        self.begin(&self.writer, self.begin_write).await
    }

    async fn begin(&self, pool: &AnyPool, statement: &'static str) -> Result<Tx> {
        let Some(threads) = &self.threads else { return begin(pool, statement).await };
        let pool = pool.clone();
        let begun = threads.spawn(async move { begin(&pool, statement).await }).await;
        begun.map_err(|stopped| Error {
            kind: Kind::Unavailable,
            message: "begin a transaction".to_string(),
            source: Some(Box::new(stopped)),
        })?
    }

    /// Ends every connection, after the transactions that are under way.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}

/// A transaction: what is done in it becomes visible and durable together, by [`Tx::commit`].
#[derive(Debug)]
pub struct Tx(sqlx::Transaction<'static, Any>);

impl Tx {
    /// Makes the changes durable. When this returns `Ok`, they survive the process and the machine.
    pub async fn commit(self) -> Result<()> {
        self.0.commit().await.map_err(Error::of("commit"))
    }

    /// Lets nobody else on from here who names the same, until this transaction has ended: what is looked up next still
    /// holds when it commits. In SQLite only one transaction writes at a time anyway.
    ///
    /// To be asked before rows are changed that another holder of the name may wait for, or as the last thing of all: of two
    /// transactions that wait for each other one fails, as `Conflict`.
    pub async fn alone_with(&mut self, name: &str) -> Result<()> {
        if self.0.backend_name() != POSTGRES_NAME {
            return Ok(());
        }
        // Two names of one hash wait for each other, and no more.
        sqlx::query("SELECT CAST(pg_advisory_xact_lock(hashtextextended($1, 0)) AS TEXT)")
            .bind(name)
            .execute(self.db())
            .await
            .map_err(Error::of(format!("wait for {name}")))?;
        Ok(())
    }

    pub(crate) fn db(&mut self) -> &mut AnyConnection {
        &mut self.0
    }
}

async fn begin(pool: &AnyPool, statement: &'static str) -> Result<Tx> {
    pool.begin_with(statement).await.map(Tx).map_err(Error::of("begin a transaction"))
}

/// Connects once outside the pool, which would try again for half a minute where a file is damaged.
async fn try_out(url: &str, first: &'static str) -> sqlx::Result<()> {
    let begun = Instant::now();
    loop {
        match connect_once(url, first).await {
            // Of servers that make the file at once one sets its mode; SQLite has no other wait for it.
            Err(error) if is_locked(&error) && begun.elapsed() < ACQUIRE_WAIT => tokio::time::sleep(LOCKED_WAIT).await,
            done => return done,
        }
    }
}

async fn connect_once(url: &str, first: &'static str) -> sqlx::Result<()> {
    let mut connection = AnyConnection::connect(url).await?;
    prepare(&mut connection, first).await?;
    connection.close().await
}

/// Whether it is SQLite's `SQLITE_BUSY`, in one of its kinds.
fn is_locked(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|refusal| refusal.code()?.parse::<u32>().ok());
    code.is_some_and(|code| code & 0xff == SQLITE_BUSY)
}

async fn prepare(connection: &mut AnyConnection, statements: &'static str) -> sqlx::Result<()> {
    for statement in statements.split(';') {
        connection.execute(AssertSqlSafe(statement.trim())).await?;
    }
    Ok(())
}

/// Whether nothing is open on a connection that is given back; one that is not at rest is closed, and another made.
///
/// SQLite ends a transaction by itself where the disk is full or fails. The commit or the rollback that follows finds none,
/// fails, and sqlx goes on counting a transaction that is not there: it would let nobody begin another.
async fn is_at_rest(connection: &mut AnyConnection) -> sqlx::Result<bool> {
    // Answered after the rollback that dropping a transaction has only asked for.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

fn pool(connections: u32, first: &'static str) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(ACQUIRE_WAIT)
        .after_connect(move |connection, _| Box::pin(prepare(connection, first)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_transaction_that_the_database_ended_keeps_nobody_from_the_next() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::open(&Location::Sqlite(folder.path().join("state.db"))).await.expect("a fresh state opens");
        for committed in [true, false] {
            let mut tx = store.write().await.expect("nobody else writes");
            // As SQLite does by itself where the disk is full.
            tx.db().execute("ROLLBACK").await.expect("there is one to roll back");
            if committed {
                tx.commit().await.expect_err("there is nothing to commit");
            } else {
                drop(tx);
            }
            store.write().await.expect("another begins").commit().await.expect("and commits");
        }
    }
}
