//! StopQueryExecution. One that has ended is left as it is.

use super::errors::fault;
use super::query_execution;
use crate::aws::Error;
use crate::aws::generated::athena::{StopQueryExecutionInput, StopQueryExecutionOutput};
use crate::context::Context;

pub(super) async fn stop_query_execution(
    ctx: &Context,
    input: StopQueryExecutionInput,
) -> Result<StopQueryExecutionOutput, Error> {
    let kept = query_execution::find(ctx, &input.query_execution_id).await?;
    ctx.state.athena.stop_query(&kept.id, ctx.state.now()).await.map_err(fault)?;
    Ok(StopQueryExecutionOutput {})
}
