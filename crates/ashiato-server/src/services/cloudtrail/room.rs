//! How many trails a region may have. One of all regions counts in each.
//!
//! Source: CloudTrail User Guide, "Quotas in AWS CloudTrail".

use ashiato_meta::Tx;
use ashiato_meta::trails::{self, Trail};
use std::collections::BTreeSet;

use super::fault::failed;
use crate::aws::Error;
use crate::context::Context;

/// The region that has more trails than it may, now that `trail` is as it is; `None` where none has.
pub(super) async fn overfull(tx: &mut Tx, ctx: &Context, trail: &Trail) -> Result<Option<String>, Error> {
    // Of two that are made at once the second counts both.
    tx.alone_with(&format!("trails of {}", ctx.state.kept.account.as_str())).await.map_err(failed)?;
    let all = trails::list(tx, &ctx.state.kept.account).await.map_err(failed)?;
    let limit = ctx.state.limits.quotas.trails_in_region;
    let count = |region: &str| all.iter().filter(|one| one.is_multi_region || one.region == region).count() as u64;
    let mut reached: BTreeSet<&str> = [trail.region.as_str()].into();
    if trail.is_multi_region {
        reached.extend(all.iter().map(|one| one.region.as_str()));
    }
    Ok(reached.into_iter().find(|region| count(region) > limit).map(str::to_string))
}
