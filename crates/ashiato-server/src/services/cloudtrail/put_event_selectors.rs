//! PutEventSelectors: those of one kind, in place of all that were put before.

use ashiato_meta::trails;

use super::fault::{failed, settle, write};
use super::{find, selectors};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{PutEventSelectorsRequest, PutEventSelectorsResponse};
use crate::context::Context;

pub(super) async fn put_event_selectors(
    ctx: &Context,
    input: PutEventSelectorsRequest,
) -> Result<PutEventSelectorsResponse, Error> {
    settle(ctx, &input.trail_name).await?;
    let mut tx = write(ctx).await?;
    let mut trail = find::to_change(&mut tx, ctx, &input.trail_name).await?;
    trail.selectors = selectors::kept(input.event_selectors, input.advanced_event_selectors)?;
    trails::update(&mut tx, &trail).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    let shown = selectors::shown(&trail.selectors)?;
    Ok(PutEventSelectorsResponse {
        trail_arn: Some(trail.arn),
        event_selectors: shown.basic,
        advanced_event_selectors: shown.advanced,
    })
}
