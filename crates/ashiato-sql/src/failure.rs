//! The dialects' errors inside DataFusion: planners and functions must return its error type.

use crate::error::{Error, ErrorKind};
use datafusion::error::DataFusionError;

/// An error that the statement or its data is to blame for, to be found again with [`of`].
pub(crate) fn failure(code: &'static str, message: impl Into<String>) -> DataFusionError {
    DataFusionError::External(Box::new(Error { kind: ErrorKind::Invalid, code, at: None, message: message.into() }))
}

/// As [`failure`], for a form that is right in Trino but not built here.
pub(crate) fn unsupported(message: impl Into<String>) -> DataFusionError {
    let error = Error { kind: ErrorKind::Unsupported, code: "NOT_SUPPORTED", at: None, message: message.into() };
    DataFusionError::External(Box::new(error))
}

/// The dialects' own error within an error of DataFusion, whatever it was wrapped in on the way.
pub fn of(error: &DataFusionError) -> Option<&Error> {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(current) = source {
        if let Some(found) = current.downcast_ref::<Error>() {
            return Some(found);
        }
        source = match current.downcast_ref::<DataFusionError>() {
            Some(DataFusionError::External(inner)) => Some(inner.as_ref()),
            Some(DataFusionError::Shared(inner)) => Some(inner.as_ref()),
            Some(DataFusionError::Context(_, inner)) => Some(inner.as_ref()),
            Some(DataFusionError::Diagnostic(_, inner)) => Some(inner.as_ref()),
            Some(DataFusionError::ArrowError(inner, _)) => Some(inner.as_ref()),
            _ => current.source(),
        };
    }
    None
}
