//! BatchCreatePartition: those that can be made are, the others are told.

use super::fault::{detail, exists, failed, over};
use super::{names, partition};
use crate::aws::Error;
use crate::aws::generated::glue::{BatchCreatePartitionRequest, BatchCreatePartitionResponse, PartitionError};
use crate::catalog::partitions;
use crate::context::Context;

pub(super) async fn batch_create_partition(
    ctx: &Context,
    input: BatchCreatePartitionRequest,
) -> Result<BatchCreatePartitionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::write(ctx).await?;
    let table = names::table(&mut tx, &place, &name).await?;
    let mut errors = Vec::new();
    let mut refused = |values: Vec<String>, error: &Error| {
        errors.push(PartitionError { partition_values: Some(values), error_detail: Some(detail(error)) });
    };
    let mut wanted = Vec::new();
    for given in input.partition_input_list {
        let values = given.values.clone().unwrap_or_default();
        match partition::stored(given, &table, ctx.now.timestamp_millis()) {
            Ok(partition) => wanted.push(partition),
            Err(error) => refused(values, &error),
        }
    }
    for values in partitions::create(&mut tx, &place, &name, &wanted).await.map_err(failed)? {
        refused(values, &exists("Partition"));
    }
    ctx.state
        .limits
        .quotas
        .check_partitions(&mut tx, partitions::of(&place, &name), wanted.len())
        .await
        .map_err(over)?;
    tx.commit().await.map_err(failed)?;
    Ok(BatchCreatePartitionResponse { errors: Some(errors) })
}
