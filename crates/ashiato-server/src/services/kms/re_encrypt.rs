//! ReEncrypt: from one key or context to another, the plaintext never leaving.

use super::decrypt::key_of;
use super::fault::{expect_no_dry_run, expect_no_grants, expect_symmetric, invalid, refused};
use super::key::{By, now, permit_found, permitted};
use crate::aws::generated::kms::errors::UNSUPPORTED_OPERATION_EXCEPTION;
use crate::aws::generated::kms::{EncryptionAlgorithmSpec, ReEncryptRequest, ReEncryptResponse};
use crate::aws::{Blob, Error};
use crate::context::Context;
use crate::keys::expect_usable;

pub(super) async fn re_encrypt(ctx: &Context, input: ReEncryptRequest) -> Result<ReEncryptResponse, Error> {
    expect_no_grants(input.grant_tokens.as_deref())?;
    if input.dry_run_modifiers.is_some_and(|modifiers| !modifiers.is_empty()) {
        return Err(UNSUPPORTED_OPERATION_EXCEPTION.because("DryRunModifiers are not supported by Ashiato."));
    }
    let Some(Blob(ciphertext)) = input.ciphertext_blob else {
        return Err(invalid(
            "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
        ));
    };
    let from = input.source_encryption_context.unwrap_or_default();
    let to = input.destination_encryption_context.unwrap_or_default();
    let source = key_of(ctx, &ciphertext, input.source_key_id.as_deref()).await?;
    permit_found(ctx, &source, "ReEncryptFrom", Some(&from)).await?;
    let key = permitted(ctx, &input.destination_key_id, By::AnyName, "ReEncryptTo", Some(&to)).await?;
    expect_usable(&source).map_err(refused)?;
    expect_usable(&key).map_err(refused)?;
    expect_symmetric(input.source_encryption_algorithm, &source.arn)?;
    expect_symmetric(input.destination_encryption_algorithm, &key.arn)?;
    let plaintext = ctx.state.keys.decrypt(&source, &from, &ciphertext).await.map_err(refused)?;
    expect_no_dry_run(input.dry_run)?;
    let sealed = ctx.state.keys.encrypt(&key, &to, &plaintext, now(ctx)).await.map_err(refused)?;
    Ok(ReEncryptResponse {
        ciphertext_blob: Some(Blob(sealed)),
        source_key_id: Some(source.arn),
        key_id: Some(key.arn),
        source_encryption_algorithm: Some(EncryptionAlgorithmSpec::SymmetricDefault),
        destination_encryption_algorithm: Some(EncryptionAlgorithmSpec::SymmetricDefault),
        ..ReEncryptResponse::default()
    })
}
