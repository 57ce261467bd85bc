//! Errors of a store over the network: which of them are the store's own, and their cause in few words.

use ashiato_engine::source::s3::words;
use object_store::Error;

/// Whether it is the store that failed. That an object is not there, or is another than expected, is an answer.
pub(super) fn is_of_store(error: &Error) -> bool {
    !matches!(
        error,
        Error::NotFound { .. }
            | Error::AlreadyExists { .. }
            | Error::Precondition { .. }
            | Error::NotModified { .. }
            | Error::InvalidPath { .. }
            | Error::NotSupported { .. }
            | Error::NotImplemented { .. }
    )
}

/// S3's code and message where the store answered with them, else what lies at the bottom of it.
pub(super) fn cause(error: &Error) -> String {
    let told = words(error);
    if told != error.to_string() {
        return told;
    }
    let mut bottom: &dyn std::error::Error = error;
    while let Some(source) = bottom.source() {
        bottom = source;
    }
    bottom.to_string()
}
