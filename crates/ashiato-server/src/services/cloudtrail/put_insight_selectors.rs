//! PutInsightSelectors of a trail. An empty list turns insights off.

use ashiato_meta::trails;

use super::fault::{failed, write};
use super::{find, insights, selectors};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{PutInsightSelectorsRequest, PutInsightSelectorsResponse};
use crate::context::Context;

pub(super) async fn put_insight_selectors(
    ctx: &Context,
    input: PutInsightSelectorsRequest,
) -> Result<PutInsightSelectorsResponse, Error> {
    let destination = input.insights_destination.as_deref();
    let name = insights::trail_name(input.trail_name.as_deref(), input.event_data_store.as_deref(), destination)?;
    let mut tx = write(ctx).await?;
    let mut trail = find::to_change(&mut tx, ctx, name).await?;
    let wanted = insights::checked(&trail, input.insight_selectors)?;
    trail.insight_selectors = if wanted.is_empty() { None } else { Some(selectors::written(&wanted)?) };
    trails::update(&mut tx, &trail).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(PutInsightSelectorsResponse {
        trail_arn: Some(trail.arn),
        insight_selectors: Some(wanted),
        ..PutInsightSelectorsResponse::default()
    })
}
