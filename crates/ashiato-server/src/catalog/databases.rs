//! Databases. `default` is always there: it gets a row when something is first kept in it.

use ashiato_engine::catalog::DEFAULT_DATABASE;
use ashiato_engine::catalog::store::Database;
use ashiato_meta::{Error, Kind, Millis, Place, Result, Tx, glue_databases};

use super::ALL;
use super::document::{decode, encode, optional};

/// Every database, by name.
pub(crate) async fn list(tx: &mut Tx, place: &Place) -> Result<Vec<Database>> {
    let rows = glue_databases::list(tx, place, None, ALL).await?.rows;
    let mut databases = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    if let Err(at) = databases.binary_search_by(|database| database.name.as_str().cmp(DEFAULT_DATABASE)) {
        databases.insert(at, the_default());
    }
    Ok(databases)
}

/// One database.
pub(crate) async fn get(tx: &mut Tx, place: &Place, name: &str) -> Result<Option<Database>> {
    match optional(glue_databases::get(tx, place, name).await)? {
        Some(row) => read(&row).map(Some),
        None => Ok((name == DEFAULT_DATABASE).then(the_default)),
    }
}

/// Adds one; `Conflict` where the name is taken.
pub(crate) async fn create(tx: &mut Tx, place: &Place, database: &Database) -> Result<()> {
    if database.name == DEFAULT_DATABASE {
        let message = format!("create database {}: it is always there", database.name);
        return Err(Error { kind: Kind::Conflict, message, source: None });
    }
    glue_databases::create(tx, &row(place, database)).await
}

/// Puts one in place of the one of its name.
pub(crate) async fn update(tx: &mut Tx, place: &Place, database: &Database) -> Result<()> {
    give_default_a_row(tx, place, &database.name).await?;
    glue_databases::update(tx, &row(place, database)).await
}

/// Takes one away with everything in it.
pub(crate) async fn delete(tx: &mut Tx, place: &Place, name: &str) -> Result<()> {
    give_default_a_row(tx, place, name).await?;
    glue_databases::delete_recursively(tx, place, name).await
}

/// What is kept in a database needs its row.
pub(super) async fn give_default_a_row(tx: &mut Tx, place: &Place, name: &str) -> Result<()> {
    if name != DEFAULT_DATABASE {
        return Ok(());
    }
    glue_databases::create_if_absent(tx, &row(place, &the_default())).await
}

fn the_default() -> Database {
    Database { name: DEFAULT_DATABASE.to_string(), ..Database::default() }
}

fn row(place: &Place, database: &Database) -> glue_databases::Database {
    glue_databases::Database {
        place: place.clone(),
        name: database.name.clone(),
        document: encode(database),
        created: Millis(database.created_at),
    }
}

fn read(row: &glue_databases::Database) -> Result<Database> {
    decode(&row.document, &format!("database {}", row.name))
}
