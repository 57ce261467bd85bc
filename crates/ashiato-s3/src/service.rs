//! The service: requests in, answers out.

use std::sync::Arc;

use ashiato_objects::Store;
use s3s::config::{S3Config, StaticConfigProvider};
use s3s::service::{S3Service, S3ServiceBuilder};

use crate::control_characters::referenced;
use crate::dispatch::Operations;
use crate::gate::{Decisions, Gate, Keys};

/// S3 over a store.
#[derive(Clone)]
pub struct Service(S3Service);

impl std::fmt::Debug for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Service").finish_non_exhaustive()
    }
}

/// S3 over a store. Every request is decided by the gate, also one that nobody signed.
pub fn service(store: Store, gate: Arc<dyn Gate>) -> Service {
    let mut builder = S3ServiceBuilder::new(Operations { store, gate: Arc::clone(&gate) });
    builder.set_auth(Keys(Arc::clone(&gate)));
    builder.set_access(Decisions(gate));
    // How far a client's clock may be off is decided before, by the clock that the server goes by.
    let mut config = S3Config::default();
    config.presigned_url_max_skew_time_secs = u32::MAX;
    builder.set_config(Arc::new(StaticConfigProvider::new(Arc::new(config))));
    Service(builder.build())
}

impl Service {
    /// Answers a request. Bodies are streamed, both ways.
    pub async fn answer<B>(&self, request: http::Request<B>) -> http::Response<s3s::Body>
    where
        B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        Box<dyn std::error::Error + Send + Sync>: From<B::Error>,
    {
        let failed = |_| {
            let mut response = http::Response::new(s3s::Body::empty());
            *response.status_mut() = http::StatusCode::INTERNAL_SERVER_ERROR;
            response
        };
        let answer = self.0.call(request.map(s3s::Body::http_body_unsync)).await;
        answer.map_or_else(failed, referenced)
    }
}
