//! DeleteDatabase, with the tables in it; their files stay.

use ashiato_engine::catalog::DEFAULT_DATABASE;
use ashiato_meta::tags;

use super::fault::{failed, invalid};
use super::{database, names};
use crate::aws::Error;
use crate::aws::generated::glue::{DeleteDatabaseRequest, DeleteDatabaseResponse};
use crate::catalog::databases;
use crate::context::Context;

pub(super) async fn delete_database(
    ctx: &Context,
    input: DeleteDatabaseRequest,
) -> Result<DeleteDatabaseResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let name = input.name.to_lowercase();
    if name == DEFAULT_DATABASE {
        return Err(invalid(format!("Database {name} cannot be deleted: it is always there.")));
    }
    let mut tx = names::write(ctx).await?;
    names::database(&mut tx, &place, &name).await?;
    databases::delete(&mut tx, &place, &name).await.map_err(failed)?;
    tags::clear(&mut tx, &database::arn(ctx, &name)).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(DeleteDatabaseResponse {})
}
