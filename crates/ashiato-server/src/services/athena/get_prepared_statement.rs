//! GetPreparedStatement.

use ashiato_meta::prepared_statements;

use super::errors::{fault, of_meta};
use super::{prepared_statement, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{GetPreparedStatementInput, GetPreparedStatementOutput};
use crate::context::Context;

pub(super) async fn get_prepared_statement(
    ctx: &Context,
    input: GetPreparedStatementInput,
) -> Result<GetPreparedStatementOutput, Error> {
    let work_group = work_group::find(ctx, Some(&input.work_group)).await?;
    let name = input.statement_name.to_lowercase();
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let kept = prepared_statements::get(&mut tx, &work_group.place, &work_group.name, &name).await;
    let kept = kept.map_err(of_meta(|| prepared_statement::missing(&input.statement_name, &work_group.name)))?;
    Ok(GetPreparedStatementOutput { prepared_statement: Some(prepared_statement::shown(kept)) })
}
