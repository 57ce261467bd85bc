//! What a conditional change came to.

use sqlx::any::AnyQueryResult;

use crate::{Error, Kind, Result};

/// `NotFound` where no row was there to change.
pub(crate) fn found(result: &AnyQueryResult, what: impl FnOnce() -> String) -> Result<()> {
    changed(result, || Error::new(Kind::NotFound, format!("{} is not there", what())))
}

/// The given error where no row met the condition.
pub(crate) fn changed(result: &AnyQueryResult, otherwise: impl FnOnce() -> Error) -> Result<()> {
    if result.rows_affected() == 0 { Err(otherwise()) } else { Ok(()) }
}
