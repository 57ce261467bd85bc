//! What can be tagged: topics.

use ashiato_meta::{Tx, topics};
use std::collections::BTreeMap;

use super::failure::{invalid, no_resource, or};
use crate::aws::Error;
use crate::aws::generated::sns::Tag;
use crate::aws::generated::sns::errors::TAG_LIMIT_EXCEEDED_EXCEPTION;

/// A resource has at most so many.
const TAGS_MAX: usize = 50;

/// Refuses an ARN of nothing that is there.
pub(super) async fn expect(tx: &mut Tx, resource_arn: &str) -> Result<(), Error> {
    topics::get(tx, resource_arn).await.map(drop).map_err(or(no_resource))
}

/// Tags as they are kept.
pub(super) fn tags(given: Vec<Tag>) -> Result<BTreeMap<String, String>, Error> {
    let mut tags = BTreeMap::new();
    for tag in given {
        if tag.key.to_ascii_lowercase().starts_with("aws:") {
            return Err(invalid("Tags Reason: the prefix aws: is reserved"));
        }
        if tags.insert(tag.key, tag.value).is_some() {
            return Err(invalid("Tags Reason: Duplicated keys are not allowed"));
        }
    }
    expect_few(tags.len())?;
    Ok(tags)
}

/// Refuses more tags than a topic may have.
pub(super) fn expect_few(count: usize) -> Result<(), Error> {
    match count > TAGS_MAX {
        true => {
            Err(TAG_LIMIT_EXCEEDED_EXCEPTION.because("Could not complete request: tag quota of per resource exceeded"))
        }
        false => Ok(()),
    }
}
