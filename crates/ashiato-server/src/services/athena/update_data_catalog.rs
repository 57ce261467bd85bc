//! UpdateDataCatalog. What the request leaves out stays as it was.

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
    let names_parameters = input.parameters.is_some();
    let mut kept = data_catalog::kept(ctx, input.name, input.r#type, input.description, input.parameters)?;
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    let before = data_catalogs::get(&mut tx, &kept.place, &kept.name).await;
    let before = before.map_err(of_meta(|| data_catalog::missing(&kept.name)))?;
    // As it was spelled when it was made.
    kept.name = before.name;
    kept.description = kept.description.or(before.description);
    if !names_parameters {
        kept.parameters = before.parameters;
    }
    data_catalogs::update(&mut tx, &kept).await.map_err(fault)?;
    tx.commit().await.map_err(fault)?;
    Ok(UpdateDataCatalogOutput {})
}
