//! GenerateDataKeyWithoutPlaintext: a new key for data, encrypted.

use super::fault::{expect_no_dry_run, expect_no_grants, refused};
use super::generate_data_key::{data_key, length};
use super::key::{By, permitted};
use crate::aws::generated::kms::{GenerateDataKeyWithoutPlaintextRequest, GenerateDataKeyWithoutPlaintextResponse};
use crate::aws::{Blob, Error};
use crate::context::Context;
use crate::keys::expect_usable;

pub(super) async fn generate_data_key_without_plaintext(
    ctx: &Context,
    input: GenerateDataKeyWithoutPlaintextRequest,
) -> Result<GenerateDataKeyWithoutPlaintextResponse, Error> {
    expect_no_grants(input.grant_tokens.as_deref())?;
    let bytes = length(input.key_spec, input.number_of_bytes)?;
    let (context, by) = (input.encryption_context.unwrap_or_default(), By::AnyName);
    let operation = "GenerateDataKeyWithoutPlaintext";
    let key = permitted(ctx, &input.key_id, by, operation, Some(&context)).await?;
    expect_usable(&key).map_err(refused)?;
    expect_no_dry_run(input.dry_run)?;
    let (_, sealed) = data_key(ctx, &key, &context, bytes).await?;
    Ok(GenerateDataKeyWithoutPlaintextResponse {
        ciphertext_blob: Some(Blob(sealed)),
        key_id: Some(key.arn),
        ..GenerateDataKeyWithoutPlaintextResponse::default()
    })
}
