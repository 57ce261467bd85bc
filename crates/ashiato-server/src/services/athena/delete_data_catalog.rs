//! DeleteDataCatalog.

use ashiato_meta::{data_catalogs, tags};

use super::errors::{fault, invalid, of_meta};
use super::{data_catalog, tagged, work_group};
use crate::access::OWN_CATALOG;
use crate::aws::Error;
use crate::aws::generated::athena::{DeleteDataCatalogInput, DeleteDataCatalogOutput};
use crate::context::Context;

pub(super) async fn delete_data_catalog(
    ctx: &Context,
    input: DeleteDataCatalogInput,
) -> Result<DeleteDataCatalogOutput, Error> {
    if data_catalog::is_own(&input.name) {
        return Err(invalid(format!("{} cannot be deleted", OWN_CATALOG)));
    }
    let place = work_group::region(ctx);
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    let missing = || data_catalog::missing(&input.name);
    let kept = data_catalogs::get(&mut tx, &place, &input.name).await.map_err(of_meta(missing))?;
    data_catalogs::delete(&mut tx, &place, &kept.name).await.map_err(of_meta(missing))?;
    tags::clear(&mut tx, &tagged::data_catalog_arn(ctx, &kept.name)).await.map_err(fault)?;
    tx.commit().await.map_err(fault)?;
    Ok(DeleteDataCatalogOutput { data_catalog: Some(data_catalog::shown(kept)?) })
}
