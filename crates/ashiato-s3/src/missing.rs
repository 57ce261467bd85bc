//! Who may not list a bucket does not learn which keys are not in it: a missing key is denied, not missed.
//!
//! Source: Amazon S3 API Reference, GetObject, "Permissions": 404 with `s3:ListBucket`, 403 without. AWS says the same of
//! HeadObject, GetObjectAttributes and the source of a copy; what else reads an object here keeps to it too.

use http::HeaderMap;
use s3s::{S3ErrorCode, S3Request, S3Result};

use crate::gate::{AccessRequest, Gate, refused};

/// Who reads an object, and from which bucket.
pub(crate) struct Asker {
    access_key: Option<String>,
    headers: HeaderMap,
    bucket: String,
}

impl Asker {
    /// Whoever sent the request, apart from its input.
    pub(crate) fn of<T>(request: S3Request<T>, bucket: impl Fn(&T) -> &str) -> (Asker, T) {
        let bucket = bucket(&request.input).to_string();
        let access_key = request.credentials.map(|credentials| credentials.access_key);
        (Asker { access_key, headers: request.headers, bucket }, request.input)
    }
}

/// The answer, as the asker may have it.
pub(crate) async fn told<T>(gate: &dyn Gate, asker: Asker, answer: S3Result<T>) -> S3Result<T> {
    let missed = match answer {
        Err(error) if *error.code() == S3ErrorCode::NoSuchKey => error,
        answer => return answer,
    };
    let listing = AccessRequest {
        access_key: asker.access_key.as_deref(),
        operation: "ListObjectsV2",
        bucket: Some(&asker.bucket),
        key: None,
        headers: &asker.headers,
        query: None,
    };
    match gate.decide(&listing).await {
        Ok(()) => Err(missed),
        Err(refusal) => Err(refused(refusal)),
    }
}
