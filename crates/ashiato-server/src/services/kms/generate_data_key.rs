//! GenerateDataKey: a new key for data, in clear and encrypted.

use ashiato_meta::kms_keys::KmsKey;

use super::fault::{expect_no_dry_run, expect_no_grants, expect_no_recipient, invalid, refused};
use super::key::{By, now, permitted};
use crate::aws::generated::kms::{DataKeySpec, GenerateDataKeyRequest, GenerateDataKeyResponse};
use crate::aws::{Blob, Error};
use crate::context::Context;
use crate::keys::{EncryptionContext, expect_usable};

pub(super) async fn generate_data_key(
    ctx: &Context,
    input: GenerateDataKeyRequest,
) -> Result<GenerateDataKeyResponse, Error> {
    expect_no_grants(input.grant_tokens.as_deref())?;
    expect_no_recipient(input.recipient.as_ref())?;
    let bytes = length(input.key_spec, input.number_of_bytes)?;
    let context = input.encryption_context.unwrap_or_default();
    let key = permitted(ctx, &input.key_id, By::AnyName, "GenerateDataKey", Some(&context)).await?;
    expect_usable(&key).map_err(refused)?;
    expect_no_dry_run(input.dry_run)?;
    let (plaintext, sealed) = data_key(ctx, &key, &context, bytes).await?;
    Ok(GenerateDataKeyResponse {
        ciphertext_blob: Some(Blob(sealed)),
        plaintext: Some(Blob(plaintext)),
        key_id: Some(key.arn),
        ..GenerateDataKeyResponse::default()
    })
}

/// Random bytes, in clear and encrypted.
pub(super) async fn data_key(
    ctx: &Context,
    key: &KmsKey,
    context: &EncryptionContext,
    bytes: usize,
) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let plaintext = crate::chance::many(bytes);
    let sealed = ctx.state.keys.encrypt(key, context, &plaintext, now(ctx)).await.map_err(refused)?;
    Ok((plaintext, sealed))
}

/// By one of the two; the schema has checked the number.
pub(super) fn length(spec: Option<DataKeySpec>, number_of_bytes: Option<i64>) -> Result<usize, Error> {
    match (spec, number_of_bytes.and_then(|bytes| usize::try_from(bytes).ok())) {
        (Some(DataKeySpec::Aes256), None) => Ok(32),
        (Some(DataKeySpec::Aes128), None) => Ok(16),
        (None, Some(bytes)) => Ok(bytes),
        _ => Err(invalid("Please specify either number of bytes or key spec.")),
    }
}
