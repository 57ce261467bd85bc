//! BatchDeleteTableVersion: those that can go do, the others are told.

use super::fault::{detail, failed};
use super::{names, versions};
use crate::aws::Error;
use crate::aws::generated::glue::{BatchDeleteTableVersionRequest, BatchDeleteTableVersionResponse, TableVersionError};
use crate::context::Context;

pub(super) async fn batch_delete_table_version(
    ctx: &Context,
    input: BatchDeleteTableVersionRequest,
) -> Result<BatchDeleteTableVersionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::write(ctx).await?;
    let newest = names::table(&mut tx, &place, &name).await?;
    let mut errors = Vec::new();
    for version in input.version_ids {
        match versions::delete(&mut tx, &place, &newest, &version).await {
            Err(error) if error.declared.status == 400 => errors.push(TableVersionError {
                table_name: Some(name.table.clone()),
                version_id: Some(version),
                error_detail: Some(detail(&error)),
            }),
            done => done?,
        }
    }
    tx.commit().await.map_err(failed)?;
    Ok(BatchDeleteTableVersionResponse { errors: Some(errors) })
}
