//! What can be tagged: log groups, by their ARNs without `:*`.

use ashiato_meta::Tx;
use std::collections::BTreeMap;

use super::failure::invalid;
use super::named;
use crate::aws::Error;
use crate::aws::generated::logs::errors::TOO_MANY_TAGS_EXCEPTION;
use crate::context::Context;

/// A resource has at most so many.
const TAGS_MAX: usize = 50;

/// The ARN that tags are kept by, where it is of something that is there.
pub(super) async fn expect(tx: &mut Tx, ctx: &Context, resource_arn: &str) -> Result<String, Error> {
    let is_arn = resource_arn.starts_with("arn:aws:logs:");
    if !is_arn {
        return Err(invalid("The resourceArn is not the ARN of a log group."));
    }
    let group = named::group(tx, ctx, &named::of_identifier(ctx, resource_arn)?).await?;
    Ok(named::arn(ctx, &group.name))
}

/// Refuses keys that are reserved.
pub(super) fn check(tags: &BTreeMap<String, String>) -> Result<(), Error> {
    match tags.keys().find(|key| key.to_ascii_lowercase().starts_with("aws:")) {
        Some(key) => Err(invalid(format!("The tag key {key} begins with a reserved prefix."))),
        None => Ok(()),
    }
}

/// Refuses more tags than a resource may have.
pub(super) fn expect_few(count: usize, resource_arn: &str) -> Result<(), Error> {
    match count > TAGS_MAX {
        true => {
            let why = format!("A resource may have at most {TAGS_MAX} tags.");
            Err(TOO_MANY_TAGS_EXCEPTION.because(why).with("resourceName", resource_arn))
        }
        false => Ok(()),
    }
}
