//! BatchDeleteTable: those that are there go, the others are told.

use ashiato_meta::Kind;

use super::fault::{detail, failed, refuse};
use super::names;
use crate::aws::Error;
use crate::aws::generated::glue::errors::ENTITY_NOT_FOUND_EXCEPTION;
use crate::aws::generated::glue::{BatchDeleteTableRequest, BatchDeleteTableResponse, TableError};
use crate::catalog::tables;
use crate::context::Context;

pub(super) async fn batch_delete_table(
    ctx: &Context,
    input: BatchDeleteTableRequest,
) -> Result<BatchDeleteTableResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    refuse(&input.transaction_id, "A transaction (TransactionId)")?;
    let mut tx = names::write(ctx).await?;
    names::database(&mut tx, &place, &input.database_name.to_lowercase()).await?;
    let mut errors = Vec::new();
    for table in input.tables_to_delete {
        let name = names::table_name(&input.database_name, &table);
        match tables::delete(&mut tx, &place, &name).await {
            Err(error) if error.kind == Kind::NotFound => {
                let missing = ENTITY_NOT_FOUND_EXCEPTION.because(format!("Table {} not found", name.table));
                errors.push(TableError { table_name: Some(table), error_detail: Some(detail(&missing)) });
            }
            done => done.map_err(failed)?,
        }
    }
    tx.commit().await.map_err(failed)?;
    Ok(BatchDeleteTableResponse { errors: Some(errors) })
}
