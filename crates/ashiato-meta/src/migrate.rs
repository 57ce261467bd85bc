//! The schema's versions: forward only, each a file under `migrations/`, all in the program.
//!
//! A new version is one more file and one more line here. A file that has been released is never edited.

use sqlx::{AnyConnection, AssertSqlSafe, Executor, Row};

use crate::{Error, Kind, Result};

const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_aliases_and_leases.sql"),
    include_str!("../migrations/0003_trails.sql"),
    include_str!("../migrations/0004_keys.sql"),
    include_str!("../migrations/0005_topics_and_logs.sql"),
    include_str!("../migrations/0006_begun_uploads.sql"),
    include_str!("../migrations/0007_own_files.sql"),
    include_str!("../migrations/0008_deliveries.sql"),
    include_str!("../migrations/0009_metrics_and_alarms.sql"),
    include_str!("../migrations/0010_telling.sql"),
];

/// Any number will do, as long as only this program takes the lock of that number.
const LOCK_SCHEMA: &str = "SELECT CAST(pg_advisory_xact_lock(4905904590) AS TEXT)";

/// In a transaction that already excludes other writers.
pub(crate) async fn to_newest_sqlite(db: &mut AnyConnection) -> Result<()> {
    to_newest(db, |text| text.to_string()).await
}

/// In a transaction: a second server that starts waits here for the first.
pub(crate) async fn to_newest_postgres(db: &mut AnyConnection) -> Result<()> {
    db.execute(LOCK_SCHEMA).await.map_err(Error::of("lock the schema"))?;
    // SQLite orders text by its bytes; so must PostgreSQL, whatever the database's language.
    to_newest(db, |text| text.replace(" TEXT", " TEXT COLLATE \"C\"")).await
}

async fn to_newest(db: &mut AnyConnection, dialect: fn(&str) -> String) -> Result<()> {
    let doing = "read the schema's version";
    db.execute("CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY NOT NULL)")
        .await
        .map_err(Error::of(doing))?;
    let row = db
        .fetch_one("SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM schema_versions")
        .await
        .map_err(Error::of(doing))?;
    let found: i64 = row.try_get(0).map_err(Error::of(doing))?;
    let newest = MIGRATIONS.len() as i64;
    if found > newest {
        let message =
            format!("the state has schema {found}; this program knows schemas up to {newest}: use a newer one");
        return Err(Error::new(Kind::Invalid, message));
    }
    for (version, text) in (1_i64..).zip(MIGRATIONS) {
        if version <= found {
            continue;
        }
        let doing = format!("bring the schema to version {version}");
        sqlx::raw_sql(AssertSqlSafe(dialect(text))).execute(&mut *db).await.map_err(Error::of(&doing))?;
        sqlx::query("INSERT INTO schema_versions (version) VALUES ($1)")
            .bind(version)
            .execute(&mut *db)
            .await
            .map_err(Error::of(&doing))?;
    }
    Ok(())
}
