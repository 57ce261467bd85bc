//! BatchGetPartition: those that are there. All keys that are asked for are processed.

use super::fault::failed;
use super::{names, partition};
use crate::aws::Error;
use crate::aws::generated::glue::{BatchGetPartitionRequest, BatchGetPartitionResponse};
use crate::catalog::partitions;
use crate::context::Context;

pub(super) async fn batch_get_partition(
    ctx: &Context,
    input: BatchGetPartitionRequest,
) -> Result<BatchGetPartitionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::read(ctx).await?;
    let table = names::table(&mut tx, &place, &name).await?;
    let wanted: Vec<Vec<String>> = input.partitions_to_get.into_iter().map(|list| list.values).collect();
    for values in &wanted {
        partition::expect_values(values, &table)?;
    }
    let found = partitions::get(&mut tx, &place, &name, &wanted).await.map_err(failed)?;
    let shown = found.into_iter().map(|found| partition::shown(found, &table, ctx)).collect();
    Ok(BatchGetPartitionResponse { partitions: Some(shown), unprocessed_keys: Some(Vec::new()) })
}
