//! CreatePreparedStatement.

use ashiato_meta::{Kind, prepared_statements};

use super::errors::{fault, invalid, over};
use super::{prepared_statement, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{CreatePreparedStatementInput, CreatePreparedStatementOutput};
use crate::context::Context;

pub(super) async fn create_prepared_statement(
    ctx: &Context,
    input: CreatePreparedStatementInput,
) -> Result<CreatePreparedStatementOutput, Error> {
    let work_group = work_group::find(ctx, Some(&input.work_group)).await?;
    prepared_statement::check(&input.query_statement)?;
    let name = input.statement_name.to_lowercase();
    let kept = prepared_statements::PreparedStatement {
        place: work_group.place,
        work_group: work_group.name,
        name: name.clone(),
        statement: input.query_statement,
        description: input.description,
        modified: ctx.state.now(),
    };
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    prepared_statements::create(&mut tx, &kept).await.map_err(|error| match error.kind {
        Kind::Conflict => {
            invalid(format!("Prepared Statement {name} already exists in WorkGroup {}", input.work_group))
        }
        Kind::NotFound => work_group::missing(&input.work_group),
        _ => fault(error),
    })?;
    ctx.state.limits.quotas.check_prepared(&mut tx, &kept.place, &kept.work_group).await.map_err(over)?;
    tx.commit().await.map_err(fault)?;
    Ok(CreatePreparedStatementOutput {})
}
