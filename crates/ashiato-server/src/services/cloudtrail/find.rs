//! The trail that a request names.

use ashiato_meta::trails::{self, Trail};
use ashiato_meta::{Kind, Tx};

use super::fault::{failed, no_trail};
use super::trail_name::{self, Named};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::INVALID_HOME_REGION_EXCEPTION;
use crate::context::Context;

/// The trail, to be read: a name is one of this region's, an ARN may be of any.
///
/// Source: CloudTrail API Reference, GetTrailStatus: of a shadow trail the ARN must be given.
pub(super) async fn to_read(tx: &mut Tx, ctx: &Context, given: &str) -> Result<Trail, Error> {
    let account = &ctx.state.kept.account;
    let arn = match trail_name::parse(given)? {
        Named::Name(name) => trail_name::arn(&ctx.region, account.as_str(), name),
        Named::Arn(arn) => arn.to_string(),
    };
    trails::get(tx, &arn).await.map_err(|error| match error.kind {
        Kind::NotFound => no_trail(ctx, given),
        _ => failed(error),
    })
}

/// The trail, to be changed: only in its home region. Where it is but a shadow here, that is what is told.
pub(super) async fn to_change(tx: &mut Tx, ctx: &Context, given: &str) -> Result<Trail, Error> {
    let found = match to_read(tx, ctx, given).await {
        Err(error) if error.declared.code == "TrailNotFoundException" => shadow(tx, ctx, given).await?.ok_or(error)?,
        found => found?,
    };
    if found.region != ctx.region {
        let Trail { arn, region, .. } = &found;
        return Err(INVALID_HOME_REGION_EXCEPTION
            .because(format!("The trail {arn} can be changed only in its home region, {region}.")));
    }
    Ok(found)
}

/// The trail of another region that is seen in this one under a name.
async fn shadow(tx: &mut Tx, ctx: &Context, name: &str) -> Result<Option<Trail>, Error> {
    let all = trails::list(tx, &ctx.state.kept.account).await.map_err(failed)?;
    Ok(all.into_iter().find(|trail| trail.is_multi_region && trail.name == name))
}
