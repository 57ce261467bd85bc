//! CreateDataCatalog: kept by name, so that clients find it; queries see `AwsDataCatalog` alone.

use ashiato_meta::{Kind, data_catalogs, tags};

use super::errors::{fault, invalid};
use super::{data_catalog, tagged};
use crate::aws::Error;
use crate::aws::generated::athena::{CreateDataCatalogInput, CreateDataCatalogOutput};
use crate::context::Context;

pub(super) async fn create_data_catalog(
    ctx: &Context,
    input: CreateDataCatalogInput,
) -> Result<CreateDataCatalogOutput, Error> {
    let new_tags = tagged::tags(input.tags.unwrap_or_default())?;
    let kept = data_catalog::kept(ctx, input.name, input.r#type, input.description, input.parameters)?;
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    data_catalogs::create(&mut tx, &kept).await.map_err(|error| match error.kind {
        Kind::Conflict => invalid(format!("DataCatalog {} already exists", kept.name)),
        _ => fault(error),
    })?;
    tags::put(&mut tx, &tagged::data_catalog_arn(ctx, &kept.name), &new_tags).await.map_err(fault)?;
    tx.commit().await.map_err(fault)?;
    Ok(CreateDataCatalogOutput { data_catalog: Some(data_catalog::shown(kept)?) })
}
