//! GetTableVersions, the newest first.

use super::fault::{failed, invalid};
use super::versions::shown;
use super::{names, pages};
use crate::aws::Error;
use crate::aws::generated::glue::{GetTableVersionsRequest, GetTableVersionsResponse};
use crate::catalog::tables;
use crate::context::Context;

pub(super) async fn get_table_versions(
    ctx: &Context,
    input: GetTableVersionsRequest,
) -> Result<GetTableVersionsResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let after = pages::after(input.next_token.as_deref())?;
    if after.as_ref().is_some_and(|after| after.parse::<i64>().is_err()) {
        return Err(invalid("The NextToken is not valid."));
    }
    let size = pages::size(input.max_results, 100);
    let mut tx = names::read(ctx).await?;
    names::table(&mut tx, &place, &name).await?;
    let page = tables::versions(&mut tx, &place, &name, after.as_deref(), size).await.map_err(failed)?;
    let versions = page.rows.into_iter().map(|found| shown(found, ctx)).collect();
    Ok(GetTableVersionsResponse { table_versions: Some(versions), next_token: pages::token(page.next) })
}
