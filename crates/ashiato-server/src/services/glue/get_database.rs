//! GetDatabase.

use super::{database, names};
use crate::aws::Error;
use crate::aws::generated::glue::{GetDatabaseRequest, GetDatabaseResponse};
use crate::context::Context;

pub(super) async fn get_database(ctx: &Context, input: GetDatabaseRequest) -> Result<GetDatabaseResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let mut tx = names::read(ctx).await?;
    let found = names::database(&mut tx, &place, &input.name.to_lowercase()).await?;
    Ok(GetDatabaseResponse { database: Some(database::shown(found, ctx)) })
}
