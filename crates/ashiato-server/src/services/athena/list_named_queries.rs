//! ListNamedQueries.

use ashiato_meta::named_queries;

use super::errors::fault;
use super::{lists, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{ListNamedQueriesInput, ListNamedQueriesOutput};
use crate::context::Context;

pub(super) async fn list_named_queries(
    ctx: &Context,
    input: ListNamedQueriesInput,
) -> Result<ListNamedQueriesOutput, Error> {
    let kept = work_group::find(ctx, input.work_group.as_deref()).await?;
    let after = lists::after(input.next_token.as_deref())?;
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let rows = lists::rows(input.max_results);
    let page = named_queries::list(&mut tx, &kept.place, &kept.name, after.as_deref(), rows).await.map_err(fault)?;
    Ok(ListNamedQueriesOutput {
        named_query_ids: Some(page.rows.into_iter().map(|kept| kept.id.0).collect()),
        next_token: page.next.as_deref().map(lists::token),
    })
}
