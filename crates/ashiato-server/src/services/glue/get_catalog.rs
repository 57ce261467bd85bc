//! GetCatalog: the account's.

use super::{names, root_catalog};
use crate::aws::Error;
use crate::aws::generated::glue::{GetCatalogRequest, GetCatalogResponse};
use crate::context::Context;

pub(super) async fn get_catalog(ctx: &Context, input: GetCatalogRequest) -> Result<GetCatalogResponse, Error> {
    names::place(ctx, Some(&input.catalog_id))?;
    Ok(GetCatalogResponse { catalog: Some(root_catalog::shown(ctx)) })
}
