//! A trail's files under the trail's key: whether the key lets them, and what each is bound to.

use ashiato_meta::Millis;
use ashiato_meta::kms_keys::KmsKey;
use ashiato_meta::trails::Trail;
use ashiato_objects::Sealing;

use super::CLOUDTRAIL;
use crate::keys::{CLOUDTRAIL_CONTEXT, EncryptionContext, Failed, S3_CONTEXT, expect_usable, lets_service};
use crate::state::State;

/// Whether the policy of a key lets CloudTrail make data keys for a trail.
///
/// Source: CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail".
pub(crate) fn may_encrypt(key: &KmsKey, trail: &Trail, now: Millis) -> bool {
    let asked = (CLOUDTRAIL, "kms:GenerateDataKey");
    lets_service(key, asked, &context(trail), (&trail.arn, trail.account.as_str()), now)
}

/// What an object of a trail is to be encrypted with, or the error that S3 answers CloudTrail with.
pub(super) async fn sealing(
    state: &State,
    trail: &Trail,
    (bucket, key): (&str, &str),
    now: Millis,
) -> Result<Option<Sealing>, String> {
    let Some(arn) = trail.kms_key_arn.clone() else { return Ok(None) };
    let kms_key = state.keys.key(&arn, now).await.map_err(|failed| code(&failed))?;
    expect_usable(&kms_key).map_err(|failed| code(&failed))?;
    if !may_encrypt(&kms_key, trail, now) {
        return Err("AccessDenied".to_string());
    }
    let mut context = context(trail);
    context.insert(S3_CONTEXT.to_string(), format!("arn:aws:s3:::{bucket}/{key}"));
    Ok(Some(Sealing { key: arn, context }))
}

pub(super) fn context(trail: &Trail) -> EncryptionContext {
    [(CLOUDTRAIL_CONTEXT.to_string(), trail.arn.clone())].into()
}

/// As S3 names what a key refused.
fn code(failed: &Failed) -> String {
    match failed.s3_code() {
        Some(code) => code.to_string(),
        None => format!("InternalError: {failed}"),
    }
}
