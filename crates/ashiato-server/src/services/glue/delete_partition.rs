//! DeletePartition; its files stay.

use super::fault::{failed, no_partition};
use super::{names, partition};
use crate::aws::Error;
use crate::aws::generated::glue::{DeletePartitionRequest, DeletePartitionResponse};
use crate::catalog::partitions;
use crate::context::Context;

pub(super) async fn delete_partition(
    ctx: &Context,
    input: DeletePartitionRequest,
) -> Result<DeletePartitionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::write(ctx).await?;
    let table = names::table(&mut tx, &place, &name).await?;
    partition::expect_values(&input.partition_values, &table)?;
    if !partitions::delete(&mut tx, &place, &name, &[input.partition_values]).await.map_err(failed)?.is_empty() {
        return Err(no_partition());
    }
    tx.commit().await.map_err(failed)?;
    Ok(DeletePartitionResponse {})
}
