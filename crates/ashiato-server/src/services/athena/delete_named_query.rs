//! DeleteNamedQuery.

use ashiato_meta::{NamedQueryId, named_queries};

use super::errors::{fault, of_meta};
use super::{named_query, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{DeleteNamedQueryInput, DeleteNamedQueryOutput};
use crate::context::Context;

pub(super) async fn delete_named_query(
    ctx: &Context,
    input: DeleteNamedQueryInput,
) -> Result<DeleteNamedQueryOutput, Error> {
    let id = NamedQueryId(input.named_query_id);
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    let deleted = named_queries::delete(&mut tx, &work_group::region(ctx), &id).await;
    deleted.map_err(of_meta(|| named_query::missing(&id.0)))?;
    tx.commit().await.map_err(fault)?;
    Ok(DeleteNamedQueryOutput {})
}
