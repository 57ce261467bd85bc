//! ListTableMetadata: the tables and views of a database, by name, those that match an expression.

use ashiato_engine::catalog::store::CatalogStore;

use super::errors::invalid;
use super::{lists, metadata};
use crate::aws::Error;
use crate::aws::generated::athena::{ListTableMetadataInput, ListTableMetadataOutput};
use crate::catalog::name_pattern::NamePattern;
use crate::context::Context;

pub(super) async fn list_table_metadata(
    ctx: &Context,
    input: ListTableMetadataInput,
) -> Result<ListTableMetadataOutput, Error> {
    let after = lists::after(input.next_token.as_deref())?;
    let expression = input.expression.filter(|expression| !expression.is_empty());
    let pattern = expression.map(|expression| NamePattern::parse(&expression)).transpose().map_err(invalid)?;
    let catalog = metadata::catalog(ctx, &input.catalog_name, input.work_group.as_deref()).await?;
    let database = metadata::database(ctx, &catalog, &input.database_name).await?;
    let mut all = catalog.tables(&database.name).await.map_err(metadata::failed)?;
    all.retain(|table| pattern.as_ref().is_none_or(|pattern| pattern.matches(&table.name)));
    let (page, next) = metadata::page(all, |table| &table.name, after, lists::rows(input.max_results));
    let shown = |found| metadata::shown_in_part(found, input.attributes_to_get.as_deref());
    Ok(ListTableMetadataOutput {
        table_metadata_list: Some(page.into_iter().map(shown).collect()),
        next_token: next.as_deref().map(lists::token),
    })
}
