//! UpdateTable: the definition is replaced, and becomes the next version. The one before stays among the versions unless
//! the client says `SkipArchive`. With `VersionId`, only where that is the newest version.

use ashiato_meta::Kind;

use super::fault::{changed, failed, invalid, or, over, refuse};
use super::{names, table};
use crate::aws::Error;
use crate::aws::generated::glue::{UpdateTableRequest, UpdateTableResponse};
use crate::catalog::tables;
use crate::context::Context;

pub(super) async fn update_table(ctx: &Context, input: UpdateTableRequest) -> Result<UpdateTableResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    refuse(&input.update_open_table_format_input, "An Iceberg table (UpdateOpenTableFormatInput)")?;
    refuse(&input.transaction_id, "A transaction (TransactionId)")?;
    refuse(&input.view_update_action, "A change of a view's dialects (ViewUpdateAction)")?;
    let given = input.table_input.ok_or_else(|| invalid("A TableInput must be given."))?;
    let name = names::table_name(&input.database_name, &given.name);
    if input.name.is_some_and(|other| other.to_lowercase() != name.table) {
        return Err(invalid("A table cannot be renamed: Name and TableInput.Name differ."));
    }
    let mut tx = names::write(ctx).await?;
    let before = names::table(&mut tx, &place, &name).await?;
    if input.version_id.is_some_and(|expected| expected != before.version.to_string()) {
        return Err(changed());
    }
    let after = table::updated(given, &before, ctx)?;
    tables::update(&mut tx, &place, &after).await.map_err(or(Kind::Conflict, changed()))?;
    if input.skip_archive == Some(true) {
        tables::delete_version(&mut tx, &place, &name, before.version).await.map_err(failed)?;
    }
    ctx.state.limits.quotas.check_versions(&mut tx, &place, &name.database, &name.table).await.map_err(over)?;
    tx.commit().await.map_err(failed)?;
    Ok(UpdateTableResponse {})
}
