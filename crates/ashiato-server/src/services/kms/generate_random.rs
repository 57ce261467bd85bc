//! GenerateRandom: up to 1,024 bytes.

use super::fault::{expect_no_recipient, invalid};
use crate::aws::generated::kms::errors::CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION;
use crate::aws::generated::kms::{GenerateRandomRequest, GenerateRandomResponse};
use crate::aws::{Blob, Error};
use crate::chance;
use crate::context::Context;

pub(super) async fn generate_random(
    _: &Context,
    input: GenerateRandomRequest,
) -> Result<GenerateRandomResponse, Error> {
    expect_no_recipient(input.recipient.as_ref())?;
    if input.custom_key_store_id.is_some() {
        return Err(CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION.because("There are no custom key stores."));
    }
    let count = input.number_of_bytes.and_then(|bytes| usize::try_from(bytes).ok());
    let count = count.ok_or_else(|| invalid("NumberOfBytes is required."))?;
    Ok(GenerateRandomResponse { plaintext: Some(Blob(chance::many(count))), ..GenerateRandomResponse::default() })
}
