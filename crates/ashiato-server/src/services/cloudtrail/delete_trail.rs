//! DeleteTrail. What was delivered stays in the bucket.

use ashiato_meta::trails;

use super::fault::{failed, read, settle, unsettled, write};
use super::find;
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{DeleteTrailRequest, DeleteTrailResponse};
use crate::context::Context;

pub(super) async fn delete_trail(ctx: &Context, input: DeleteTrailRequest) -> Result<DeleteTrailResponse, Error> {
    settle(ctx, &input.name).await?;
    // What was recorded before goes out now, and the last digests: with the trail goes what is yet to be delivered.
    let mut tx = read(ctx).await?;
    let trail = find::to_change(&mut tx, ctx, &input.name).await?;
    drop(tx);
    if let Some(trails) = &ctx.state.trails {
        trails.finish_trail(&ctx.state, &trail).await.map_err(unsettled)?;
    }
    let mut tx = write(ctx).await?;
    let trail = find::to_change(&mut tx, ctx, &input.name).await?;
    trails::hold(&mut tx, &trail.arn).await.map_err(failed)?;
    let spooled = match &ctx.state.trails {
        Some(trails) => Some((trails, trails.spooled(&mut tx, &trail).await.map_err(failed)?)),
        None => None,
    };
    trails::delete(&mut tx, &trail.arn).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    if let Some((trails, spooled)) = spooled
        && let Err(error) = trails.remove_spooled(spooled).await
    {
        tracing::error!(trail = trail.arn, %error, "log files of a deleted trail stay in the spool for up to an hour");
    }
    Ok(DeleteTrailResponse {})
}
