//! ListDatabases, by name: those that the caller may see.

use ashiato_engine::catalog::store::CatalogStore;

use super::{lists, metadata};
use crate::aws::Error;
use crate::aws::generated::athena::{Database, ListDatabasesInput, ListDatabasesOutput};
use crate::context::Context;

pub(super) async fn list_databases(ctx: &Context, input: ListDatabasesInput) -> Result<ListDatabasesOutput, Error> {
    let after = lists::after(input.next_token.as_deref())?;
    let catalog = metadata::catalog(ctx, &input.catalog_name, input.work_group.as_deref()).await?;
    let all = catalog.databases().await.map_err(metadata::failed)?;
    let (page, next) = metadata::page(all, |database| &database.name, after, lists::rows(input.max_results));
    let names_only = input.attributes_to_get.is_some();
    let shown = |found| {
        let whole = metadata::shown_database(found);
        // NAME is the only attribute that can be asked for by itself.
        if names_only { Database { description: None, parameters: None, ..whole } } else { whole }
    };
    Ok(ListDatabasesOutput {
        database_list: Some(page.into_iter().map(shown).collect()),
        next_token: next.as_deref().map(lists::token),
    })
}
