//! GetInsightSelectors of a trail.

use super::fault::read;
use super::{find, insights, selectors};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::INSIGHT_NOT_ENABLED_EXCEPTION;
use crate::aws::generated::cloudtrail::{GetInsightSelectorsRequest, GetInsightSelectorsResponse};
use crate::context::Context;

pub(super) async fn get_insight_selectors(
    ctx: &Context,
    input: GetInsightSelectorsRequest,
) -> Result<GetInsightSelectorsResponse, Error> {
    let name = insights::trail_name(input.trail_name.as_deref(), input.event_data_store.as_deref(), None)?;
    let mut tx = read(ctx).await?;
    let trail = find::to_read(&mut tx, ctx, name).await?;
    let Some(kept) = &trail.insight_selectors else {
        return Err(INSIGHT_NOT_ENABLED_EXCEPTION.because(format!(
            "Trail name: {} does not have Insights enabled. Edit the trail settings to enable Insights, and then try the \
             operation again.",
            trail.name
        )));
    };
    Ok(GetInsightSelectorsResponse {
        insight_selectors: Some(selectors::read(kept)?),
        trail_arn: Some(trail.arn),
        ..GetInsightSelectorsResponse::default()
    })
}
