//! What follows where a trail begins or ceases to log, or to make digests.

use ashiato_meta::trail_status::{self, Switched};
use ashiato_meta::trails::Trail;
use ashiato_meta::{Tx, trail_periods};

use super::fault::failed;
use crate::aws::Error;
use crate::context::Context;

/// Notes that logging was switched on or off by this request: what this server's journal holds now was recorded before.
pub(super) async fn noted(tx: &mut Tx, ctx: &Context, trail: &Trail) -> Result<(), Error> {
    if let (Some(journal), Some(trails)) = (ctx.state.recorder.journal(), &ctx.state.trails) {
        let switched = Switched {
            server: trails.server().to_string(),
            number: i64::try_from(journal.committed_through()).unwrap_or(i64::MAX),
            request: ctx.request_id.clone(),
        };
        trail_status::switched(tx, &trail.arn, &switched).await.map_err(failed)?;
    }
    digests(tx, ctx, trail).await
}

/// Begins or ends the time in which digests are made, by what the trail is now.
///
/// Source: CloudTrail User Guide, "CloudTrail digest file structure": a chain begins when validation or logging does; what
/// is delivered while validation is off is covered by no digest, what was logged before a stop is.
pub(super) async fn digests(tx: &mut Tx, ctx: &Context, trail: &Trail) -> Result<(), Error> {
    let is_logging = trail_status::get(tx, &trail.arn).await.map_err(failed)?.is_logging;
    let now = ctx.state.now();
    let done = match is_logging && trail.validates_files {
        true => trail_periods::begin(tx, &trail.arn, now).await,
        false => trail_periods::end(tx, &trail.arn, now, trail.validates_files).await,
    };
    done.map_err(failed)
}
