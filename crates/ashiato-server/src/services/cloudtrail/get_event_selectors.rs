//! GetEventSelectors.

use super::fault::read;
use super::{find, selectors};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{GetEventSelectorsRequest, GetEventSelectorsResponse};
use crate::context::Context;

pub(super) async fn get_event_selectors(
    ctx: &Context,
    input: GetEventSelectorsRequest,
) -> Result<GetEventSelectorsResponse, Error> {
    let mut tx = read(ctx).await?;
    let trail = find::to_read(&mut tx, ctx, &input.trail_name).await?;
    let shown = selectors::shown(&trail.selectors)?;
    Ok(GetEventSelectorsResponse {
        trail_arn: Some(trail.arn),
        event_selectors: shown.basic,
        advanced_event_selectors: shown.advanced,
    })
}
