//! GetQueryExecution.

use super::query_execution;
use crate::aws::Error;
use crate::aws::generated::athena::{GetQueryExecutionInput, GetQueryExecutionOutput};
use crate::context::Context;

pub(super) async fn get_query_execution(
    ctx: &Context,
    input: GetQueryExecutionInput,
) -> Result<GetQueryExecutionOutput, Error> {
    let kept = query_execution::find(ctx, &input.query_execution_id).await?;
    Ok(GetQueryExecutionOutput { query_execution: Some(query_execution::shown(ctx, kept)?) })
}
