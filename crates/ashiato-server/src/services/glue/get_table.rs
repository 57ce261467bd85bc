//! GetTable: the newest version of a table or a view.

use super::fault::refuse;
use super::{names, table};
use crate::aws::Error;
use crate::aws::generated::glue::{GetTableRequest, GetTableResponse};
use crate::context::Context;

pub(super) async fn get_table(ctx: &Context, input: GetTableRequest) -> Result<GetTableResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    refuse(&input.transaction_id, "A transaction (TransactionId)")?;
    refuse(&input.query_as_of_time, "An earlier state (QueryAsOfTime)")?;
    let mut tx = names::read(ctx).await?;
    let found = names::table(&mut tx, &place, &names::table_name(&input.database_name, &input.name)).await?;
    let shown = table::shown_in_part(found, input.attributes_to_get.as_deref(), ctx);
    Ok(GetTableResponse { table: Some(Box::new(shown)) })
}
