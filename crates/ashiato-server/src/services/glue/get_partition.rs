//! GetPartition.

use super::fault::{failed, no_partition};
use super::{names, partition};
use crate::aws::Error;
use crate::aws::generated::glue::{GetPartitionRequest, GetPartitionResponse};
use crate::catalog::partitions;
use crate::context::Context;

pub(super) async fn get_partition(ctx: &Context, input: GetPartitionRequest) -> Result<GetPartitionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::read(ctx).await?;
    let table = names::table(&mut tx, &place, &name).await?;
    partition::expect_values(&input.partition_values, &table)?;
    let mut found = partitions::get(&mut tx, &place, &name, &[input.partition_values]).await.map_err(failed)?;
    let found = found.pop().ok_or_else(no_partition)?;
    Ok(GetPartitionResponse { partition: Some(partition::shown(found, &table, ctx)) })
}
