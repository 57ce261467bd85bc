//! UpdateNamedQuery.

use ashiato_meta::{NamedQueryId, named_queries};

use super::errors::{fault, of_meta};
use super::{named_query, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{UpdateNamedQueryInput, UpdateNamedQueryOutput};
use crate::context::Context;

pub(super) async fn update_named_query(
    ctx: &Context,
    input: UpdateNamedQueryInput,
) -> Result<UpdateNamedQueryOutput, Error> {
    let id = NamedQueryId(input.named_query_id);
    let missing = || named_query::missing(&id.0);
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    let mut kept = named_queries::get(&mut tx, &work_group::region(ctx), &id).await.map_err(of_meta(missing))?;
    kept.name = input.name;
    kept.description = input.description.or(kept.description);
    kept.statement = input.query_string;
    named_queries::update(&mut tx, &kept).await.map_err(of_meta(missing))?;
    tx.commit().await.map_err(fault)?;
    Ok(UpdateNamedQueryOutput {})
}
