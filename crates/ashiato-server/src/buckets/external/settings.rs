//! How an external store is reached.

use ashiato_engine::source::aws;
use ashiato_engine::source::s3::{S3Url, parse_url};
use ashiato_engine::{Error, ErrorKind};
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::client::SpawnedReqwestConnector;
use object_store::{BackoffConfig, ClientOptions, RetryConfig};
use std::time::Duration;
use tokio::runtime::Handle;

use super::requests::Requests;
use crate::signature::Secret;

/// `object_store`'s.
const DEFAULT_REGION: &str = "us-east-1";
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// From a request to the end of its answer: files are read and written in pieces of a few megabytes.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(120);
/// A store that is away makes a query fail within seconds; one that asks for patience gets some.
pub(super) const RETRIES_MAX: usize = 5;
const RETRY_TIMEOUT: Duration = Duration::from_secs(30);
pub(super) const BACKOFF_MAX: Duration = Duration::from_secs(2);

/// What a server is told of an external store.
#[derive(Debug, Clone)]
pub struct ExternalSettings {
    /// `s3://BUCKET/PREFIX`: the server's own folder.
    pub url: String,
    /// `https://HOST:PORT` of the store; AWS's S3 where not said.
    pub endpoint: Option<String>,
    /// The region to sign for.
    pub region: Option<String>,
    /// The key to sign with; found as AWS's clients find theirs where not said.
    pub key: Option<ExternalKey>,
}

/// An access key of the store.
#[derive(Debug, Clone)]
pub struct ExternalKey {
    /// Its id.
    pub id: String,
    /// Its secret.
    pub secret: Secret,
    /// The token of a session's key.
    pub session_token: Option<Secret>,
}

impl ExternalSettings {
    /// How the store is called in what people read.
    pub(super) fn name(&self) -> String {
        self.endpoint.clone().unwrap_or_else(|| "AWS's S3".to_string())
    }

    pub(super) fn parsed_url(&self) -> Result<S3Url, Error> {
        let parsed = parse_url(&self.url).filter(|url| super::is_bucket_name(&url.bucket));
        parsed.ok_or_else(|| wrong_url(&self.url))
    }

    fn client(&self) -> ClientOptions {
        let is_plain = self.endpoint.as_ref().is_some_and(|endpoint| endpoint.starts_with("http://"));
        let client = ClientOptions::new().with_connect_timeout(CONNECT_TIMEOUT).with_timeout(REQUEST_TIMEOUT);
        client.with_allow_http(is_plain)
    }

    /// What sends the requests that such a connection has no call for.
    pub(super) fn requests(&self, connection: &AmazonS3Builder) -> Result<Requests, Error> {
        let region = connection.get_config_value(&AmazonS3ConfigKey::Region);
        Requests::new(&self.client(), region.unwrap_or_else(|| DEFAULT_REGION.to_string()))
    }

    /// A connection with any bucket of the store. Its bytes come and go on the threads of who calls this, the server's:
    /// queries keep theirs busy, and a connection that waits for such a thread would make others wait.
    pub(super) fn connection(&self) -> Result<AmazonS3Builder, Error> {
        let backoff = BackoffConfig { max_backoff: BACKOFF_MAX, ..BackoffConfig::default() };
        let retry = RetryConfig { backoff, max_retries: RETRIES_MAX, retry_timeout: RETRY_TIMEOUT };
        let threads = SpawnedReqwestConnector::new(Handle::current());
        let mut builder = AmazonS3Builder::new().with_client_options(self.client()).with_retry(retry);
        builder = builder.with_http_connector(threads);
        if let Some(region) = self.region.clone().or_else(aws::region) {
            builder = builder.with_region(region);
        }
        if let Some(endpoint) = &self.endpoint {
            let is_url = ["http://", "https://"].iter().any(|scheme| endpoint.starts_with(scheme));
            if !is_url {
                let message = format!("the object store's endpoint {endpoint} is no http:// or https:// URL");
                return Err(Error::new(ErrorKind::Invalid, message));
            }
            // It is named in logs and answers, and not repeated here for the same reason.
            if endpoint.contains('@') {
                return Err(Error::new(ErrorKind::Invalid, "the object store's endpoint holds a user or a password"));
            }
            let endpoint = endpoint.trim_end_matches('/');
            builder = builder.with_endpoint(endpoint);
        }
        let Some(key) = &self.key else { return Ok(builder.with_credentials(aws::credentials())) };
        builder = builder.with_access_key_id(&key.id).with_secret_access_key(key.secret.expose());
        Ok(match &key.session_token {
            Some(token) => builder.with_token(token.expose()),
            None => builder,
        })
    }
}

/// One attempt.
pub(super) fn once() -> RetryConfig {
    RetryConfig { max_retries: 0, ..RetryConfig::default() }
}

pub(super) fn wrong_url(url: &str) -> Error {
    Error::new(ErrorKind::Invalid, format!("the object store's URL {url} is not s3://BUCKET/PREFIX"))
}
