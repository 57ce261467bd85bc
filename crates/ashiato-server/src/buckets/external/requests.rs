//! Requests to the store that `object_store` has no call for, sent and signed as its own are.

use ashiato_engine::{Error as EngineError, ErrorKind};
use bytes::Bytes;
use http::{Method, Request, StatusCode};
use object_store::aws::{AmazonS3, AwsAuthorizer};
use object_store::client::{HttpClient, HttpConnector, HttpRequest, HttpRequestBody, SpawnedReqwestConnector};
use object_store::path::Path;
use object_store::signer::Signer;
use object_store::{ClientOptions, Error, Result};
use std::time::Duration;
use tokio::runtime::Handle;

use super::settings::{BACKOFF_MAX, RETRIES_MAX};

const BACKOFF_MIN: Duration = Duration::from_millis(100);

/// What such requests are sent by.
#[derive(Debug)]
pub(super) struct Requests {
    client: HttpClient,
    region: String,
}

impl Requests {
    /// Bytes come and go on the threads of who calls this.
    pub(super) fn new(options: &ClientOptions, region: String) -> std::result::Result<Requests, EngineError> {
        let client = SpawnedReqwestConnector::new(Handle::current()).connect(options);
        let client = client.map_err(|error| EngineError::new(ErrorKind::Invalid, error.to_string()).because(error))?;
        Ok(Requests { client, region })
    }

    /// Sends a request about a key, or about its bucket where the key is empty, and gives the answer's body.
    ///
    /// # Errors
    /// `NotFound` where the store has no such thing, else `Generic`; both with what the store said.
    pub(super) async fn send(&self, bucket: &AmazonS3, method: Method, key: &Path, query: &str) -> Result<Bytes> {
        let mut wait = BACKOFF_MIN;
        for _ in 0..RETRIES_MAX {
            match self.sent(bucket, method.clone(), key, query).await {
                Err(Failed { error, may_pass }) if may_pass => {
                    tracing::debug!(%error, "ask the store again");
                }
                answer => return answer.map_err(|failed| failed.error),
            }
            tokio::time::sleep(wait).await;
            wait = (wait * 2).min(BACKOFF_MAX);
        }
        self.sent(bucket, method, key, query).await.map_err(|failed| failed.error)
    }

    async fn sent(
        &self,
        bucket: &AmazonS3,
        method: Method,
        key: &Path,
        query: &str,
    ) -> std::result::Result<Bytes, Failed> {
        // Of the URL that would be signed by itself, the part that tells where the store and the bucket are.
        let mut url = bucket.signed_url(method.clone(), key, Duration::from_secs(1)).await.map_err(Failed::for_good)?;
        url.set_query(Some(query));
        let request = Request::builder().method(method).uri(url.as_str()).body(HttpRequestBody::empty());
        let mut request: HttpRequest = request.map_err(|error| Failed::for_good(generic(error)))?;
        let credential = bucket.credentials().get_credential().await.map_err(Failed::for_good)?;
        AwsAuthorizer::new(&credential, "s3", &self.region).authorize(&mut request, None);

        let passing = |error| Failed { error: generic(error), may_pass: true };
        let answer = self.client.execute(request).await.map_err(passing)?;
        let status = answer.status();
        let body = answer.into_body().bytes().await.map_err(passing)?;
        if status.is_success() {
            return Ok(body);
        }
        let said = format!("{status}: {}", String::from_utf8_lossy(&body));
        let error = match status {
            StatusCode::NOT_FOUND => Error::NotFound { path: key.to_string(), source: said.into() },
            _ => generic(said),
        };
        let may_pass = status == StatusCode::TOO_MANY_REQUESTS
            || (status.is_server_error() && status != StatusCode::NOT_IMPLEMENTED);
        Err(Failed { error, may_pass })
    }
}

struct Failed {
    error: Error,
    /// Asked again, the store may answer.
    may_pass: bool,
}

impl Failed {
    fn for_good(error: Error) -> Failed {
        Failed { error, may_pass: false }
    }
}

pub(super) fn generic(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::Generic { store: "S3", source: source.into() }
}
