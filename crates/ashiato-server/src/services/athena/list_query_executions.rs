//! ListQueryExecutions.

use ashiato_meta::query_executions;

use super::errors::fault;
use super::{lists, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{ListQueryExecutionsInput, ListQueryExecutionsOutput};
use crate::context::Context;

pub(super) async fn list_query_executions(
    ctx: &Context,
    input: ListQueryExecutionsInput,
) -> Result<ListQueryExecutionsOutput, Error> {
    let kept = work_group::find(ctx, input.work_group.as_deref()).await?;
    let after = lists::after(input.next_token.as_deref())?;
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let rows = lists::rows(input.max_results);
    let page = query_executions::list(&mut tx, &kept.place, &kept.name, after.as_deref(), rows).await;
    let page = page.map_err(fault)?;
    Ok(ListQueryExecutionsOutput {
        query_execution_ids: Some(page.rows.into_iter().map(|kept| kept.id.0).collect()),
        next_token: page.next.as_deref().map(lists::token),
    })
}
