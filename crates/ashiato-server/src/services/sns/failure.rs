//! SNS's errors: from what went wrong below to what the client reads.

use ashiato_meta::Kind;

use crate::aws::Error;
use crate::aws::generated::sns::errors::{
    AUTHORIZATION_ERROR_EXCEPTION, INTERNAL_ERROR_EXCEPTION, INVALID_PARAMETER_EXCEPTION, NOT_FOUND_EXCEPTION,
    RESOURCE_NOT_FOUND_EXCEPTION,
};
use crate::topics::Failure;

/// A member of the input is not what it must be.
pub(super) fn invalid(what: impl std::fmt::Display) -> Error {
    INVALID_PARAMETER_EXCEPTION.because(format!("Invalid parameter: {what}"))
}

pub(super) fn no_topic() -> Error {
    NOT_FOUND_EXCEPTION.because("Topic does not exist")
}

pub(super) fn no_subscription() -> Error {
    NOT_FOUND_EXCEPTION.because("Subscription does not exist")
}

pub(super) fn no_resource() -> Error {
    RESOURCE_NOT_FOUND_EXCEPTION.because("Resource does not exist")
}

/// What is missing said by `missing`, every other error of the state as the service's own fault.
pub(super) fn or(missing: impl FnOnce() -> Error) -> impl FnOnce(ashiato_meta::Error) -> Error {
    move |error| match error.kind {
        Kind::NotFound => missing(),
        _ => of_state(error),
    }
}

/// The state's error, where nothing is missing.
pub(super) fn of_state(error: ashiato_meta::Error) -> Error {
    internal(match std::error::Error::source(&error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    })
}

/// Why a message was not published.
pub(super) fn of_message(failure: Failure) -> Error {
    match failure {
        Failure::State(error) => or(no_topic)(error),
        Failure::Denied(sentence) => AUTHORIZATION_ERROR_EXCEPTION.because(sentence),
        Failure::Unreadable(why) | Failure::Signing(why) => internal(why),
    }
}

fn internal(logged: String) -> Error {
    Error { logged: Some(logged), ..INTERNAL_ERROR_EXCEPTION.because("The request could not be completed.") }
}
