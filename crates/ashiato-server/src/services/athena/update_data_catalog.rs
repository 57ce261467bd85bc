//! UpdateDataCatalog.

use ashiato_meta::data_catalogs;

use super::data_catalog;
use super::errors::{fault, of_meta};
use crate::aws::Error;
use crate::aws::generated::athena::{UpdateDataCatalogInput, UpdateDataCatalogOutput};
use crate::context::Context;

pub(super) async fn update_data_catalog(
    ctx: &Context,
    input: UpdateDataCatalogInput,
) -> Result<UpdateDataCatalogOutput, Error> {
    let kept = data_catalog::kept(ctx, input.name, input.r#type, input.description, input.parameters)?;
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    let updated = data_catalogs::update(&mut tx, &kept).await;
    updated.map_err(of_meta(|| data_catalog::missing(&kept.name)))?;
    tx.commit().await.map_err(fault)?;
    Ok(UpdateDataCatalogOutput {})
}
