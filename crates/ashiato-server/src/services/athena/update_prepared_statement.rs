//! UpdatePreparedStatement.

use ashiato_meta::prepared_statements;

use super::errors::{fault, of_meta};
use super::{prepared_statement, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{UpdatePreparedStatementInput, UpdatePreparedStatementOutput};
use crate::context::Context;

pub(super) async fn update_prepared_statement(
    ctx: &Context,
    input: UpdatePreparedStatementInput,
) -> Result<UpdatePreparedStatementOutput, Error> {
    let work_group = work_group::find(ctx, Some(&input.work_group)).await?;
    prepared_statement::check(&input.query_statement)?;
    let kept = prepared_statements::PreparedStatement {
        place: work_group.place,
        work_group: work_group.name,
        name: input.statement_name.to_lowercase(),
        statement: input.query_statement,
        description: input.description,
        modified: ctx.state.now(),
    };
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    let missing = || prepared_statement::missing(&input.statement_name, &kept.work_group);
    prepared_statements::update(&mut tx, &kept).await.map_err(of_meta(missing))?;
    tx.commit().await.map_err(fault)?;
    Ok(UpdatePreparedStatementOutput {})
}
