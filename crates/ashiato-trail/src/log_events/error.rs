//! What can go wrong with kept events, each naming the file.

use std::path::Path;

use crate::error::{Error, ErrorKind};

/// What is asked for cannot be.
pub(super) fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Invalid, message)
}

/// A file is not as it was written.
pub(super) fn corrupt(path: &Path, offset: u64) -> Error {
    Error::new(ErrorKind::Corrupt, format!("read {}: damaged at byte {offset}", path.display()))
}

/// The disk did not do something with a file.
pub(super) fn of(doing: &str, path: &Path) -> impl FnOnce(std::io::Error) -> Error {
    let error = Error::new(ErrorKind::Unavailable, format!("{doing} {}", path.display()));
    move |source| error.because(source)
}
