//! CreatePartition.

use super::fault::{exists, failed, over};
use super::{names, partition};
use crate::aws::Error;
use crate::aws::generated::glue::{CreatePartitionRequest, CreatePartitionResponse};
use crate::catalog::partitions;
use crate::context::Context;

pub(super) async fn create_partition(
    ctx: &Context,
    input: CreatePartitionRequest,
) -> Result<CreatePartitionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::write(ctx).await?;
    let table = names::table(&mut tx, &place, &name).await?;
    let partition = partition::stored(input.partition_input, &table, ctx.now.timestamp_millis())?;
    if !partitions::create(&mut tx, &place, &name, &[partition]).await.map_err(failed)?.is_empty() {
        return Err(exists("Partition"));
    }
    ctx.state.limits.quotas.check_partitions(&mut tx, partitions::of(&place, &name), 1).await.map_err(over)?;
    tx.commit().await.map_err(failed)?;
    Ok(CreatePartitionResponse {})
}
