//! ListTrails: the account's, of all regions.

use ashiato_meta::trails;

use super::fault::{expect_no_token, failed, read};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{ListTrailsRequest, ListTrailsResponse, TrailInfo};
use crate::context::Context;

pub(super) async fn list_trails(ctx: &Context, input: ListTrailsRequest) -> Result<ListTrailsResponse, Error> {
    expect_no_token(input.next_token.as_deref())?;
    let mut tx = read(ctx).await?;
    let all = trails::list(&mut tx, &ctx.state.kept.account).await.map_err(failed)?;
    let shown = all.into_iter().map(|trail| TrailInfo {
        trail_arn: Some(trail.arn),
        name: Some(trail.name),
        home_region: Some(trail.region),
    });
    Ok(ListTrailsResponse { trails: Some(shown.collect()), next_token: None })
}
