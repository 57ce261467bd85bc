//! DescribeTrails. Of what is named and not there nothing is told; without names it tells of the region's trails, and of
//! the shadows that trails of all regions cast into it from elsewhere.
//!
//! Source: CloudTrail API Reference, DescribeTrails.

use ashiato_meta::trails::{self, Trail};

use super::fault::{failed, read};
use super::shown;
use super::trail_name::{self, Named};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{DescribeTrailsRequest, DescribeTrailsResponse};
use crate::context::Context;

pub(super) async fn describe_trails(
    ctx: &Context,
    input: DescribeTrailsRequest,
) -> Result<DescribeTrailsResponse, Error> {
    let with_shadows = input.include_shadow_trails.unwrap_or(true);
    let names = input.trail_name_list.unwrap_or_default();
    let named = names.iter().map(|name| trail_name::parse(name)).collect::<Result<Vec<_>, _>>()?;
    let is_meant = |trail: &Trail| {
        let is_at_home = trail.region == ctx.region;
        let is_named = match named.is_empty() {
            true => is_at_home || trail.is_multi_region,
            false => named.iter().any(|named| match named {
                Named::Name(name) => is_at_home && trail.name == *name,
                Named::Arn(arn) => trail.arn == arn.to_string(),
            }),
        };
        is_named && (is_at_home || with_shadows)
    };
    let mut tx = read(ctx).await?;
    let all = trails::list(&mut tx, &ctx.state.kept.account).await.map_err(failed)?;
    let meant = all.into_iter().filter(is_meant).map(shown::trail);
    Ok(DescribeTrailsResponse { trail_list: Some(meant.collect()) })
}
