//! The errors of CloudWatch Logs: from what went wrong below to what the client reads.

use ashiato_meta::Kind;
use ashiato_trail::error::ErrorKind;

use crate::aws::Error;
use crate::aws::generated::logs::errors::{
    INVALID_PARAMETER_EXCEPTION, RESOURCE_ALREADY_EXISTS_EXCEPTION, RESOURCE_NOT_FOUND_EXCEPTION,
    SERVICE_UNAVAILABLE_EXCEPTION,
};
use crate::logs::Failure;

pub(super) fn invalid(message: impl Into<String>) -> Error {
    INVALID_PARAMETER_EXCEPTION.because(message)
}

pub(super) fn no_group() -> Error {
    RESOURCE_NOT_FOUND_EXCEPTION.because("The specified log group does not exist.")
}

pub(super) fn no_stream() -> Error {
    RESOURCE_NOT_FOUND_EXCEPTION.because("The specified log stream does not exist.")
}

pub(super) fn exists(what: &str) -> Error {
    RESOURCE_ALREADY_EXISTS_EXCEPTION.because(format!("The specified {what} already exists"))
}

/// The state's error, where nothing is missing.
pub(super) fn of_state(error: ashiato_meta::Error) -> Error {
    match error.kind {
        Kind::Unavailable | Kind::Throttled => unavailable(chain(&error)),
        _ => Error::internal(chain(&error)),
    }
}

/// What is missing said by `missing`, every other error of the state as it is.
pub(super) fn or(missing: impl FnOnce() -> Error) -> impl FnOnce(ashiato_meta::Error) -> Error {
    move |error| match error.kind {
        Kind::NotFound => missing(),
        _ => of_state(error),
    }
}

/// What went wrong with events.
pub(super) fn of_events(failure: Failure) -> Error {
    match failure {
        Failure::State(error) => of_state(error),
        Failure::Events(error) => match error.kind {
            ErrorKind::Invalid => invalid(error.to_string()),
            ErrorKind::Unavailable => unavailable(chain(&error)),
            _ => Error::internal(chain(&error)),
        },
    }
}

fn unavailable(logged: String) -> Error {
    Error { logged: Some(logged), ..SERVICE_UNAVAILABLE_EXCEPTION.because("The service cannot complete the request.") }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
