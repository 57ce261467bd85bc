//! BatchGetNamedQuery.

use ashiato_meta::{Kind, NamedQueryId, named_queries};

use super::errors::fault;
use super::{named_query, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{BatchGetNamedQueryInput, BatchGetNamedQueryOutput, UnprocessedNamedQueryId};
use crate::context::Context;

pub(super) async fn batch_get_named_query(
    ctx: &Context,
    input: BatchGetNamedQueryInput,
) -> Result<BatchGetNamedQueryOutput, Error> {
    let region = work_group::region(ctx);
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let (mut found, mut unprocessed) = (Vec::new(), Vec::new());
    for id in input.named_query_ids {
        match named_queries::get(&mut tx, &region, &NamedQueryId(id.clone())).await {
            Ok(kept) => found.push(named_query::shown(kept)),
            Err(error) if error.kind == Kind::NotFound => unprocessed.push(UnprocessedNamedQueryId {
                error_code: Some("INVALID_INPUT".into()),
                error_message: Some(named_query::missing_words(&id)),
                named_query_id: Some(id),
            }),
            Err(error) => return Err(fault(error)),
        }
    }
    Ok(BatchGetNamedQueryOutput { named_queries: Some(found), unprocessed_named_query_ids: Some(unprocessed) })
}
