//! What a statement on the catalog fails by: the statement is wrong, or the store fails.

use crate::error::Error;
use datafusion::error::DataFusionError;
use std::fmt;

/// An error of the catalog.
#[derive(Debug)]
pub enum Fault {
    /// The statement is wrong, or names what is not there; with Athena's code and the place.
    Statement(ashiato_sql::Error),
    /// The store failed.
    Store(Error),
}

impl Fault {
    /// The code by which Athena names what is wrong with a statement.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Fault::Statement(error) => Some(error.code),
            Fault::Store(_) => None,
        }
    }

    /// Whether what was named is not there.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Fault::Statement(error) if error.kind == ashiato_sql::ErrorKind::NotFound)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Statement(error) => error.fmt(f),
            Fault::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Fault::Statement(error) => error.source(),
            Fault::Store(error) => error.source(),
        }
    }
}

impl From<ashiato_sql::Error> for Fault {
    fn from(error: ashiato_sql::Error) -> Fault {
        Fault::Statement(error)
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        Fault::Store(error)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Error {
        match fault {
            Fault::Statement(error) => Error::from(error),
            Fault::Store(error) => error,
        }
    }
}

impl From<Fault> for DataFusionError {
    fn from(fault: Fault) -> DataFusionError {
        match fault {
            Fault::Statement(error) => DataFusionError::External(Box::new(error)),
            Fault::Store(error) => DataFusionError::External(Box::new(error)),
        }
    }
}
