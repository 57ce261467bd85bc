//! ListPreparedStatements.

use ashiato_meta::prepared_statements;

use super::errors::fault;
use super::{lists, work_group};
use crate::aws::generated::athena::{
    ListPreparedStatementsInput, ListPreparedStatementsOutput, PreparedStatementSummary,
};
use crate::aws::{Error, Timestamp};
use crate::context::Context;

pub(super) async fn list_prepared_statements(
    ctx: &Context,
    input: ListPreparedStatementsInput,
) -> Result<ListPreparedStatementsOutput, Error> {
    let kept = work_group::find(ctx, Some(&input.work_group)).await?;
    let after = lists::after(input.next_token.as_deref())?;
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let rows = lists::rows(input.max_results);
    let page = prepared_statements::list(&mut tx, &kept.place, &kept.name, after.as_deref(), rows).await;
    let page = page.map_err(fault)?;
    let shown = page.rows.into_iter().map(|kept| PreparedStatementSummary {
        statement_name: Some(kept.name),
        last_modified_time: Some(Timestamp { millis: kept.modified.0 }),
    });
    Ok(ListPreparedStatementsOutput {
        prepared_statements: Some(shown.collect()),
        next_token: page.next.as_deref().map(lists::token),
    })
}
