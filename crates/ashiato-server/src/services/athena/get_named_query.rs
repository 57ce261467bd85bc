//! GetNamedQuery.

use ashiato_meta::{NamedQueryId, named_queries};

use super::errors::{fault, of_meta};
use super::{named_query, work_group};
use crate::aws::Error;
use crate::aws::generated::athena::{GetNamedQueryInput, GetNamedQueryOutput};
use crate::context::Context;

pub(super) async fn get_named_query(ctx: &Context, input: GetNamedQueryInput) -> Result<GetNamedQueryOutput, Error> {
    let id = NamedQueryId(input.named_query_id);
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let kept = named_queries::get(&mut tx, &work_group::region(ctx), &id).await;
    let kept = kept.map_err(of_meta(|| named_query::missing(&id.0)))?;
    Ok(GetNamedQueryOutput { named_query: Some(named_query::shown(kept)) })
}
