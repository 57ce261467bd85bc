//! The store's kinds of failure as S3's codes: the one place.

use ashiato_objects::{Error, Kind};
use s3s::{S3Error, S3ErrorCode};

/// What the protocol's library, whose type for it is its own, says of a body that is not the one that was signed.
const OTHER_BODY: &str = "Sha256Mismatch";

pub(crate) fn from_store(error: Error) -> S3Error {
    if error.kind == Kind::Body && error.to_string().ends_with(OTHER_BODY) {
        return unnamed(
            http::StatusCode::BAD_REQUEST,
            "XAmzContentSHA256Mismatch",
            "The provided 'x-amz-content-sha256' header does not match what was computed.",
        );
    }
    if let Some(code) = key_code(error.kind) {
        return key_refused(code, error.to_string());
    }
    let code = match error.kind {
        Kind::NoSuchBucket => S3ErrorCode::NoSuchBucket,
        Kind::NoSuchKey => S3ErrorCode::NoSuchKey,
        Kind::NoSuchUpload => S3ErrorCode::NoSuchUpload,
        Kind::BucketExists => S3ErrorCode::BucketAlreadyOwnedByYou,
        Kind::BucketNotEmpty => S3ErrorCode::BucketNotEmpty,
        Kind::BucketName => S3ErrorCode::InvalidBucketName,
        Kind::KeyTooLong => S3ErrorCode::KeyTooLongError,
        Kind::PreconditionFailed => S3ErrorCode::PreconditionFailed,
        Kind::InvalidPart => S3ErrorCode::InvalidPart,
        Kind::InvalidPartOrder => S3ErrorCode::InvalidPartOrder,
        Kind::PartTooSmall => S3ErrorCode::EntityTooSmall,
        Kind::BadDigest => S3ErrorCode::BadDigest,
        Kind::InvalidRange => S3ErrorCode::InvalidRange,
        Kind::Invalid => S3ErrorCode::InvalidArgument,
        Kind::Body => S3ErrorCode::IncompleteBody,
        Kind::Corrupt | Kind::Disk | Kind::KeyMissing | Kind::KeyDisabled | Kind::KeyPendingDeletion => {
            S3ErrorCode::InternalError
        }
    };
    let mut answer = match error.kind {
        // What happened on the disk is for the log, which is written where the source is.
        Kind::Disk => S3Error::with_message(code, "We encountered an internal error. Please try again."),
        _ => S3Error::with_message(code, error.to_string()),
    };
    answer.set_source(Box::new(error));
    answer
}

/// What the key of an object refused, as S3 passes it on.
fn key_code(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::KeyMissing => Some("KMS.NotFoundException"),
        Kind::KeyDisabled => Some("KMS.DisabledException"),
        Kind::KeyPendingDeletion => Some("KMS.KMSInvalidStateException"),
        _ => None,
    }
}

/// The same, from whoever asked the key.
pub(crate) fn key_refused(code: &'static str, message: String) -> S3Error {
    let mut error = S3Error::with_message(S3ErrorCode::Custom(code.into()), message);
    error.set_status_code(http::StatusCode::BAD_REQUEST);
    error
}

/// A code of S3's that the protocol library has no name for.
pub(crate) fn unnamed(status: http::StatusCode, code: &'static str, message: &'static str) -> S3Error {
    let mut error = S3Error::with_message(S3ErrorCode::Custom(code.into()), message);
    error.set_status_code(status);
    error
}

pub(crate) fn too_many_tags() -> S3Error {
    unnamed(http::StatusCode::BAD_REQUEST, "BadRequest", "Object tags cannot be greater than 10")
}
