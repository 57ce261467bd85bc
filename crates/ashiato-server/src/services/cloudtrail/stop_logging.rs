//! StopLogging.

use ashiato_meta::trail_status;

use super::fault::{failed, settle, write};
use super::{find, switch};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{StopLoggingRequest, StopLoggingResponse};
use crate::context::Context;

pub(super) async fn stop_logging(ctx: &Context, input: StopLoggingRequest) -> Result<StopLoggingResponse, Error> {
    settle(ctx, &input.name).await?;
    let mut tx = write(ctx).await?;
    let trail = find::to_change(&mut tx, ctx, &input.name).await?;
    let was_logging = trail_status::get(&mut tx, &trail.arn).await.map_err(failed)?.is_logging;
    trail_status::stop(&mut tx, &trail.arn, ctx.state.now()).await.map_err(failed)?;
    if was_logging {
        switch::noted(&mut tx, ctx, &trail).await?;
    }
    tx.commit().await.map_err(failed)?;
    Ok(StopLoggingResponse {})
}
