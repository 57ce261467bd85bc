//! Tags as requests give them and as they are kept. One without a value is kept with an empty one.

use std::collections::BTreeMap;

use crate::aws::Error;
use crate::aws::generated::cloudtrail::Tag;
use crate::aws::generated::cloudtrail::errors::{INVALID_TAG_PARAMETER_EXCEPTION, TAGS_LIMIT_EXCEEDED_EXCEPTION};

/// Source: CloudTrail API Reference, TagsLimitExceededException.
const TAGS_MAX: usize = 50;

/// Each key once, none of AWS's own.
pub(super) fn kept(given: Vec<Tag>) -> Result<BTreeMap<String, String>, Error> {
    let mut tags = BTreeMap::new();
    for tag in given {
        if tag.key.to_ascii_lowercase().starts_with("aws:") {
            let why = format!("The tag key {} begins with the reserved prefix aws:.", tag.key);
            return Err(INVALID_TAG_PARAMETER_EXCEPTION.because(why));
        }
        if tags.insert(tag.key.clone(), tag.value.unwrap_or_default()).is_some() {
            return Err(INVALID_TAG_PARAMETER_EXCEPTION.because(format!("The tag key {} is given twice.", tag.key)));
        }
    }
    Ok(tags)
}

/// Refuses more than a resource may have.
pub(super) fn expect_few(count: usize) -> Result<(), Error> {
    match count > TAGS_MAX {
        true => Err(TAGS_LIMIT_EXCEEDED_EXCEPTION.because(format!("A resource may have at most {TAGS_MAX} tags."))),
        false => Ok(()),
    }
}

/// As answers list them.
pub(super) fn listed(kept: BTreeMap<String, String>) -> Vec<Tag> {
    let shown = kept.into_iter().map(|(key, value)| Tag { key, value: Some(value).filter(|value| !value.is_empty()) });
    shown.collect()
}
