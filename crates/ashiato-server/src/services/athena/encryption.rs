//! What results are encrypted with, as a query or its work group asks for it.

use super::errors::{internal, invalid};
use crate::access::{Caller, KeyRefusal};
use crate::aws::Error;
use crate::aws::generated::athena::{EncryptionOption, ManagedQueryResultsConfiguration, ResultConfiguration};
use crate::context::Context;

/// The ARN of the key that what a query writes is to be encrypted under, where that is asked for.
///
/// # Errors
/// `InvalidRequestException` for what is not done here: a client's own encryption, keys for managed results, keys where the
/// objects lie in another store, another account's bucket; and where the key cannot be told.
pub(super) async fn key(
    ctx: &Context,
    result: Option<&ResultConfiguration>,
    managed: Option<&ManagedQueryResultsConfiguration>,
) -> Result<Option<String>, Error> {
    if managed.is_some_and(|managed| managed.encryption_configuration.is_some()) {
        return Err(invalid("Managed results under a key of the customer's are not supported."));
    }
    let Some(result) = result else { return Ok(None) };
    if result.expected_bucket_owner.as_ref().is_some_and(|owner| owner != ctx.state.kept.account.as_str()) {
        return Err(invalid("The bucket of the results is not the expected owner's."));
    }
    let Some(encryption) = &result.encryption_configuration else { return Ok(None) };
    match encryption.encryption_option {
        EncryptionOption::SseS3 => return Ok(None),
        EncryptionOption::SseKms => {}
        EncryptionOption::CseKms => return Err(invalid("Results encrypted by CSE_KMS are not supported.")),
    }
    let Some(key) = encryption.kms_key.as_deref().filter(|key| !key.is_empty()) else {
        return Err(invalid("A KmsKey is required to encrypt results by SSE_KMS."));
    };
    if ctx.state.kept.objects.embedded().is_none() {
        return Err(invalid("Results encrypted by SSE_KMS are not supported where objects lie in an external store."));
    }
    let arn = Caller::of(ctx).await?.key_arn(key).await;
    arn.map(Some).map_err(|refusal| match refusal {
        KeyRefusal::Denied(sentence) => invalid(sentence),
        KeyRefusal::Failed(failed) if failed.s3_code().is_some() => invalid(failed.to_string()),
        KeyRefusal::Failed(failed) => internal(failed.to_string()),
    })
}
