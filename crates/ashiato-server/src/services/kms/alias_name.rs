//! Names of keys: `alias/` and what follows it.
//!
//! Source: KMS API Reference, CreateAlias.

use super::fault::{denied, invalid};
use crate::aws::Error;
use crate::aws::generated::kms::errors::INVALID_ALIAS_NAME_EXCEPTION;

/// What follows the `alias/`; an error where it may be no name. The schema has checked the length.
pub(super) fn parse(given: &str) -> Result<&str, Error> {
    let name = given.strip_prefix("alias/").ok_or_else(|| {
        invalid("Alias must start with the prefix \"alias/\". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html")
    })?;
    if name.starts_with("aws/") {
        return Err(denied("The alias prefix alias/aws/ is reserved for the keys of AWS services."));
    }
    let is_plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '/' | '_' | '-');
    match !name.is_empty() && name.chars().all(is_plain) {
        true => Ok(name),
        false => Err(INVALID_ALIAS_NAME_EXCEPTION.because(format!("{given} contains invalid characters for an alias"))),
    }
}
