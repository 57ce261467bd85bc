//! GetDatabase.

use super::metadata;
use crate::aws::Error;
use crate::aws::generated::athena::{GetDatabaseInput, GetDatabaseOutput};
use crate::context::Context;

pub(super) async fn get_database(ctx: &Context, input: GetDatabaseInput) -> Result<GetDatabaseOutput, Error> {
    let catalog = metadata::catalog(ctx, &input.catalog_name, input.work_group.as_deref()).await?;
    let database = metadata::database(ctx, &catalog, &input.database_name).await?;
    Ok(GetDatabaseOutput { database: Some(metadata::shown_database(database)) })
}
