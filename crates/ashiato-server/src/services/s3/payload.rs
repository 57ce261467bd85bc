//! The hash that a client signed in place of its body, held against the body that comes.
//!
//! The protocol's library refuses a body that does not match too, but where the body is a document it calls that an
//! internal error. What the client is told is therefore found out here, while the body passes.

use axum::body::Body;
use futures::TryStreamExt;
use http::header::CONTENT_LENGTH;
use http::request::Parts;
use sha2::{Digest, Sha256};
use std::sync::{Arc, OnceLock};

use crate::aws::{DeclaredError, Error};
use crate::signature::{hex, hex_sha256};

/// The longest body that is hashed here: a document is no longer. Of longer ones, which are objects, the store tells
/// that they do not match, and hashing them twice would cost as much as keeping them.
const HASHED_BYTES_MAX: usize = 8 << 20;

/// What was found: the hash of a body that is another than the one that was signed.
#[derive(Clone, Default)]
pub(super) struct Payload {
    stated: String,
    other: Arc<OnceLock<String>>,
}

impl Payload {
    /// A body that is looked at as it passes. One that is signed in chunks, or not at all, passes as it is.
    pub(super) fn watch(parts: &Parts, body: Body) -> (Payload, Body) {
        let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let length: Option<usize> = header(CONTENT_LENGTH.as_str()).and_then(|length| length.parse().ok());
        let stated = header("x-amz-content-sha256").filter(|stated| is_hash(stated));
        let (Some(length), Some(stated)) = (length.filter(|length| *length <= HASHED_BYTES_MAX), stated) else {
            return (Payload::default(), body);
        };
        let payload = Payload { stated: stated.to_ascii_lowercase(), other: Arc::default() };
        if length == 0 {
            payload.compare(hex_sha256(b""));
            return (payload, body);
        }
        let (watching, mut hasher, mut missing) = (payload.clone(), Some(Sha256::new()), length);
        let watched = body.into_data_stream().inspect_ok(move |piece| {
            missing = missing.saturating_sub(piece.len());
            if let Some(hasher) = &mut hasher {
                hasher.update(piece);
            }
            // Whoever reads the body may ask for nothing after its last byte.
            if missing == 0
                && let Some(hasher) = hasher.take()
            {
                watching.compare(hex(&hasher.finalize()));
            }
        });
        (payload, Body::from_stream(watched))
    }

    fn compare(&self, computed: String) {
        if computed != self.stated {
            // It is compared once.
            let _ = self.other.set(computed);
        }
    }

    /// The refusal of a body that was read whole and is another.
    pub(super) fn refusal(&self) -> Option<Error> {
        let computed = self.other.get()?;
        let error = DeclaredError::shared("XAmzContentSHA256Mismatch")
            .because("The provided 'x-amz-content-sha256' header does not match what was computed.");
        Some(
            error
                .with("ClientComputedContentSHA256", self.stated.clone())
                .with("S3ComputedContentSHA256", computed.clone()),
        )
    }
}

fn is_hash(stated: &str) -> bool {
    stated.len() == 64 && stated.bytes().all(|byte| byte.is_ascii_hexdigit())
}
