//! Calls of AWS's services, signed with the caller's usual credentials.

use anyhow::{Context, anyhow};
use ashiato_engine::source::aws;
use http::Method;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A service of JSON, at AWS or wherever the settings say.
pub(super) struct JsonClient {
    service: &'static str,
    /// What precedes an operation in `X-Amz-Target`.
    target: &'static str,
    client: AwsClient,
}

/// Athena.
pub(super) const ATHENA: (&str, &str) = ("athena", "AmazonAthena");
/// CloudTrail.
pub(super) const CLOUDTRAIL: (&str, &str) = ("cloudtrail", "CloudTrail_20131101");

/// What a call came to.
pub(super) struct JsonAnswer {
    /// The id that the service gave the call, and that its record has.
    pub(super) request_id: Option<String>,
    /// The answer, or the service's code and message.
    pub(super) document: anyhow::Result<Value>,
}

impl JsonClient {
    /// For a command, by the usual settings of AWS's clients.
    pub(super) fn connect(
        command: &str,
        (service, target): (&'static str, &'static str),
    ) -> anyhow::Result<JsonClient> {
        Ok(JsonClient { service, target, client: AwsClient::connect(command, service)? })
    }

    /// Calls an operation.
    ///
    /// # Errors
    /// Where it cannot be reached, or with the service's code and message.
    pub(super) async fn call(&self, operation: &str, input: &Value) -> anyhow::Result<Value> {
        self.answer(operation, input).await?.document
    }

    /// Calls an operation, for who wants to know its call also where it is refused.
    ///
    /// # Errors
    /// Where it cannot be reached.
    pub(super) async fn answer(&self, operation: &str, input: &Value) -> anyhow::Result<JsonAnswer> {
        let target = format!("{}.{operation}", self.target);
        let headers = [("content-type", "application/x-amz-json-1.1"), ("x-amz-target", &target)];
        let request = (Method::POST, "/", &headers[..]);
        let answer = self.client.send(self.service, request, input.to_string()).await?;
        let document: Value = serde_json::from_str(&answer.text).unwrap_or_default();
        let document = match answer.status.is_success() {
            true => Ok(document),
            false => {
                let of = |name: &str| document.get(name).and_then(Value::as_str);
                let message = of("Message").or(of("message")).unwrap_or(&answer.text);
                Err(anyhow!("{operation}: {}: {message}", of("__type").unwrap_or(answer.status.as_str())))
            }
        };
        Ok(JsonAnswer { request_id: answer.request_id, document })
    }
}

/// A service's endpoint, and the region to sign for.
pub(super) struct AwsClient {
    pub(super) url: String,
    pub(super) region: String,
    http: reqwest::Client,
}

/// An answer, read whole.
pub(super) struct Answer {
    pub(super) status: reqwest::StatusCode,
    request_id: Option<String>,
    pub(super) text: String,
}

impl AwsClient {
    /// For a command, by the usual settings of AWS's clients.
    pub(super) fn connect(command: &str, service: &str) -> anyhow::Result<AwsClient> {
        let region = aws::region().context("no region: set AWS_REGION")?;
        let at_aws = || format!("https://{service}.{region}.amazonaws.com");
        let url = aws::endpoint(&service.to_uppercase()).unwrap_or_else(at_aws);
        // Records name it, so that who reads them knows what called.
        let user_agent = format!("ashiato/{} {command}", env!("CARGO_PKG_VERSION"));
        let http = reqwest::Client::builder().user_agent(user_agent).build().context("make an HTTP client")?;
        Ok(AwsClient { url, region, http })
    }

    /// Sends a signed request.
    pub(super) async fn send(
        &self,
        service: &str,
        (method, path, headers): (Method, &str, &[(&str, &str)]),
        body: String,
    ) -> anyhow::Result<Answer> {
        let hash = Sha256::digest(body.as_bytes()).iter().fold(String::new(), |mut hash, byte| {
            write!(hash, "{byte:02x}").expect("text takes text");
            hash
        });
        let mut request = http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url.trim_end_matches('/')))
            .header("x-amz-content-sha256", hash);
        // S3 asks for it where there is no body too.
        if body.is_empty() {
            request = request.header("content-length", "0");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).with_context(|| format!("{} is no URL", self.url))?;
        let (mut parts, body) = request.into_parts();
        aws::signer(service, &self.region).sign(&mut parts, None).await.context("sign the request")?;
        let request = reqwest::Request::try_from(http::Request::from_parts(parts, body)).context("send the request")?;
        let response = self.http.execute(request).await.with_context(|| format!("reach {}", self.url))?;
        let status = response.status();
        let request_id = response.headers().get("x-amzn-requestid").and_then(|id| id.to_str().ok()).map(str::to_string);
        Ok(Answer { status, request_id, text: response.text().await.context("read the answer")? })
    }
}
