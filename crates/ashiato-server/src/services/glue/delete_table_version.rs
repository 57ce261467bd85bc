//! DeleteTableVersion: an earlier one; the newest is the table.

use super::fault::failed;
use super::{names, versions};
use crate::aws::Error;
use crate::aws::generated::glue::{DeleteTableVersionRequest, DeleteTableVersionResponse};
use crate::context::Context;

pub(super) async fn delete_table_version(
    ctx: &Context,
    input: DeleteTableVersionRequest,
) -> Result<DeleteTableVersionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut tx = names::write(ctx).await?;
    let newest = names::table(&mut tx, &place, &name).await?;
    versions::delete(&mut tx, &place, &newest, &input.version_id).await?;
    tx.commit().await.map_err(failed)?;
    Ok(DeleteTableVersionResponse {})
}
