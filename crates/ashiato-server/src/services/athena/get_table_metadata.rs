//! GetTableMetadata.

use ashiato_engine::catalog::QualifiedName;
use ashiato_engine::catalog::store::CatalogStore;

use super::metadata;
use crate::aws::Error;
use crate::aws::generated::athena::{GetTableMetadataInput, GetTableMetadataOutput};
use crate::context::Context;

pub(super) async fn get_table_metadata(
    ctx: &Context,
    input: GetTableMetadataInput,
) -> Result<GetTableMetadataOutput, Error> {
    let catalog = metadata::catalog(ctx, &input.catalog_name, input.work_group.as_deref()).await?;
    let database = metadata::database(ctx, &catalog, &input.database_name).await?.name;
    let name = QualifiedName { database, table: input.table_name.to_lowercase() };
    let found = catalog.table(&name).await.map_err(metadata::failed)?;
    let table =
        found.ok_or_else(|| metadata::missing(ctx, &format!("Entity Not Found: Table {} not found.", name.table)))?;
    Ok(GetTableMetadataOutput { table_metadata: Some(metadata::shown_table(table)) })
}
