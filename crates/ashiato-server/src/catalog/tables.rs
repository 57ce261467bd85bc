//! Tables and views, and their versions.

use ashiato_engine::catalog::QualifiedName;
use ashiato_engine::catalog::store::Table;
use ashiato_meta::{Millis, Page, Place, Result, Tx, glue_tables};

use super::databases;
use super::document::{decode, encode, optional};
use super::name_pattern::NamePattern;

/// How many tables a page of a filtered list costs at most, and how many are read at once.
const LOOKED_AT_MAX: u32 = 10_000;
const LOOKED_AT_ONCE: u32 = 500;

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

/// At most `limit` tables of a database whose names match, by name, those after `after`. So many are looked at that the
/// call ends soon: a page may hold fewer than `limit`, or none, and tell where the next one begins.
pub(crate) async fn matching(
    tx: &mut Tx,
    place: &Place,
    database: &str,
    pattern: Option<&NamePattern>,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<Table>> {
    let Some(pattern) = pattern else { return list(tx, place, database, after, limit).await };
    let mut found = Vec::new();
    let mut next = after.map(str::to_string);
    for _ in 0..LOOKED_AT_MAX / LOOKED_AT_ONCE {
        let page = list(tx, place, database, next.as_deref(), LOOKED_AT_ONCE).await?;
        for table in page.rows {
            if found.len() == limit as usize {
                return Ok(Page { next: found.last().map(|last: &Table| last.name.clone()), rows: found });
            }
            if pattern.matches(&table.name) {
                found.push(table);
            }
        }
        next = page.next;
        if next.is_none() {
            break;
        }
    }
    Ok(Page { rows: found, next })
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

/// The kept versions of a table, newest first, those after `after`.
pub(crate) async fn versions(
    tx: &mut Tx,
    place: &Place,
    name: &QualifiedName,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<Table>> {
    let page = glue_tables::versions(tx, place, &name.database, &name.table, after, limit).await?;
    let rows = page.rows.iter().map(|row| definition(&row.document, name, row.version)).collect::<Result<_>>()?;
    Ok(Page { rows, next: page.next })
}

/// One of the kept versions.
pub(crate) async fn version(tx: &mut Tx, place: &Place, name: &QualifiedName, version: u64) -> Result<Option<Table>> {
    let Some(above) = version.checked_add(1) else { return Ok(None) };
    // No version is kept that is above what it is counted in.
    let Ok(above) = i64::try_from(above) else { return Ok(None) };
    let newest = versions(tx, place, name, Some(&above.to_string()), 1).await?.rows.pop();
    Ok(newest.filter(|found| found.version == version))
}

/// Forgets a version; `Conflict` for the newest, `NotFound` where it is not kept.
pub(crate) async fn delete_version(tx: &mut Tx, place: &Place, name: &QualifiedName, version: u64) -> Result<()> {
    let version = i64::try_from(version).unwrap_or(i64::MAX);
    glue_tables::delete_version(tx, place, &name.database, &name.table, version).await
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
