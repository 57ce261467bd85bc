//! BatchGetQueryExecution.

use super::query_execution;
use crate::aws::Error;
use crate::aws::generated::athena::{
    BatchGetQueryExecutionInput, BatchGetQueryExecutionOutput, UnprocessedQueryExecutionId,
};
use crate::context::Context;

pub(super) async fn batch_get_query_execution(
    ctx: &Context,
    input: BatchGetQueryExecutionInput,
) -> Result<BatchGetQueryExecutionOutput, Error> {
    let (mut found, mut unprocessed) = (Vec::new(), Vec::new());
    for id in input.query_execution_ids {
        match query_execution::find_or_missing(ctx, &id).await? {
            Some(kept) => found.push(query_execution::shown(ctx, kept)?),
            None => unprocessed.push(UnprocessedQueryExecutionId {
                error_code: Some("INVALID_INPUT".into()),
                error_message: Some(query_execution::missing_words(&id)),
                query_execution_id: Some(id),
            }),
        }
    }
    Ok(BatchGetQueryExecutionOutput {
        query_executions: Some(found),
        unprocessed_query_execution_ids: Some(unprocessed),
    })
}
