//! Decrypt: the ciphertext names its key; one that the request names too must be the same.

use ashiato_meta::Kind;
use ashiato_meta::kms_keys::{self, KmsKey};

use super::fault::{denied, expect_no_dry_run, expect_no_grants, expect_no_recipient, expect_symmetric};
use super::fault::{failed, invalid, read, refused};
use super::key::{self, By, now, permit_found};
use crate::aws::generated::kms::errors::{INCORRECT_KEY_EXCEPTION, UNSUPPORTED_OPERATION_EXCEPTION};
use crate::aws::generated::kms::{DecryptRequest, DecryptResponse, EncryptionAlgorithmSpec};
use crate::aws::{Blob, Error};
use crate::context::Context;
use crate::keys::{Failed, expect_usable};

pub(super) async fn decrypt(ctx: &Context, input: DecryptRequest) -> Result<DecryptResponse, Error> {
    expect_no_grants(input.grant_tokens.as_deref())?;
    expect_no_recipient(input.recipient.as_ref())?;
    if input.dry_run_modifiers.is_some_and(|modifiers| !modifiers.is_empty()) {
        return Err(UNSUPPORTED_OPERATION_EXCEPTION.because("DryRunModifiers are not supported by Ashiato."));
    }
    let Some(Blob(ciphertext)) = input.ciphertext_blob else {
        return Err(invalid(
            "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
        ));
    };
    let context = input.encryption_context.unwrap_or_default();
    let key = key_of(ctx, &ciphertext, input.key_id.as_deref()).await?;
    permit_found(ctx, &key, "Decrypt", Some(&context)).await?;
    expect_usable(&key).map_err(refused)?;
    expect_symmetric(input.encryption_algorithm, &key.arn)?;
    let plaintext = ctx.state.keys.decrypt(&key, &context, &ciphertext).await.map_err(refused)?;
    expect_no_dry_run(input.dry_run)?;
    Ok(DecryptResponse {
        key_id: Some(key.arn),
        plaintext: Some(Blob(plaintext)),
        encryption_algorithm: Some(EncryptionAlgorithmSpec::SymmetricDefault),
        ..DecryptResponse::default()
    })
}

/// The key that a ciphertext names, which must be the one that the request names, where it does.
pub(super) async fn key_of(ctx: &Context, ciphertext: &[u8], given: Option<&str>) -> Result<KmsKey, Error> {
    let mut tx = read(ctx).await?;
    let given = match given {
        Some(given) => Some(key::named(&mut tx, ctx, given, By::AnyName).await?),
        None => None,
    };
    let arn = ctx.state.keys.key_of(ciphertext, &ctx.region).ok_or_else(|| refused(Failed::Ciphertext))?;
    if given.is_some_and(|given| given.arn != arn) {
        return Err(INCORRECT_KEY_EXCEPTION
            .because("The key ID in the request does not identify a CMK that can perform this operation."));
    }
    kms_keys::get(&mut tx, &arn, now(ctx)).await.map_err(|error| match error.kind {
        Kind::NotFound => denied(
            "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.",
        ),
        _ => failed(error),
    })
}
