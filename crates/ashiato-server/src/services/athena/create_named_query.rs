//! CreateNamedQuery. The id of one that comes with a token is made of the token, so that sending it again is no second one.

use ashiato_meta::{Kind, NamedQueryId, named_queries};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::errors::{fault, invalid, over};
use super::work_group;
use crate::aws::Error;
use crate::aws::generated::athena::{CreateNamedQueryInput, CreateNamedQueryOutput};
use crate::context::Context;

pub(super) async fn create_named_query(
    ctx: &Context,
    input: CreateNamedQueryInput,
) -> Result<CreateNamedQueryOutput, Error> {
    let work_group = work_group::find(ctx, input.work_group.as_deref()).await?.name;
    let place = work_group::region(ctx);
    let id = match &input.client_request_token {
        Some(token) => id_of(&[place.as_str(), &work_group, token]),
        None => Uuid::new_v4().to_string(),
    };
    let named_query = named_queries::NamedQuery {
        place: place.clone(),
        work_group,
        id: NamedQueryId(id.clone()),
        name: input.name,
        description: input.description,
        database_name: input.database,
        statement: input.query_string,
    };
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    match named_queries::get(&mut tx, &place, &named_query.id).await {
        Ok(earlier) if earlier == named_query => return Ok(CreateNamedQueryOutput { named_query_id: Some(id) }),
        Ok(_) => return Err(invalid("Idempotent parameters do not match")),
        Err(error) if error.kind == Kind::NotFound => {}
        Err(error) => return Err(fault(error)),
    }
    named_queries::create(&mut tx, &named_query).await.map_err(|error| match error.kind {
        Kind::NotFound => work_group::missing(&named_query.work_group),
        _ => fault(error),
    })?;
    ctx.state.limits.quotas.check_named_queries(&mut tx, &place).await.map_err(over)?;
    tx.commit().await.map_err(fault)?;
    Ok(CreateNamedQueryOutput { named_query_id: Some(id) })
}

fn id_of(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\n"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}
