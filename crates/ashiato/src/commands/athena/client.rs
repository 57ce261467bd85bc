//! Calls of Athena's operations, signed with the caller's usual credentials.

use anyhow::{Context, bail};
use ashiato_engine::source::aws;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Athena, at AWS or wherever the settings say.
pub(super) struct Athena {
    url: String,
    region: String,
    http: reqwest::Client,
}

impl Athena {
    /// By the usual settings of AWS's clients.
    pub(super) fn connect() -> anyhow::Result<Athena> {
        let region = aws::region().context("no region: set AWS_REGION")?;
        let url = aws::endpoint("ATHENA").unwrap_or_else(|| format!("https://athena.{region}.amazonaws.com"));
        Ok(Athena { url, region, http: reqwest::Client::new() })
    }

    /// Calls an operation.
    ///
    /// # Errors
    /// Where it cannot be reached, or with the service's code and message.
    pub(super) async fn call(&self, operation: &str, input: &Value) -> anyhow::Result<Value> {
        let body = input.to_string();
        let hash = Sha256::digest(body.as_bytes()).iter().fold(String::new(), |mut hash, byte| {
            write!(hash, "{byte:02x}").expect("text takes text");
            hash
        });
        let request = http::Request::post(format!("{}/", self.url.trim_end_matches('/')))
            .header("content-type", "application/x-amz-json-1.1")
            .header("x-amz-target", format!("AmazonAthena.{operation}"))
            .header("x-amz-content-sha256", hash)
            .body(body)
            .with_context(|| format!("{} is no URL", self.url))?;
        let (mut parts, body) = request.into_parts();
        aws::signer("athena", &self.region).sign(&mut parts, None).await.context("sign the request")?;
        let request = reqwest::Request::try_from(http::Request::from_parts(parts, body)).context("send the request")?;
        let response = self.http.execute(request).await.with_context(|| format!("reach {}", self.url))?;
        let status = response.status();
        let text = response.text().await.context("read the answer")?;
        let answer: Value = serde_json::from_str(&text).unwrap_or_default();
        if !status.is_success() {
            let of = |name: &str| answer.get(name).and_then(Value::as_str);
            let message = of("Message").or(of("message")).unwrap_or(&text);
            bail!("{operation}: {}: {message}", of("__type").unwrap_or(status.as_str()));
        }
        Ok(answer)
    }
}
