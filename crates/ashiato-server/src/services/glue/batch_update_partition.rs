//! BatchUpdatePartition: those that can be changed are, the others are told.

use super::fault::{detail, failed};
use super::{names, partition_update};
use crate::aws::Error;
use crate::aws::generated::glue::{
    BatchUpdatePartitionFailureEntry, BatchUpdatePartitionRequest, BatchUpdatePartitionResponse,
};
use crate::context::Context;

pub(super) async fn batch_update_partition(
    ctx: &Context,
    input: BatchUpdatePartitionRequest,
) -> Result<BatchUpdatePartitionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::write(ctx).await?;
    let table = names::table(&mut tx, &place, &name).await?;
    let mut errors = Vec::new();
    for entry in input.entries {
        let values = entry.partition_value_list;
        match partition_update::update(&mut tx, &place, &table, &values, entry.partition_input).await {
            Err(error) if error.declared.status == 400 => errors.push(BatchUpdatePartitionFailureEntry {
                partition_value_list: Some(values),
                error_detail: Some(detail(&error)),
            }),
            done => done?,
        }
    }
    tx.commit().await.map_err(failed)?;
    Ok(BatchUpdatePartitionResponse { errors: Some(errors) })
}
