//! UpdateDatabase: everything but its name is replaced.

use super::fault::{failed, invalid};
use super::{database, names};
use crate::aws::Error;
use crate::aws::generated::glue::{UpdateDatabaseRequest, UpdateDatabaseResponse};
use crate::catalog::databases;
use crate::context::Context;

pub(super) async fn update_database(
    ctx: &Context,
    input: UpdateDatabaseRequest,
) -> Result<UpdateDatabaseResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let mut tx = names::write(ctx).await?;
    let before = names::database(&mut tx, &place, &input.name.to_lowercase()).await?;
    let database = database::stored(input.database_input, before.created_at)?;
    if database.name != before.name {
        return Err(invalid(format!("Database {} cannot be renamed to {}.", before.name, database.name)));
    }
    databases::update(&mut tx, &place, &database).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(UpdateDatabaseResponse {})
}
