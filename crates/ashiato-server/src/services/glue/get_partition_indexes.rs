//! GetPartitionIndexes: there are none, and none is needed.

use super::names;
use crate::aws::Error;
use crate::aws::generated::glue::{GetPartitionIndexesRequest, GetPartitionIndexesResponse};
use crate::context::Context;

pub(super) async fn get_partition_indexes(
    ctx: &Context,
    input: GetPartitionIndexesRequest,
) -> Result<GetPartitionIndexesResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let mut tx = names::read(ctx).await?;
    names::table(&mut tx, &place, &names::table_name(&input.database_name, &input.table_name)).await?;
    Ok(GetPartitionIndexesResponse { partition_index_descriptor_list: Some(Vec::new()), next_token: None })
}
