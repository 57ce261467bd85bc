//! Databases of the Glue Data Catalog.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Millis, Page, Place, Result, Tx};

/// A database.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Database {
    /// Where it lives.
    pub place: Place,
    /// In small letters, unique in its place.
    pub name: String,
    /// The definition, opaque here.
    pub document: String,
    /// When it was made.
    pub created: Millis,
}

/// Makes it; `Conflict` where it is there.
pub async fn create(tx: &mut Tx, database: &Database) -> Result<()> {
    sqlx::query("INSERT INTO glue_databases (place, name, document, created) VALUES ($1, $2, $3, $4)")
        .bind(&database.place)
        .bind(&database.name)
        .bind(&database.document)
        .bind(database.created)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("create database {}", database.name)))?;
    Ok(())
}

/// Makes it, or leaves the one that is there as it is.
pub async fn create_if_absent(tx: &mut Tx, database: &Database) -> Result<()> {
    sqlx::query(
        "INSERT INTO glue_databases (place, name, document, created) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (place, name) DO NOTHING",
    )
    .bind(&database.place)
    .bind(&database.name)
    .bind(&database.document)
    .bind(database.created)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("create database {}", database.name)))?;
    Ok(())
}

/// The one of that name.
pub async fn get(tx: &mut Tx, place: &Place, name: &str) -> Result<Database> {
    sqlx::query_as("SELECT place, name, document, created FROM glue_databases WHERE place = $1 AND name = $2")
        .bind(place)
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get database {}", name)))?
        .ok_or_else(|| Error::not_found(format!("database {} is not there", name)))
}

/// By name; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, after: Option<&str>, limit: u32) -> Result<Page<Database>> {
    let rows = sqlx::query_as(
        "SELECT place, name, document, created FROM glue_databases \
         WHERE place = $1 AND name > $2 ORDER BY name LIMIT $3",
    )
    .bind(place)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the databases"))?;
    Ok(Page::cut(rows, limit, |database: &Database| database.name.clone()))
}

/// Stores its other values.
pub async fn update(tx: &mut Tx, database: &Database) -> Result<()> {
    let done = sqlx::query("UPDATE glue_databases SET document = $3 WHERE place = $1 AND name = $2")
        .bind(&database.place)
        .bind(&database.name)
        .bind(&database.document)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("update database {}", database.name)))?;
    found(&done, || format!("database {}", database.name))
}

/// Removes it; `Conflict` while it has tables.
pub async fn delete(tx: &mut Tx, place: &Place, name: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM glue_databases WHERE place = $1 AND name = $2")
        .bind(place)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete database {}", name)))?;
    found(&gone, || format!("database {}", name))
}

/// Removes it with its tables and all that belongs to them.
pub async fn delete_recursively(tx: &mut Tx, place: &Place, name: &str) -> Result<()> {
    for statement in [
        "DELETE FROM glue_partitions WHERE place = $1 AND database_name = $2",
        "DELETE FROM glue_table_versions WHERE place = $1 AND database_name = $2",
        "DELETE FROM glue_tables WHERE place = $1 AND database_name = $2",
    ] {
        sqlx::query(statement)
            .bind(place)
            .bind(name)
            .execute(tx.db())
            .await
            .map_err(Error::of(format!("delete what belongs to database {name}")))?;
    }
    delete(tx, place, name).await
}
