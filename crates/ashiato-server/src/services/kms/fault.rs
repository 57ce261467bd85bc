//! KMS's errors that several operations tell, and what the failures of keys are among them.

use ashiato_meta::{Kind, Tx};

use crate::aws::generated::kms::errors::{
    DISABLED_EXCEPTION, DRY_RUN_OPERATION_EXCEPTION, INVALID_CIPHERTEXT_EXCEPTION, INVALID_GRANT_TOKEN_EXCEPTION,
    INVALID_KEY_USAGE_EXCEPTION, KMS_INVALID_STATE_EXCEPTION, LIMIT_EXCEEDED_EXCEPTION, NOT_FOUND_EXCEPTION,
    UNSUPPORTED_OPERATION_EXCEPTION,
};
use crate::aws::generated::kms::{EncryptionAlgorithmSpec, RecipientInfo};
use crate::aws::{DeclaredError, Error};
use crate::context::Context;
use crate::keys::Failed;

/// What a key refused, or the state did.
pub(super) fn refused(failed: Failed) -> Error {
    let message = failed.to_string();
    match failed {
        Failed::NoKey(_) => NOT_FOUND_EXCEPTION.because(message),
        Failed::Disabled(_) => DISABLED_EXCEPTION.because(message),
        Failed::PendingDeletion(_) => KMS_INVALID_STATE_EXCEPTION.because(message),
        // KMS tells nobody what about it is wrong.
        Failed::Ciphertext => INVALID_CIPHERTEXT_EXCEPTION.because(""),
        Failed::State(why) => Error::internal(why),
    }
}

/// The state's error, where the request is not to blame.
pub(super) fn failed(error: ashiato_meta::Error) -> Error {
    if error.kind == Kind::Conflict {
        return LIMIT_EXCEEDED_EXCEPTION.because("Another operation was changing the keys meanwhile. Try again.");
    }
    refused(error.into())
}

pub(super) fn invalid(why: impl Into<String>) -> Error {
    DeclaredError::shared("ValidationException").because(why)
}

pub(super) fn denied(why: impl Into<String>) -> Error {
    DeclaredError { message_member: "Message", ..DeclaredError::shared("AccessDeniedException") }.because(why)
}

/// There are no grants, so no token is of one.
pub(super) fn expect_no_grants(tokens: Option<&[String]>) -> Result<(), Error> {
    match tokens.is_some_and(|tokens| !tokens.is_empty()) {
        true => Err(INVALID_GRANT_TOKEN_EXCEPTION.because("The grant token is not valid.")),
        false => Ok(()),
    }
}

/// There are no enclaves.
pub(super) fn expect_no_recipient(recipient: Option<&RecipientInfo>) -> Result<(), Error> {
    match recipient {
        Some(_) => Err(UNSUPPORTED_OPERATION_EXCEPTION.because("A Recipient is not supported by Ashiato.")),
        None => Ok(()),
    }
}

/// Every key is symmetric.
pub(super) fn expect_symmetric(algorithm: Option<EncryptionAlgorithmSpec>, key_arn: &str) -> Result<(), Error> {
    match algorithm {
        None | Some(EncryptionAlgorithmSpec::SymmetricDefault) => Ok(()),
        Some(_) => Err(INVALID_KEY_USAGE_EXCEPTION
            .because(format!("{key_arn} key usage is incompatible with the algorithm that was given."))),
    }
}

/// To be asked when nothing else stands in the way.
pub(super) fn expect_no_dry_run(dry_run: Option<bool>) -> Result<(), Error> {
    match dry_run {
        Some(true) => {
            Err(DRY_RUN_OPERATION_EXCEPTION.because("The request would have succeeded, but the DryRun option is set."))
        }
        _ => Ok(()),
    }
}

/// A transaction that reads.
pub(super) async fn read(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.read().await.map_err(failed)
}

/// A transaction that may write.
pub(super) async fn write(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.write().await.map_err(failed)
}
