//! What can be tagged: alarms.

use ashiato_meta::Tx;
use std::collections::BTreeMap;

use super::failure::invalid_value;
use super::named;
use crate::aws::Error;
use crate::aws::generated::cloudwatch::Tag;
use crate::aws::generated::cloudwatch::errors::RESOURCE_NOT_FOUND_EXCEPTION;
use crate::context::Context;

/// A resource has at most so many.
const TAGS_MAX: usize = 50;

/// Refuses an ARN of no alarm that is there.
pub(super) async fn expect(tx: &mut Tx, ctx: &Context, arn: &str) -> Result<(), Error> {
    let name = arn.strip_prefix(&named::arn(ctx, "")).filter(|name| !name.is_empty());
    let missing = |name: &str| {
        RESOURCE_NOT_FOUND_EXCEPTION
            .because("The resource does not exist.")
            .with("ResourceType", "alarm")
            .with("ResourceId", name)
    };
    let Some(name) = name else {
        return Err(match arn.starts_with("arn:") {
            true => missing(arn),
            false => invalid_value("The parameter ResourceARN is not an ARN."),
        });
    };
    named::alarm(tx, ctx, name).await.map(drop).map_err(|error| match error.declared.status {
        404 => missing(name),
        _ => error,
    })
}

/// Tags as they are kept.
pub(super) fn tags(given: Vec<Tag>) -> Result<BTreeMap<String, String>, Error> {
    let mut tags = BTreeMap::new();
    for tag in given {
        if tag.key.to_ascii_lowercase().starts_with("aws:") {
            return Err(invalid_value(format!("The tag key {} begins with aws:, which is reserved.", tag.key)));
        }
        if tags.insert(tag.key.clone(), tag.value).is_some() {
            return Err(invalid_value(format!("The tag key {} is given twice.", tag.key)));
        }
    }
    expect_few(tags.len())?;
    Ok(tags)
}

/// Refuses more tags than an alarm may have.
pub(super) fn expect_few(count: usize) -> Result<(), Error> {
    match count > TAGS_MAX {
        true => Err(invalid_value(format!("A resource may have at most {TAGS_MAX} tags."))),
        false => Ok(()),
    }
}
