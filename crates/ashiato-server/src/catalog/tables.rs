//! Tables and views, and their versions.

use ashiato_engine::catalog::QualifiedName;
use ashiato_engine::catalog::store::Table;
use ashiato_meta::{Millis, Page, Place, Result, Tx, glue_tables};

use super::databases;
use super::document::{decode, encode, optional};

/// Tables of a database by name, those after `after`; none for a database that is not there.
pub(crate) async fn list(
    tx: &mut Tx,
    place: &Place,
    database: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<Table>> {
    let page = glue_tables::list(tx, place, database, after, limit).await?;
    let rows = page.rows.iter().map(read).collect::<Result<_>>()?;
    Ok(Page { rows, next: page.next })
}

/// One table or view.
pub(crate) async fn get(tx: &mut Tx, place: &Place, name: &QualifiedName) -> Result<Option<Table>> {
    optional(glue_tables::get(tx, place, &name.database, &name.table).await)?.as_ref().map(read).transpose()
}

/// Adds one, as version 0; `Conflict` where the name is taken, `NotFound` without its database.
pub(crate) async fn create(tx: &mut Tx, place: &Place, table: &Table) -> Result<()> {
    databases::give_default_a_row(tx, place, &table.database).await?;
    let row = glue_tables::Table {
        place: place.clone(),
        database_name: table.database.clone(),
        name: table.name.clone(),
        document: encode(table),
        version: 0,
        created: Millis(table.created_at),
        updated: Millis(table.updated_at),
    };
    glue_tables::create(tx, &row).await
}

/// Puts one in place of the one of its name, as the next version, which it tells; `Conflict` unless `table.version` is
/// the version that is kept. The version before stays among the versions.
pub(crate) async fn update(tx: &mut Tx, place: &Place, table: &Table) -> Result<u64> {
    // No version is beyond what it was counted in.
    let expected = i64::try_from(table.version).unwrap_or(i64::MAX);
    let now = Millis(table.updated_at);
    let version =
        glue_tables::update(tx, place, &table.database, &table.name, &encode(table), Some(expected), now).await?;
    Ok(version.unsigned_abs())
}

/// Takes one away with its versions and partitions.
pub(crate) async fn delete(tx: &mut Tx, place: &Place, name: &QualifiedName) -> Result<()> {
    glue_tables::delete(tx, place, &name.database, &name.table).await
}

fn read(row: &glue_tables::Table) -> Result<Table> {
    let name = QualifiedName { database: row.database_name.clone(), table: row.name.clone() };
    definition(&row.document, &name, row.version)
}

fn definition(document: &str, name: &QualifiedName, version: i64) -> Result<Table> {
    let table: Table = decode(document, &format!("table {name}"))?;
    Ok(Table { version: version.unsigned_abs(), ..table })
}
