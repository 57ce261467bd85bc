//! CreateDatabase.

use ashiato_meta::{Kind, tags};

use super::fault::{exists, failed, or, over};
use super::{database, names};
use crate::aws::Error;
use crate::aws::generated::glue::{CreateDatabaseRequest, CreateDatabaseResponse};
use crate::catalog::databases;
use crate::context::Context;

pub(super) async fn create_database(
    ctx: &Context,
    input: CreateDatabaseRequest,
) -> Result<CreateDatabaseResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let database = database::stored(input.database_input, ctx.now.timestamp_millis())?;
    let arn = database::arn(ctx, &database.name);
    let mut tx = names::write(ctx).await?;
    databases::create(&mut tx, &place, &database).await.map_err(or(Kind::Conflict, exists("Database")))?;
    ctx.state.limits.quotas.check_databases(&mut tx, &place).await.map_err(over)?;
    // A database that a statement took away has left its tags.
    tags::clear(&mut tx, &arn).await.map_err(failed)?;
    tags::put(&mut tx, &arn, &input.tags.unwrap_or_default()).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(CreateDatabaseResponse {})
}
