//! SearchTables: the tables of every database that hold a text and meet every filter, sorted as asked, else by database and
//! name, those that the caller may see. All of them are read for each page.

use ashiato_engine::catalog::store::Table;

use super::fault::{failed, invalid, refuse};
use super::search::{Filter, is_found, sorting_value};
use super::told::Told;
use super::{names, pages, table};
use crate::aws::Error;
use crate::aws::generated::glue::{SearchTablesRequest, SearchTablesResponse, Sort};
use crate::catalog::{databases, tables};
use crate::context::Context;

const PAGE_DEFAULT: u32 = 100;
const READ_AT_ONCE: u32 = 500;

pub(super) async fn search_tables(ctx: &Context, input: SearchTablesRequest) -> Result<SearchTablesResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    refuse(&input.resource_share_type, "A search of other accounts (ResourceShareType)")?;
    let start = match pages::after(input.next_token.as_deref())? {
        Some(start) => start.parse::<usize>().map_err(|_| invalid("The NextToken is not valid."))?,
        None => 0,
    };
    let filters = input.filters.unwrap_or_default().into_iter().map(Filter::new).collect::<Result<Vec<_>, _>>()?;
    let told = Told::of(ctx, "SearchTables").await?;
    let mut tx = names::read(ctx).await?;
    let mut found = Vec::new();
    for database in databases::list(&mut tx, &place).await.map_err(failed)? {
        let mut after = None;
        loop {
            let page = tables::list(&mut tx, &place, &database.name, after.as_deref(), READ_AT_ONCE).await;
            let page = page.map_err(failed)?;
            let wanted = |table: &Table| {
                input.search_text.as_deref().is_none_or(|text| is_found(table, text))
                    && filters.iter().all(|filter| filter.matches(table))
            };
            for table in page.rows.into_iter().filter(wanted) {
                if told.table(&table)? {
                    found.push(table);
                }
            }
            after = page.next;
            if after.is_none() {
                break;
            }
        }
    }
    if let Some(criterion) = input.sort_criteria.unwrap_or_default().pop() {
        let field = criterion.field_name.unwrap_or_default();
        let order = |one: &Table, other: &Table| sorting_value(one, &field).cmp(&sorting_value(other, &field));
        let is_descending = criterion.sort == Some(Sort::Desc);
        found.sort_by(|one, other| if is_descending { order(other, one) } else { order(one, other) });
    }
    let end = start.saturating_add(pages::size(input.max_results, PAGE_DEFAULT) as usize);
    let next = (end < found.len()).then(|| end.to_string());
    let shown = found.into_iter().skip(start).take(end - start).map(|found| Box::new(table::shown(found, ctx)));
    Ok(SearchTablesResponse { table_list: Some(shown.collect()), next_token: pages::token(next) })
}
