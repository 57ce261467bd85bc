//! IAM's errors, in its sentences.

use ashiato_meta::Kind;

use crate::aws::DeclaredError;
use crate::aws::Error;
use crate::aws::generated::iam::errors::{
    CONCURRENT_MODIFICATION_EXCEPTION, DELETE_CONFLICT_EXCEPTION, ENTITY_ALREADY_EXISTS_EXCEPTION,
    INVALID_INPUT_EXCEPTION, LIMIT_EXCEEDED_EXCEPTION, MALFORMED_POLICY_DOCUMENT_EXCEPTION, NO_SUCH_ENTITY_EXCEPTION,
    SERVICE_FAILURE_EXCEPTION,
};

pub(super) fn no_such_entity(sentence: impl Into<String>) -> Error {
    NO_SUCH_ENTITY_EXCEPTION.because(sentence)
}

pub(super) fn already_exists(sentence: impl Into<String>) -> Error {
    ENTITY_ALREADY_EXISTS_EXCEPTION.because(sentence)
}

/// What hangs on an entity must go before it: `detach all policies`, `delete access keys`.
pub(super) fn delete_conflict(what_first: &str) -> Error {
    DELETE_CONFLICT_EXCEPTION.because(format!("Cannot delete entity, must {what_first} first."))
}

/// `AccessKeysPerUser`, and how many there may be.
pub(super) fn limit_exceeded(quota: &str, most: usize) -> Error {
    LIMIT_EXCEEDED_EXCEPTION.because(format!("Cannot exceed quota for {quota}: {most}"))
}

pub(super) fn invalid_input(sentence: impl Into<String>) -> Error {
    INVALID_INPUT_EXCEPTION.because(sentence)
}

pub(super) fn validation_error(sentence: impl Into<String>) -> Error {
    DeclaredError::shared("ValidationError").because(sentence)
}

/// How long somebody may stay signed in to the console is not kept: nobody signs in here.
pub(super) fn refuse_signin_session(seconds: Option<i64>) -> Result<(), Error> {
    match seconds {
        Some(_) => Err(DeclaredError::shared("UnsupportedOperation")
            .because("MaxSigninSessionDuration is not supported by Ashiato.")),
        None => Ok(()),
    }
}

/// A document, name or path that the policy crate does not take.
pub(super) fn of_policy(error: &ashiato_policy::Error) -> Error {
    use ashiato_policy::ErrorKind;
    match error.kind {
        ErrorKind::MalformedPolicy => MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(&error.message),
        ErrorKind::LimitExceeded => LIMIT_EXCEEDED_EXCEPTION.because(&error.message),
        ErrorKind::Invalid => validation_error(&error.message),
    }
}

/// A failure of the state that the operation has no sentence of its own for.
pub(super) fn of_state(error: ashiato_meta::Error) -> Error {
    match error.kind {
        Kind::Conflict => CONCURRENT_MODIFICATION_EXCEPTION.because(
            "The request was rejected because another one changed the entity. Wait a few minutes and submit it again.",
        ),
        _ => Error {
            logged: Some(format!("{error} ({:?}, {:?})", error.kind, error.source)),
            ..SERVICE_FAILURE_EXCEPTION.because("The request processing has failed because of an unknown error.")
        },
    }
}

/// `otherwise` where the state has nothing of that name.
pub(super) fn or_no_such<T>(found: ashiato_meta::Result<T>, otherwise: impl FnOnce() -> String) -> Result<T, Error> {
    found.map_err(|error| match error.kind {
        Kind::NotFound => no_such_entity(otherwise()),
        _ => of_state(error),
    })
}

/// `otherwise` where the state refuses because something is there.
pub(super) fn or_conflict<T>(done: ashiato_meta::Result<T>, otherwise: impl FnOnce() -> Error) -> Result<T, Error> {
    done.map_err(|error| if error.kind == Kind::Conflict { otherwise() } else { of_state(error) })
}
