//! GetTables of a database, by name, those that match an expression and that the caller may see. A page may hold fewer
//! than it was asked for, or none, and still not be the last.

use super::fault::{failed, invalid, refuse};
use super::told::Told;
use super::{names, pages, table};
use crate::aws::Error;
use crate::aws::generated::glue::{GetTablesRequest, GetTablesResponse};
use crate::catalog::name_pattern::NamePattern;
use crate::catalog::tables;
use crate::context::Context;

pub(super) async fn get_tables(ctx: &Context, input: GetTablesRequest) -> Result<GetTablesResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    refuse(&input.transaction_id, "A transaction (TransactionId)")?;
    refuse(&input.query_as_of_time, "An earlier state (QueryAsOfTime)")?;
    let expression = input.expression.filter(|expression| !expression.is_empty());
    let pattern = expression.map(|expression| NamePattern::parse(&expression)).transpose().map_err(invalid)?;
    let after = pages::after(input.next_token.as_deref())?;
    let size = pages::size(input.max_results, 100);
    let mut tx = names::read(ctx).await?;
    let database = names::database(&mut tx, &place, &input.database_name.to_lowercase()).await?.name;
    let page = tables::matching(&mut tx, &place, &database, pattern.as_ref(), after.as_deref(), size);
    let page = page.await.map_err(failed)?;
    let told = Told::of(ctx, "GetTables").await?;
    let mut shown = Vec::with_capacity(page.rows.len());
    for found in page.rows {
        if told.table(&found)? {
            shown.push(Box::new(table::shown_in_part(found, input.attributes_to_get.as_deref(), ctx)));
        }
    }
    Ok(GetTablesResponse { table_list: Some(shown), next_token: pages::token(page.next) })
}
