//! GetDataCatalog.

use super::data_catalog;
use crate::aws::Error;
use crate::aws::generated::athena::{GetDataCatalogInput, GetDataCatalogOutput};
use crate::context::Context;

pub(super) async fn get_data_catalog(ctx: &Context, input: GetDataCatalogInput) -> Result<GetDataCatalogOutput, Error> {
    data_catalog::expect_work_group(ctx, input.work_group.as_deref()).await?;
    let found = match data_catalog::is_own(&input.name) {
        true => data_catalog::own(),
        false => data_catalog::shown(data_catalog::find(ctx, &input.name).await?)?,
    };
    Ok(GetDataCatalogOutput { data_catalog: Some(found) })
}
