//! Tags as requests give them and as they are kept.

use std::collections::BTreeMap;

use crate::aws::Error;
use crate::aws::generated::kms::Tag;
use crate::aws::generated::kms::errors::{LIMIT_EXCEEDED_EXCEPTION, TAG_EXCEPTION};

/// Source: KMS Developer Guide, "Tags in AWS KMS".
const TAGS_MAX: usize = 50;

/// Each key once, none of AWS's own.
pub(super) fn kept(given: Vec<Tag>) -> Result<BTreeMap<String, String>, Error> {
    let mut tags = BTreeMap::new();
    for Tag { tag_key, tag_value } in given {
        if tag_key.to_ascii_lowercase().starts_with("aws:") {
            return Err(TAG_EXCEPTION.because("Tags beginning with aws: are reserved"));
        }
        if tags.insert(tag_key, tag_value).is_some() {
            return Err(TAG_EXCEPTION.because("Duplicate tag keys"));
        }
    }
    Ok(tags)
}

/// Refuses more than a key may have.
pub(super) fn expect_few(count: usize) -> Result<(), Error> {
    match count > TAGS_MAX {
        true => Err(LIMIT_EXCEEDED_EXCEPTION.because(format!("A key may have at most {TAGS_MAX} tags."))),
        false => Ok(()),
    }
}
