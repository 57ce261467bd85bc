//! What can have tags: trails, by their ARNs, in their home region.
//!
//! Source: CloudTrail API Reference, AddTags.

use ashiato_meta::{Kind, Tx, trails};
use ashiato_policy::arn::Arn;

use super::fault::failed;
use super::trail_name;
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    CHANNEL_NOT_FOUND_EXCEPTION, CLOUD_TRAIL_ARN_INVALID_EXCEPTION, EVENT_DATA_STORE_NOT_FOUND_EXCEPTION,
    RESOURCE_NOT_FOUND_EXCEPTION, RESOURCE_TYPE_NOT_SUPPORTED_EXCEPTION,
};
use crate::context::Context;

/// Refuses an ARN that is no trail's of this region.
pub(super) async fn expect(tx: &mut Tx, ctx: &Context, given: &str) -> Result<(), Error> {
    let arn = Arn::parse(given)
        .map_err(|_| CLOUD_TRAIL_ARN_INVALID_EXCEPTION.because(format!("{given} is not a valid ARN.")))?;
    let missing = || RESOURCE_NOT_FOUND_EXCEPTION.because(format!("The resource {given} is not found."));
    match arn.resource.split('/').next().unwrap_or_default() {
        _ if arn.service != "cloudtrail" => {}
        "trail" => {
            trail_name::parse(given)?;
            let is_elsewhere = arn.region != ctx.region;
            return match trails::get(tx, given).await {
                Ok(_) if !is_elsewhere => Ok(()),
                Ok(_) => Err(missing()),
                Err(error) if error.kind == Kind::NotFound => Err(missing()),
                Err(error) => Err(failed(error)),
            };
        }
        // None of these are built, so there are none.
        "eventdatastore" => {
            let why = format!("The event data store {given} is not found.");
            return Err(EVENT_DATA_STORE_NOT_FOUND_EXCEPTION.because(why));
        }
        "channel" => {
            return Err(CHANNEL_NOT_FOUND_EXCEPTION.because(format!("The channel {given} is not found.")));
        }
        "dashboard" => return Err(missing()),
        _ => {}
    }
    Err(RESOURCE_TYPE_NOT_SUPPORTED_EXCEPTION.because(format!("{given} is no resource that can have tags.")))
}
