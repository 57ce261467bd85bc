//! Versions of a table: their numbers, `TableVersion`, and taking one away.

use ashiato_engine::catalog::store::Table;
use ashiato_meta::{Kind, Place, Tx};

use super::fault::{invalid, no_version, or};
use super::table;
use crate::aws::Error;
use crate::aws::generated::glue::TableVersion;
use crate::catalog::tables;
use crate::context::Context;

pub(super) fn number(version_id: &str) -> Result<u64, Error> {
    version_id.parse().map_err(|_| invalid(format!("The VersionId '{version_id}' is not a number.")))
}

pub(super) fn shown(found: Table, ctx: &Context) -> TableVersion {
    let version_id = Some(found.version.to_string());
    TableVersion { table: Some(Box::new(table::shown(found, ctx))), version_id }
}

/// Forgets an earlier version of the table.
pub(super) async fn delete(tx: &mut Tx, place: &Place, newest: &Table, version_id: &str) -> Result<(), Error> {
    let version = number(version_id)?;
    if version == newest.version {
        return Err(invalid("The newest version of a table cannot be deleted."));
    }
    let name = newest.qualified_name();
    tables::delete_version(tx, place, &name, version).await.map_err(or(Kind::NotFound, no_version()))
}
