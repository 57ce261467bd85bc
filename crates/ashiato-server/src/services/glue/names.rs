//! What the names in a request mean: which catalog, database, table.

use ashiato_engine::catalog::QualifiedName;
use ashiato_engine::catalog::store::{Database, Table};
use ashiato_meta::{Place, Tx};

use super::fault::{failed, no_database, no_table};
use crate::aws::Error;
use crate::aws::generated::glue::errors::ENTITY_NOT_FOUND_EXCEPTION;
use crate::catalog::{databases, tables};
use crate::context::Context;

/// The one catalog: the account's, in the region that the request is signed for.
pub(super) fn place(ctx: &Context, catalog_id: Option<&str>) -> Result<Place, Error> {
    let account = &ctx.state.kept.account;
    match catalog_id {
        Some(id) if id != account.as_str() => {
            Err(ENTITY_NOT_FOUND_EXCEPTION.because(format!("Catalog {id} not found.")))
        }
        _ => Ok(Place::new(account, &ctx.region)),
    }
}

/// Names of databases and tables are kept in lower case.
pub(super) fn table_name(database: &str, table: &str) -> QualifiedName {
    QualifiedName { database: database.to_lowercase(), table: table.to_lowercase() }
}

/// A transaction that reads.
pub(super) async fn read(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.read().await.map_err(failed)
}

/// A transaction that may write.
pub(super) async fn write(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.write().await.map_err(failed)
}

/// The database of that name.
pub(super) async fn database(tx: &mut Tx, place: &Place, name: &str) -> Result<Database, Error> {
    let found = databases::get(tx, place, name).await.map_err(failed)?;
    found.ok_or_else(|| no_database(name))
}

/// The table of that name; what is missing may be its database.
pub(super) async fn table(tx: &mut Tx, place: &Place, name: &QualifiedName) -> Result<Table, Error> {
    if let Some(found) = tables::get(tx, place, name).await.map_err(failed)? {
        return Ok(found);
    }
    database(tx, place, &name.database).await?;
    Err(no_table(&name.table))
}
