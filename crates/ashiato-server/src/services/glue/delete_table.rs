//! DeleteTable, with its versions and partitions; its files stay.

use ashiato_meta::Kind;

use super::fault::{failed, no_table, or, refuse};
use super::names;
use crate::aws::Error;
use crate::aws::generated::glue::{DeleteTableRequest, DeleteTableResponse};
use crate::catalog::tables;
use crate::context::Context;

pub(super) async fn delete_table(ctx: &Context, input: DeleteTableRequest) -> Result<DeleteTableResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    refuse(&input.transaction_id, "A transaction (TransactionId)")?;
    let name = names::table_name(&input.database_name, &input.name);
    let mut tx = names::write(ctx).await?;
    names::database(&mut tx, &place, &name.database).await?;
    tables::delete(&mut tx, &place, &name).await.map_err(or(Kind::NotFound, no_table(&name.table)))?;
    tx.commit().await.map_err(failed)?;
    Ok(DeleteTableResponse {})
}
