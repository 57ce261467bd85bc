//! The key that a trail's files are encrypted with.

use ashiato_meta::trails::Trail;
use ashiato_policy::arn::{Arn, is_account_id};

use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{INVALID_KMS_KEY_ID_EXCEPTION, KMS_KEY_NOT_FOUND_EXCEPTION};

/// Reads a key's id, its ARN, its alias or the ARN of that; `InvalidKmsKeyIdException` where it is none.
pub(super) fn arn(given: &str) -> Result<String, Error> {
    let is_of_keys = |arn: &Arn| arn.service == "kms" && !arn.region.is_empty() && is_account_id(&arn.account);
    let is_valid = match given.starts_with("arn:") {
        true => Arn::parse(given).is_ok_and(|arn| {
            let key = arn.resource.strip_prefix("key/");
            is_of_keys(&arn) && (key.is_some_and(is_id) || is_alias(&arn.resource))
        }),
        false => is_id(given) || is_alias(given),
    };
    match is_valid {
        true => Ok(given.to_string()),
        false => Err(INVALID_KMS_KEY_ID_EXCEPTION.because(format!("The KMS key ID {given} is not valid."))),
    }
}

/// A UUID, or the id of a key of several regions.
fn is_id(text: &str) -> bool {
    let is_hexadecimal = |text: &str| text.chars().all(|char| char.is_ascii_hexdigit());
    match text.strip_prefix("mrk-") {
        Some(rest) => rest.len() == 32 && is_hexadecimal(rest),
        None => text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && is_hexadecimal(&text.replace('-', "")),
    }
}

fn is_alias(text: &str) -> bool {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '/' | '_' | '-');
    text.strip_prefix("alias/").is_some_and(|name| !name.is_empty() && name.chars().all(is_plain))
}

/// Refuses a key that is not there. There are no keys yet.
pub(super) fn check(trail: &Trail) -> Result<(), Error> {
    let key = trail.kms_key_arn.as_deref().unwrap_or_default();
    Err(KMS_KEY_NOT_FOUND_EXCEPTION.because(format!("KMS key {key} does not exist.")))
}

#[cfg(test)]
mod tests {
    use super::arn;

    #[test]
    fn keys() {
        for good in [
            "12345678-1234-1234-1234-123456789012",
            "mrk-12345678123412341234123456789012",
            "alias/MyAliasName",
            "arn:aws:kms:us-east-2:123456789012:alias/MyAliasName",
            "arn:aws:kms:us-east-2:123456789012:key/12345678-1234-1234-1234-123456789012",
        ] {
            assert!(arn(good).is_ok(), "{good}");
        }
        for bad in ["key", "alias/", "alias/a b", "1234", "arn:aws:kms:us-east-2:123456789012:key/k", "arn:aws:s3:::b"]
        {
            assert!(arn(bad).is_err(), "{bad}");
        }
    }
}
