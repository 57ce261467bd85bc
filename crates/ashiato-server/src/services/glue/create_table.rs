//! CreateTable: a table or a view, as version 0.

use ashiato_meta::Kind;

use super::fault::{exists, failed, invalid, or, over, refuse};
use super::{names, table};
use crate::aws::Error;
use crate::aws::generated::glue::{CreateTableRequest, CreateTableResponse};
use crate::catalog::tables;
use crate::context::Context;

pub(super) async fn create_table(ctx: &Context, input: CreateTableRequest) -> Result<CreateTableResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    refuse(&input.open_table_format_input, "An Iceberg table (OpenTableFormatInput)")?;
    refuse(&input.transaction_id, "A transaction (TransactionId)")?;
    refuse(
        &input.partition_indexes.filter(|indexes| !indexes.is_empty()),
        "An index of partitions (PartitionIndexes)",
    )?;
    let given = input.table_input.ok_or_else(|| invalid("A TableInput must be given."))?;
    let mut tx = names::write(ctx).await?;
    let database = names::database(&mut tx, &place, &input.database_name.to_lowercase()).await?;
    let table = table::stored(given, database.name, ctx)?;
    tables::create(&mut tx, &place, &table).await.map_err(or(Kind::Conflict, exists("Table")))?;
    ctx.state.limits.quotas.check_tables(&mut tx, &place, &table.database).await.map_err(over)?;
    tx.commit().await.map_err(failed)?;
    Ok(CreateTableResponse {})
}
