//! BatchDeletePartition: those that are there go, the others are told.

use super::fault::{detail, failed, no_partition};
use super::names;
use crate::aws::Error;
use crate::aws::generated::glue::{BatchDeletePartitionRequest, BatchDeletePartitionResponse, PartitionError};
use crate::catalog::partitions;
use crate::context::Context;

pub(super) async fn batch_delete_partition(
    ctx: &Context,
    input: BatchDeletePartitionRequest,
) -> Result<BatchDeletePartitionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::write(ctx).await?;
    names::table(&mut tx, &place, &name).await?;
    let wanted: Vec<Vec<String>> = input.partitions_to_delete.into_iter().map(|list| list.values).collect();
    let missing = partitions::delete(&mut tx, &place, &name, &wanted).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    let told = |values| PartitionError { partition_values: Some(values), error_detail: Some(detail(&no_partition())) };
    Ok(BatchDeletePartitionResponse { errors: Some(missing.into_iter().map(told).collect()) })
}
