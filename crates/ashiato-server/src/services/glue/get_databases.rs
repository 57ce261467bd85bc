//! GetDatabases, by name, those that the caller may see.

use super::fault::failed;
use super::told::Told;
use super::{database, names, pages};
use crate::aws::Error;
use crate::aws::generated::glue::{Database, DatabaseAttributes, GetDatabasesRequest, GetDatabasesResponse};
use crate::catalog::databases;
use crate::context::Context;

pub(super) async fn get_databases(ctx: &Context, input: GetDatabasesRequest) -> Result<GetDatabasesResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let after = pages::after(input.next_token.as_deref())?.unwrap_or_default();
    let mut tx = names::read(ctx).await?;
    let found = databases::list(&mut tx, &place).await.map_err(failed)?;
    let told = Told::of(ctx, "GetDatabases").await?;
    let mut seen = Vec::new();
    for database in found {
        if database.name > after && told.database(&database.name)? {
            seen.push(database);
        }
    }
    let mut found = seen;
    let size = pages::size(input.max_results, 100) as usize;
    let is_last = found.len() <= size;
    found.truncate(size);
    let next = found.last().filter(|_| !is_last).map(|last| last.name.clone());
    let names_only = input.attributes_to_get.is_some_and(|wanted| wanted == [DatabaseAttributes::Name]);
    let shown = |found| {
        let whole = database::shown(found, ctx);
        if names_only { Database { name: whole.name, ..Database::default() } } else { whole }
    };
    Ok(GetDatabasesResponse { database_list: found.into_iter().map(shown).collect(), next_token: pages::token(next) })
}
