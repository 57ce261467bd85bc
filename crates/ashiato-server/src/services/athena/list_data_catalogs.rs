//! ListDataCatalogs, by name; the one that is always there first.

use ashiato_meta::data_catalogs;

use super::errors::fault;
use super::{data_catalog, lists, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{
    DataCatalogSummary, DataCatalogType, ListDataCatalogsInput, ListDataCatalogsOutput,
};
use crate::context::Context;

pub(super) async fn list_data_catalogs(
    ctx: &Context,
    input: ListDataCatalogsInput,
) -> Result<ListDataCatalogsOutput, Error> {
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
        shown.push(summary(data_catalog::OWN.into(), DataCatalogType::Glue));
    }
    let room = rows.saturating_sub(shown.len() as u32);
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    // Where the first page has room for the first alone, the next one begins with the others.
    let page = data_catalogs::list(&mut tx, &work_group::region(ctx), after.as_deref(), room.max(1)).await;
    let mut page = page.map_err(fault)?;
    if room == 0 && !page.rows.is_empty() {
        page.rows.clear();
        page.next = Some(String::new());
    }
    for kept in page.rows {
        let kind = data_catalog::kind(&kept)?;
        shown.push(summary(kept.name, kind));
    }
    let next_token = page.next.as_deref().map(lists::token);
    Ok(ListDataCatalogsOutput { data_catalogs_summary: Some(shown), next_token })
}
