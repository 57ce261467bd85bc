//! DeleteLogGroup.

use ashiato_meta::{log_groups, tags};
use std::sync::Arc;

use super::failure::of_state;
use super::named;
use crate::aws::Error;
use crate::aws::generated::logs::DeleteLogGroupRequest;
use crate::aws::generated::logs::errors::VALIDATION_EXCEPTION;
use crate::context::Context;

pub(super) async fn delete_log_group(ctx: &Context, input: DeleteLogGroupRequest) -> Result<(), Error> {
    let mut tx = named::write(ctx).await?;
    let group = named::group(&mut tx, ctx, &input.log_group_name).await?;
    if group.is_protected != 0 {
        let why = format!("The log group {} is protected from deletion.", group.name);
        return Err(VALIDATION_EXCEPTION.because(why));
    }
    log_groups::delete(&mut tx, &group.id).await.map_err(of_state)?;
    tags::clear(&mut tx, &named::arn(ctx, &group.name)).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)?;
    // Nobody finds the events any more. Those that cannot be removed take room, and no more.
    let (events, id) = (Arc::clone(&ctx.state.kept.log_events), group.id);
    match tokio::task::spawn_blocking(move || events.remove(&id)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "remove the events of a log group"),
        Err(panicked) => tracing::error!(%panicked, "remove the events of a log group"),
    }
    Ok(())
}
