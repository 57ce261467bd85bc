//! The body of a request, watched as it passes.

use axum::body::Body;
use futures::TryStreamExt;
use http::header;
use http::request::Parts;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::place;

/// The longest document of a request that is kept for its record.
const DOCUMENT_BYTES_MAX: usize = 100 << 10;

/// The body of a request, as it passed.
#[derive(Debug, Default)]
pub(crate) struct BodyNotes {
    bytes: AtomicU64,
    document: Mutex<Vec<u8>>,
}

impl BodyNotes {
    /// A body whose bytes are counted as they pass, and kept where it can be a document about a bucket.
    pub(crate) fn watch(parts: &Parts, body: Body) -> (Arc<BodyNotes>, Body) {
        let notes = Arc::new(BodyNotes::default());
        let length = parts.headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
        if length == Some("0") || !matches!(parts.method, http::Method::PUT | http::Method::POST) {
            return (notes, body);
        }
        let is_about_bucket = place(parts.uri.path()).1.is_none();
        let watching = Arc::clone(&notes);
        let mut is_over = false;
        let watched = body.into_data_stream().inspect_ok(move |piece| {
            watching.bytes.fetch_add(piece.len() as u64, Ordering::Relaxed);
            if is_about_bucket {
                let mut document = watching.document.lock().unwrap_or_else(PoisonError::into_inner);
                match document.len() + piece.len() <= DOCUMENT_BYTES_MAX {
                    true => document.extend_from_slice(piece),
                    // A part of it would be taken for the whole.
                    false => is_over = true,
                }
                if is_over {
                    document.clear();
                }
            }
        });
        (notes, Body::from_stream(watched))
    }

    /// How many bytes have passed.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// The document that passed; empty where there was none.
    pub(super) fn take_document(&self) -> Vec<u8> {
        std::mem::take(&mut *self.document.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
