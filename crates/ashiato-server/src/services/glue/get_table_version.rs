//! GetTableVersion: the newest where none is named.

use super::fault::{failed, no_version};
use super::names;
use super::versions::{number, shown};
use crate::aws::Error;
use crate::aws::generated::glue::{GetTableVersionRequest, GetTableVersionResponse};
use crate::catalog::tables;
use crate::context::Context;

pub(super) async fn get_table_version(
    ctx: &Context,
    input: GetTableVersionRequest,
) -> Result<GetTableVersionResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let version = input.version_id.as_deref().map(number).transpose()?;
    let mut tx = names::read(ctx).await?;
    let newest = names::table(&mut tx, &place, &name).await?;
    let found = match version {
        Some(version) => {
            let found = tables::version(&mut tx, &place, &name, version).await.map_err(failed)?;
            found.ok_or_else(no_version)?
        }
        None => newest,
    };
    Ok(GetTableVersionResponse { table_version: Some(shown(found, ctx)) })
}
