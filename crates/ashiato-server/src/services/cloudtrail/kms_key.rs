//! The key that a trail's files are encrypted with.

use ashiato_meta::kms_keys::KeyState;
use ashiato_meta::trails::Trail;
use ashiato_meta::{Kind, Millis, Place, Tx, kms_aliases, kms_keys};
use ashiato_policy::arn::{Arn, is_account_id};

use super::fault::{failed, read};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    INSUFFICIENT_ENCRYPTION_POLICY_EXCEPTION, INVALID_KMS_KEY_ID_EXCEPTION, KMS_EXCEPTION, KMS_KEY_NOT_FOUND_EXCEPTION,
};
use crate::context::Context;
use crate::trails::may_encrypt;

/// The ARN of the key that is named by its id, its ARN, its alias or the ARN of that. An alias is looked up now: one that
/// moves later leaves the trail its key.
pub(super) async fn resolved(ctx: &Context, given: &str) -> Result<String, Error> {
    expect_name(given)?;
    let account = &ctx.state.kept.account;
    let arn = match given.starts_with("arn:") {
        true => given.to_string(),
        false if is_alias(given) => Arn::new("kms", &ctx.region, account.as_str(), given).to_string(),
        false => return Ok(Arn::new("kms", &ctx.region, account.as_str(), format!("key/{given}")).to_string()),
    };
    let Some((place, name)) = arn.split_once(":alias/") else { return Ok(arn) };
    let region = place.split(':').nth(3).unwrap_or_default();
    if !place.ends_with(account.as_str()) {
        return Err(missing(given));
    }
    let alias = kms_aliases::get(&mut read(ctx).await?, &Place::new(account, region), name).await;
    alias.map(|alias| alias.key_arn).map_err(|error| match error.kind {
        Kind::NotFound => missing(given),
        _ => failed(error),
    })
}

/// `InvalidKmsKeyIdException` where it cannot be the name of a key.
fn expect_name(given: &str) -> Result<(), Error> {
    let is_of_keys = |arn: &Arn| arn.service == "kms" && !arn.region.is_empty() && is_account_id(&arn.account);
    let is_valid = match given.starts_with("arn:") {
        true => Arn::parse(given).is_ok_and(|arn| {
            let key = arn.resource.strip_prefix("key/");
            is_of_keys(&arn) && (key.is_some_and(is_id) || is_alias(&arn.resource))
        }),
        false => is_id(given) || is_alias(given),
    };
    match is_valid {
        true => Ok(()),
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

/// Refuses a key that is not there, that must not be used, or whose policy keeps CloudTrail from it.
///
/// Sources: CloudTrail API Reference, CreateTrail (KmsKeyDisabledException is no longer in use); CloudTrail User Guide,
/// "Configure AWS KMS key policies for CloudTrail".
pub(super) async fn check(tx: &mut Tx, ctx: &Context, trail: &Trail) -> Result<(), Error> {
    let Some(arn) = trail.kms_key_arn.as_deref() else { return Ok(()) };
    if ctx.state.kept.objects.embedded().is_none() {
        return Err(
            KMS_EXCEPTION.because("Objects in a store that others serve are not encrypted with this server's keys.")
        );
    }
    let now = Millis(ctx.now.timestamp_millis());
    let key = kms_keys::get(tx, arn, now).await.map_err(|error| match error.kind {
        Kind::NotFound => missing(arn),
        _ => failed(error),
    })?;
    match key.state {
        KeyState::Enabled => {}
        KeyState::Disabled => return Err(KMS_EXCEPTION.because(format!("The KMS key {arn} is disabled."))),
        KeyState::PendingDeletion => {
            return Err(KMS_EXCEPTION.because(format!("The KMS key {arn} is pending deletion.")));
        }
    }
    match may_encrypt(&key, trail, now) {
        true => Ok(()),
        false => Err(INSUFFICIENT_ENCRYPTION_POLICY_EXCEPTION
            .because(format!("Insufficient permissions to access S3 bucket {} or KMS key {arn}.", trail.bucket))),
    }
}

fn missing(key: &str) -> Error {
    KMS_KEY_NOT_FOUND_EXCEPTION.because(format!("KMS key {key} does not exist."))
}

#[cfg(test)]
mod tests {
    use super::expect_name;

    #[test]
    fn keys() {
        for good in [
            "12345678-1234-1234-1234-123456789012",
            "mrk-12345678123412341234123456789012",
            "alias/MyAliasName",
            "arn:aws:kms:us-east-2:123456789012:alias/MyAliasName",
            "arn:aws:kms:us-east-2:123456789012:key/12345678-1234-1234-1234-123456789012",
        ] {
            assert!(expect_name(good).is_ok(), "{good}");
        }
        for bad in ["key", "alias/", "alias/a b", "1234", "arn:aws:kms:us-east-2:123456789012:key/k", "arn:aws:s3:::b"]
        {
            assert!(expect_name(bad).is_err(), "{bad}");
        }
    }
}
