//! CloudWatch's errors: from what went wrong below to what the client reads.

use ashiato_meta::Kind;

use crate::aws::generated::cloudwatch::errors::{
    INTERNAL_SERVICE_FAULT, INVALID_NEXT_TOKEN, INVALID_PARAMETER_COMBINATION_EXCEPTION,
    INVALID_PARAMETER_VALUE_EXCEPTION, LIMIT_EXCEEDED_FAULT, MISSING_REQUIRED_PARAMETER_EXCEPTION, RESOURCE_NOT_FOUND,
};
use crate::aws::{DeclaredError, Error};
use crate::monitoring::Refusal;

/// What an input may not hold, where the operation declares no error for it.
pub(super) fn invalid(why: impl Into<String>) -> Error {
    DeclaredError::shared("ValidationError").because(why)
}

pub(super) fn invalid_value(why: impl Into<String>) -> Error {
    INVALID_PARAMETER_VALUE_EXCEPTION.because(why)
}

pub(super) fn invalid_combination(why: impl Into<String>) -> Error {
    INVALID_PARAMETER_COMBINATION_EXCEPTION.because(why)
}

pub(super) fn missing(why: impl Into<String>) -> Error {
    MISSING_REQUIRED_PARAMETER_EXCEPTION.because(why)
}

pub(super) fn no_token() -> Error {
    INVALID_NEXT_TOKEN.because("The NextToken is not one that was given out.")
}

pub(super) fn no_alarm(name: &str) -> Error {
    RESOURCE_NOT_FOUND.because(format!("Unable to find alarm: {name}"))
}

/// There would be too many.
pub(super) fn over(refusal: Refusal) -> Error {
    match refusal {
        Refusal::Exceeded(why) => LIMIT_EXCEEDED_FAULT.because(why),
        Refusal::State(error) => of_state(error),
    }
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
    let logged = match std::error::Error::source(&error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    };
    Error { logged: Some(logged), ..INTERNAL_SERVICE_FAULT.because("The request could not be completed. Try again.") }
}
