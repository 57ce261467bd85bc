//! From the query engine's errors to ours: the root cause in its own words, without the path it took.

use crate::error::{Error, ErrorKind};
use datafusion::arrow::error::ArrowError;
use datafusion::error::DataFusionError;
use std::any::Any;

/// An error of planning: the statement is wrong, unless it says otherwise.
pub(crate) fn of_planning(error: DataFusionError) -> Error {
    of(error, ErrorKind::Invalid)
}

/// An error while rows were computed.
pub fn of_execution(error: DataFusionError) -> Error {
    of(error, ErrorKind::Invalid)
}

/// A panic in a query.
pub(crate) fn of_panic(panic: &(dyn Any + Send)) -> Error {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
    Error::new(ErrorKind::Internal, format!("INTERNAL_ERROR: the query stopped on a fault of the engine: {text}"))
}

impl From<Error> for DataFusionError {
    fn from(error: Error) -> DataFusionError {
        DataFusionError::External(Box::new(error))
    }
}

/// What to do where memory ran out, then the operator's own words.
fn exceeded(what: &str) -> String {
    format!(
        "EXCEEDED_MEMORY_LIMIT: the rows held at once do not fit: select fewer columns, narrow the range, or allow \
         more with --memory ({what})"
    )
}

fn of(error: DataFusionError, otherwise: ErrorKind) -> Error {
    if let Some(ours) = ashiato_sql::failure::of(&error) {
        return Error::from(ours);
    }
    if let Some(known) = ashiato_sql::planning_error::in_words_of_trino(&error) {
        return Error::from(known);
    }
    let (kind, message) = match error.find_root() {
        DataFusionError::External(source) => match source.downcast_ref::<Error>() {
            Some(ours) => (ours.kind, ours.message.clone()),
            None => (otherwise, source.to_string()),
        },
        DataFusionError::NotImplemented(what) => (ErrorKind::Unsupported, format!("NOT_SUPPORTED: {what}")),
        DataFusionError::Plan(what) | DataFusionError::Execution(what) => (otherwise, what.clone()),
        DataFusionError::ArrowError(error, _) => match error.as_ref() {
            ArrowError::DivideByZero => (otherwise, "DIVISION_BY_ZERO: Division by zero".to_string()),
            ArrowError::ArithmeticOverflow(what) => (otherwise, format!("NUMERIC_VALUE_OUT_OF_RANGE: {what}")),
            ArrowError::CastError(what) => (otherwise, format!("INVALID_CAST_ARGUMENT: {what}")),
            other => (otherwise, other.to_string()),
        },
        DataFusionError::ResourcesExhausted(what) => (ErrorKind::Unavailable, exceeded(what)),
        DataFusionError::Internal(what) => (ErrorKind::Internal, format!("INTERNAL_ERROR: {what}")),
        other => (otherwise, other.strip_backtrace()),
    };
    Error::new(kind, message).because(error)
}
