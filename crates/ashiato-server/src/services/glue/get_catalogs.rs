//! GetCatalogs: none below the account's own, which is told where it is asked for.

use super::{names, root_catalog};
use crate::aws::Error;
use crate::aws::generated::glue::{GetCatalogsRequest, GetCatalogsResponse};
use crate::context::Context;

pub(super) async fn get_catalogs(ctx: &Context, input: GetCatalogsRequest) -> Result<GetCatalogsResponse, Error> {
    names::place(ctx, input.parent_catalog_id.as_deref())?;
    let with_root = input.include_root == Some(true);
    let catalog_list = if with_root { vec![root_catalog::shown(ctx)] } else { Vec::new() };
    Ok(GetCatalogsResponse { catalog_list, next_token: None })
}
