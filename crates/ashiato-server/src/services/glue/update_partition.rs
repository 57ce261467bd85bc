//! UpdatePartition: its definition is replaced, and its values where they differ.

use super::fault::failed;
use super::{names, partition_update};
use crate::aws::Error;
use crate::aws::generated::glue::{UpdatePartitionRequest, UpdatePartitionResponse};
use crate::context::Context;

pub(super) async fn update_partition(
    ctx: &Context,
    input: UpdatePartitionRequest,
) -> Result<UpdatePartitionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::write(ctx).await?;
    let table = names::table(&mut tx, &place, &name).await?;
    partition_update::update(&mut tx, &place, &table, &input.partition_value_list, input.partition_input).await?;
    tx.commit().await.map_err(failed)?;
    Ok(UpdatePartitionResponse {})
}
