//! ListDataCatalogs, by name; the one that is always there first.

use ashiato_meta::data_catalogs;

use super::data_catalog::expect_work_group;
use super::errors::fault;
use super::{data_catalog, lists, work_group};
use crate::access::OWN_CATALOG;
use crate::aws::Error;
use crate::aws::generated::athena::{
    DataCatalogSummary, DataCatalogType, ListDataCatalogsInput, ListDataCatalogsOutput,
};
use crate::context::Context;

pub(super) async fn list_data_catalogs(
    ctx: &Context,
    input: ListDataCatalogsInput,
) -> Result<ListDataCatalogsOutput, Error> {
    expect_work_group(ctx, input.work_group.as_deref()).await?;
    let after = lists::after(input.next_token.as_deref())?;
    let rows = lists::rows(input.max_results);
    let summary = |name: String, kind: DataCatalogType| DataCatalogSummary {
        catalog_name: Some(name),
        r#type: Some(kind),
        status: None,
        connection_type: None,
        error: None,
    };
    let mut shown = Vec::new();
    if after.is_none() {
        shown.push(summary(OWN_CATALOG.into(), DataCatalogType::Glue));
    }
    // A page of one there is not: the least MaxResults is 2.
    let room = rows.saturating_sub(shown.len() as u32).max(1);
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let page = data_catalogs::list(&mut tx, &work_group::region(ctx), after.as_deref(), room).await;
    let page = page.map_err(fault)?;
    for kept in page.rows {
        let kind = data_catalog::kind(&kept)?;
        shown.push(summary(kept.name, kind));
    }
    let next_token = page.next.as_deref().map(lists::token);
    Ok(ListDataCatalogsOutput { data_catalogs_summary: Some(shown), next_token })
}
