//! Glue's errors, and what the state's errors are among them.

use ashiato_meta::Kind;

use crate::aws::Error;
use crate::aws::generated::glue::ErrorDetail;
use crate::aws::generated::glue::errors::{
    ALREADY_EXISTS_EXCEPTION, CONCURRENT_MODIFICATION_EXCEPTION, ENTITY_NOT_FOUND_EXCEPTION,
    INTERNAL_SERVICE_EXCEPTION, INVALID_INPUT_EXCEPTION, RESOURCE_NUMBER_LIMIT_EXCEEDED_EXCEPTION,
};
use crate::quotas::Refusal;

pub(super) fn no_database(name: &str) -> Error {
    ENTITY_NOT_FOUND_EXCEPTION.because(format!("Database {name} not found."))
}

pub(super) fn no_table(name: &str) -> Error {
    ENTITY_NOT_FOUND_EXCEPTION.because(format!("Table {name} not found."))
}

pub(super) fn no_partition() -> Error {
    ENTITY_NOT_FOUND_EXCEPTION.because("Cannot find partition.")
}

pub(super) fn no_version() -> Error {
    ENTITY_NOT_FOUND_EXCEPTION.because("Version not found.")
}

pub(super) fn exists(what: &str) -> Error {
    ALREADY_EXISTS_EXCEPTION.because(format!("{what} already exists."))
}

pub(super) fn changed() -> Error {
    CONCURRENT_MODIFICATION_EXCEPTION.because("Update table failed due to concurrent modifications.")
}

pub(super) fn invalid(message: impl Into<String>) -> Error {
    INVALID_INPUT_EXCEPTION.because(message)
}

/// What a request may say to Glue and this server does not do: never passed over.
pub(super) fn refuse<T>(given: &Option<T>, what: &str) -> Result<(), Error> {
    if given.is_some() { Err(invalid(format!("{what} is not supported by Ashiato."))) } else { Ok(()) }
}

/// The state's error, where the request is not to blame.
pub(super) fn failed(error: ashiato_meta::Error) -> Error {
    if error.kind == Kind::Conflict {
        return CONCURRENT_MODIFICATION_EXCEPTION.because("The catalog was changed meanwhile. Try again.");
    }
    let message = match error.kind {
        Kind::Throttled | Kind::Unavailable => "The catalog cannot be reached now. Try again.",
        _ => "The catalog could not be used.",
    };
    Error { logged: Some(chain(&error)), ..INTERNAL_SERVICE_EXCEPTION.because(message) }
}

/// More than may be kept.
pub(super) fn over(refusal: Refusal) -> Error {
    match refusal {
        Refusal::Exceeded(sentence) => RESOURCE_NUMBER_LIMIT_EXCEEDED_EXCEPTION.because(sentence),
        Refusal::State(error) => failed(error),
    }
}

/// `instead`, where the state's error is of this kind.
pub(super) fn or(kind: Kind, instead: Error) -> impl FnOnce(ashiato_meta::Error) -> Error {
    move |error| if error.kind == kind { instead } else { failed(error) }
}

/// An error of one thing among several that a request names.
pub(super) fn detail(error: &Error) -> ErrorDetail {
    ErrorDetail { error_code: Some(error.declared.code.to_string()), error_message: Some(error.message.clone()) }
}

fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    let below = causes.map(|cause| format!(": {cause}")).collect::<String>();
    format!("{error}{below}")
}
