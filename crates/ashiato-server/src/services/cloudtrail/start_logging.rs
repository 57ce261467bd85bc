//! StartLogging.

use ashiato_meta::{Millis, trail_status};

use super::fault::{failed, settle, unsettled, write};
use super::{find, switch};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{StartLoggingRequest, StartLoggingResponse};
use crate::context::Context;
use crate::trails::ensure_key;

pub(super) async fn start_logging(ctx: &Context, input: StartLoggingRequest) -> Result<StartLoggingResponse, Error> {
    let now = Millis(ctx.now.timestamp_millis());
    settle(ctx, &input.name).await?;
    ensure_key(&ctx.state, now).await.map_err(unsettled)?;
    let mut tx = write(ctx).await?;
    let trail = find::to_change(&mut tx, ctx, &input.name).await?;
    let was_logging = trail_status::get(&mut tx, &trail.arn).await.map_err(failed)?.is_logging;
    trail_status::start(&mut tx, &trail.arn, now).await.map_err(failed)?;
    if !was_logging {
        switch::noted(&mut tx, ctx, &trail).await?;
    }
    tx.commit().await.map_err(failed)?;
    Ok(StartLoggingResponse {})
}
