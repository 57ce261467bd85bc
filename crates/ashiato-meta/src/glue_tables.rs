//! Tables of the Glue Data Catalog, and their versions. A table's definition is a document that is not read here.

use crate::changed::{changed, found};
use crate::page::one_more;
use crate::{Error, Millis, Page, Place, Result, Tx};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Table {
    /// Where it lives.
    pub place: Place,
    /// Its database, in small letters.
    pub database_name: String,
    /// In small letters, unique in its database.
    pub name: String,
    /// The definition.
    pub document: String,
    /// Counts from 0, up by one with each update.
    pub version: i64,
    /// When it was made.
    pub created: Millis,
    /// When it was last changed.
    pub updated: Millis,
}

/// An earlier (or the newest) definition of a table.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct TableVersion {
    /// Its number.
    pub version: i64,
    /// The definition.
    pub document: String,
    /// When it was stored.
    pub updated: Millis,
}

/// Makes a table at version 0, whatever `version` and `updated` say; `Conflict` where it is there, `NotFound` where
/// there is no such database.
pub async fn create(tx: &mut Tx, table: &Table) -> Result<()> {
    sqlx::query(
        "INSERT INTO glue_tables (place, database_name, name, document, version, created, updated) \
         VALUES ($1, $2, $3, $4, 0, $5, $5)",
    )
    .bind(&table.place)
    .bind(&table.database_name)
    .bind(&table.name)
    .bind(&table.document)
    .bind(table.created)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(format!("create table {}.{}", table.database_name, table.name)))?;
    keep_version(tx, &table.place, &table.database_name, &table.name).await
}

/// The table of that name.
pub async fn get(tx: &mut Tx, place: &Place, database: &str, name: &str) -> Result<Table> {
    sqlx::query_as(
        "SELECT place, database_name, name, document, version, created, updated FROM glue_tables \
         WHERE place = $1 AND database_name = $2 AND name = $3",
    )
    .bind(place)
    .bind(database)
    .bind(name)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get table {database}.{name}")))?
    .ok_or_else(|| Error::not_found(format!("table {database}.{name} is not there")))
}

/// The tables of a database, by name; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, database: &str, after: Option<&str>, limit: u32) -> Result<Page<Table>> {
    let rows = sqlx::query_as(
        "SELECT place, database_name, name, document, version, created, updated FROM glue_tables \
         WHERE place = $1 AND database_name = $2 AND name > $3 ORDER BY name LIMIT $4",
    )
    .bind(place)
    .bind(database)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the tables of {database}")))?;
    Ok(Page::cut(rows, limit, |table: &Table| table.name.clone()))
}

/// Stores another definition and tells its version. With `expected`, only where that is the version now: `Conflict`
/// where somebody was faster.
pub async fn update(
    tx: &mut Tx,
    place: &Place,
    database: &str,
    name: &str,
    document: &str,
    expected: Option<i64>,
    now: Millis,
) -> Result<i64> {
    let done = sqlx::query(
        "UPDATE glue_tables SET document = $4, version = version + 1, updated = $5 \
         WHERE place = $1 AND database_name = $2 AND name = $3 AND ($6 < 0 OR version = $6)",
    )
    .bind(place)
    .bind(database)
    .bind(name)
    .bind(document)
    .bind(now)
    .bind(expected.unwrap_or(-1))
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("update table {database}.{name}")))?;
    let table = get(tx, place, database, name).await?;
    changed(&done, || {
        Error::conflict(format!("table {database}.{name} is at version {}, not {expected:?}", table.version))
    })?;
    keep_version(tx, place, database, name).await?;
    Ok(table.version)
}

/// The kept versions, newest first; `after` is a page's `next`.
pub async fn versions(
    tx: &mut Tx,
    place: &Place,
    database: &str,
    name: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<TableVersion>> {
    let before = after
        .map_or(Ok(i64::MAX), str::parse)
        .map_err(|_| Error::new(crate::Kind::Invalid, format!("{after:?} is no place in a list of versions")))?;
    let rows = sqlx::query_as(
        "SELECT version, document, updated FROM glue_table_versions \
         WHERE place = $1 AND database_name = $2 AND table_name = $3 AND version < $4 ORDER BY version DESC LIMIT $5",
    )
    .bind(place)
    .bind(database)
    .bind(name)
    .bind(before)
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the versions of {database}.{name}")))?;
    Ok(Page::cut(rows, limit, |row: &TableVersion| row.version.to_string()))
}

/// Forgets a version; `Conflict` for the newest.
pub async fn delete_version(tx: &mut Tx, place: &Place, database: &str, name: &str, version: i64) -> Result<()> {
    if get(tx, place, database, name).await?.version == version {
        return Err(Error::conflict(format!("version {version} of {database}.{name} is the newest")));
    }
    let gone = sqlx::query(
        "DELETE FROM glue_table_versions \
         WHERE place = $1 AND database_name = $2 AND table_name = $3 AND version = $4",
    )
    .bind(place)
    .bind(database)
    .bind(name)
    .bind(version)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("delete version {version} of {database}.{name}")))?;
    found(&gone, || format!("version {version} of {database}.{name}"))
}

/// Removes a table with its versions and partitions.
pub async fn delete(tx: &mut Tx, place: &Place, database: &str, name: &str) -> Result<()> {
    for statement in [
        "DELETE FROM glue_partitions WHERE place = $1 AND database_name = $2 AND table_name = $3",
        "DELETE FROM glue_table_versions WHERE place = $1 AND database_name = $2 AND table_name = $3",
    ] {
        sqlx::query(statement)
            .bind(place)
            .bind(database)
            .bind(name)
            .execute(tx.db())
            .await
            .map_err(Error::of(format!("delete what belongs to table {database}.{name}")))?;
    }
    let gone = sqlx::query("DELETE FROM glue_tables WHERE place = $1 AND database_name = $2 AND name = $3")
        .bind(place)
        .bind(database)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete table {database}.{name}")))?;
    found(&gone, || format!("table {database}.{name}"))
}

async fn keep_version(tx: &mut Tx, place: &Place, database: &str, name: &str) -> Result<()> {
    sqlx::query(
        "INSERT INTO glue_table_versions (place, database_name, table_name, version, document, updated) \
         SELECT place, database_name, name, version, document, updated FROM glue_tables \
         WHERE place = $1 AND database_name = $2 AND name = $3",
    )
    .bind(place)
    .bind(database)
    .bind(name)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("keep the version of {database}.{name}")))?;
    Ok(())
}
