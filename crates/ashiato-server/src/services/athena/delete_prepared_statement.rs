//! DeletePreparedStatement.

use ashiato_meta::prepared_statements;

use super::errors::{fault, of_meta};
use super::{prepared_statement, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{DeletePreparedStatementInput, DeletePreparedStatementOutput};
use crate::context::Context;

pub(super) async fn delete_prepared_statement(
    ctx: &Context,
    input: DeletePreparedStatementInput,
) -> Result<DeletePreparedStatementOutput, Error> {
    let work_group = work_group::find(ctx, Some(&input.work_group)).await?;
    let name = input.statement_name.to_lowercase();
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    let deleted = prepared_statements::delete(&mut tx, &work_group.place, &work_group.name, &name).await;
    deleted.map_err(of_meta(|| prepared_statement::missing(&input.statement_name, &work_group.name)))?;
    tx.commit().await.map_err(fault)?;
    Ok(DeletePreparedStatementOutput {})
}
