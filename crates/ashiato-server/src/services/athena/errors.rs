//! Athena's errors: from what went wrong below to what the client reads.

use ashiato_meta::Kind;

use crate::aws::Error;
use crate::aws::generated::athena::errors::{
    INTERNAL_SERVER_EXCEPTION, INVALID_REQUEST_EXCEPTION, RESOURCE_NOT_FOUND_EXCEPTION, TOO_MANY_REQUESTS_EXCEPTION,
};
use crate::quotas::Refusal;

/// The request asks for what cannot be.
pub(super) fn invalid(message: impl Into<String>) -> Error {
    INVALID_REQUEST_EXCEPTION.because(message).with("AthenaErrorCode", "INVALID_INPUT")
}

/// A statement that cannot be read.
pub(super) fn malformed_query(error: &ashiato_sql::Error) -> Error {
    let message = match error.at {
        Some((line, column)) => format!("line {line}:{column}: {}", error.message),
        None => error.message.clone(),
    };
    INVALID_REQUEST_EXCEPTION.because(message).with("AthenaErrorCode", "MALFORMED_QUERY")
}

/// More than may be kept. The operations that make things declare no other error for it.
pub(super) fn over(refusal: Refusal) -> Error {
    match refusal {
        Refusal::Exceeded(sentence) => invalid(sentence),
        Refusal::State(error) => fault(error),
    }
}

/// What is named is not there.
pub(super) fn not_found(message: impl Into<String>, resource: &str) -> Error {
    RESOURCE_NOT_FOUND_EXCEPTION.because(message).with("ResourceName", resource)
}

/// Too many queries of the work group wait.
pub(super) fn too_many_queries() -> Error {
    let message = "You have exceeded the limit for the number of queries you can run concurrently. Please reduce the \
                   number of concurrent queries submitted by this account.";
    TOO_MANY_REQUESTS_EXCEPTION.because(message).with("Reason", "CONCURRENT_QUERY_LIMIT_EXCEEDED")
}

/// The server's own fault: the log says which.
pub(super) fn internal(logged: impl Into<String>) -> Error {
    Error { logged: Some(logged.into()), ..INTERNAL_SERVER_EXCEPTION.because("Internal service error") }
}

/// The state's error; `missing` is what the client reads where something is not there.
pub(super) fn of_meta(missing: impl FnOnce() -> Error) -> impl FnOnce(ashiato_meta::Error) -> Error {
    move |error| match error.kind {
        Kind::NotFound => missing(),
        _ => fault(error),
    }
}

/// The state's error where nothing can be missing.
pub(super) fn fault(error: ashiato_meta::Error) -> Error {
    match error.kind {
        Kind::Invalid => invalid(error.message),
        _ => internal(chain(&error)),
    }
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
