//! BatchGetPreparedStatement.

use ashiato_meta::{Kind, prepared_statements};

use super::errors::{fault, invalid};
use super::{prepared_statement, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{
    BatchGetPreparedStatementInput, BatchGetPreparedStatementOutput, UnprocessedPreparedStatementName,
};
use crate::context::Context;

/// Athena's limit, which its model does not tell.
const NAMES_MAX: usize = 50;

pub(super) async fn batch_get_prepared_statement(
    ctx: &Context,
    input: BatchGetPreparedStatementInput,
) -> Result<BatchGetPreparedStatementOutput, Error> {
    if input.prepared_statement_names.len() > NAMES_MAX {
        return Err(invalid(format!("At most {NAMES_MAX} prepared statements can be asked for at once.")));
    }
    let work_group = work_group::find(ctx, Some(&input.work_group)).await?;
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let (mut found, mut unprocessed) = (Vec::new(), Vec::new());
    for name in input.prepared_statement_names {
        match prepared_statements::get(&mut tx, &work_group.place, &work_group.name, &name.to_lowercase()).await {
            Ok(kept) => found.push(prepared_statement::shown(kept)),
            Err(error) if error.kind == Kind::NotFound => unprocessed.push(UnprocessedPreparedStatementName {
                error_code: Some("STATEMENT_NOT_FOUND".into()),
                error_message: Some(prepared_statement::missing_words(&name, &work_group.name)),
                statement_name: Some(name),
            }),
            Err(error) => return Err(fault(error)),
        }
    }
    Ok(BatchGetPreparedStatementOutput {
        prepared_statements: Some(found),
        unprocessed_prepared_statement_names: Some(unprocessed),
    })
}
