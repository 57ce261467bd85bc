//! Encrypt: up to 4,096 bytes.

use super::fault::{expect_no_dry_run, expect_no_grants, expect_symmetric, refused};
use super::key::{By, now, permitted};
use crate::aws::generated::kms::{EncryptRequest, EncryptResponse, EncryptionAlgorithmSpec};
use crate::aws::{Blob, Error};
use crate::context::Context;
use crate::keys::expect_usable;

pub(super) async fn encrypt(ctx: &Context, input: EncryptRequest) -> Result<EncryptResponse, Error> {
    expect_no_grants(input.grant_tokens.as_deref())?;
    let context = input.encryption_context.unwrap_or_default();
    let key = permitted(ctx, &input.key_id, By::AnyName, "Encrypt", Some(&context)).await?;
    expect_usable(&key).map_err(refused)?;
    expect_symmetric(input.encryption_algorithm, &key.arn)?;
    expect_no_dry_run(input.dry_run)?;
    let sealed = ctx.state.keys.encrypt(&key, &context, &input.plaintext.0, now(ctx)).await.map_err(refused)?;
    Ok(EncryptResponse {
        ciphertext_blob: Some(Blob(sealed)),
        key_id: Some(key.arn),
        encryption_algorithm: Some(EncryptionAlgorithmSpec::SymmetricDefault),
    })
}
