//! GetColumnStatisticsForTable: nobody has computed any, which is told of each column.

use super::fault::detail;
use super::names;
use crate::aws::Error;
use crate::aws::generated::glue::errors::ENTITY_NOT_FOUND_EXCEPTION;
use crate::aws::generated::glue::{
    ColumnError, GetColumnStatisticsForTableRequest, GetColumnStatisticsForTableResponse,
};
use crate::context::Context;

pub(super) async fn get_column_statistics_for_table(
    ctx: &Context,
    input: GetColumnStatisticsForTableRequest,
) -> Result<GetColumnStatisticsForTableResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    let mut tx = names::read(ctx).await?;
    names::table(&mut tx, &place, &names::table_name(&input.database_name, &input.table_name)).await?;
    let told = |column: String| {
        let missing = ENTITY_NOT_FOUND_EXCEPTION.because(format!("Column statistics of {column} not found."));
        ColumnError { column_name: Some(column), error: Some(detail(&missing)) }
    };
    let errors = input.column_names.into_iter().map(told).collect();
    Ok(GetColumnStatisticsForTableResponse { column_statistics_list: Some(Vec::new()), errors: Some(errors) })
}
