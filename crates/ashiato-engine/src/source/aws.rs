//! The usual settings of AWS's clients: the environment and the shared configuration files say who one is, in which
//! region, and where the services are.

use bytes::Bytes;
use object_store::CredentialProvider;
use object_store::aws::{AwsCredential, AwsCredentialProvider};
use reqsign_aws_v4::{DefaultCredentialProvider, RequestSigner};
use reqsign_core::{Context, HttpSend, OsEnv, ProvideCredential, Signer, SigningCredential};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Mutex;

/// The region of `AWS_REGION`, `AWS_DEFAULT_REGION` or the profile.
pub fn region() -> Option<String> {
    let named = ["AWS_REGION", "AWS_DEFAULT_REGION"].iter().find_map(|name| std::env::var(name).ok());
    named.or_else(|| Profile::load().region)
}

/// Where a service is (`S3`, `ATHENA`), if that is not AWS: `AWS_ENDPOINT_URL_…`, `AWS_ENDPOINT_URL` or the profile's.
pub fn endpoint(service: &str) -> Option<String> {
    let names = [format!("AWS_ENDPOINT_URL_{service}"), "AWS_ENDPOINT_URL".to_string()];
    let named = names.iter().find_map(|name| std::env::var(name).ok());
    named.or_else(|| Profile::load().endpoint_url)
}

/// Signs requests to a service with the first credentials of AWS's default chain.
pub fn signer(service: &str, region: &str) -> Signer<reqsign_aws_v4::Credential> {
    Signer::new(context(), DefaultCredentialProvider::new(), RequestSigner::new(service, region))
}

/// The credentials of AWS's default chain for object stores.
pub fn credentials() -> AwsCredentialProvider {
    Arc::new(Credentials { chain: DefaultCredentialProvider::new(), context: context(), kept: Mutex::new(None) })
}

fn context() -> Context {
    Context::new()
        .with_env(OsEnv)
        .with_file_read(reqsign_file_read_tokio::TokioFileRead)
        .with_command_execute(reqsign_command_execute_tokio::TokioCommandExecute)
        .with_http_send(Http(reqwest::Client::new()))
}

/// What the shared configuration file says of the chosen profile.
#[derive(Debug, Default, PartialEq, Eq)]
struct Profile {
    region: Option<String>,
    endpoint_url: Option<String>,
}

impl Profile {
    fn load() -> Profile {
        let home = || std::env::home_dir().map(|home| home.join(".aws/config"));
        let path = std::env::var_os("AWS_CONFIG_FILE").map(PathBuf::from).or_else(home);
        let name = std::env::var("AWS_PROFILE").unwrap_or_else(|_| "default".to_string());
        path.and_then(|path| std::fs::read_to_string(path).ok())
            .map_or_else(Profile::default, |text| parse_profile(&text, &name))
    }
}

/// The `region` and `endpoint_url` of `[profile NAME]` (or `[default]`) in the text of a configuration file.
fn parse_profile(text: &str, name: &str) -> Profile {
    let mut profile = Profile::default();
    let mut inside = false;
    for line in text.lines() {
        if let Some(section) = line.trim().strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let section = section.trim();
            inside = section.strip_prefix("profile ").map_or(section, str::trim) == name;
            continue;
        }
        // An indented line belongs to a nested setting (`s3 =`), not to the profile.
        if !inside || line.starts_with([' ', '\t']) {
            continue;
        }
        if let Some((key, value)) = line.split_once('=') {
            match key.trim() {
                "region" => profile.region = Some(value.trim().to_string()),
                "endpoint_url" => profile.endpoint_url = Some(value.trim().to_string()),
                _ => {}
            }
        }
    }
    profile
}

/// AWS's default chain of credentials (environment, profile, SSO, web identity, process, container, instance),
/// kept until shortly before it expires.
#[derive(Debug)]
struct Credentials {
    chain: DefaultCredentialProvider,
    context: Context,
    kept: Mutex<Option<reqsign_aws_v4::Credential>>,
}

#[async_trait::async_trait]
impl CredentialProvider for Credentials {
    type Credential = AwsCredential;

    async fn get_credential(&self) -> object_store::Result<Arc<AwsCredential>> {
        let failed =
            |source: Box<dyn std::error::Error + Send + Sync>| object_store::Error::Generic { store: "S3", source };
        // Held across the await on purpose: many readers ask at once, and one of them should fetch.
        let mut kept = self.kept.lock().await;
        if !kept.as_ref().is_some_and(SigningCredential::is_valid) {
            let found = self.chain.provide_credential(&self.context).await.map_err(|error| failed(Box::new(error)))?;
            *kept = found;
        }
        let credential = kept.as_ref().ok_or_else(|| {
            failed("no AWS credentials found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or AWS_SKIP_SIGNATURE=true for a public bucket".into())
        })?;
        Ok(Arc::new(AwsCredential {
            key_id: credential.access_key_id.clone(),
            secret_key: credential.secret_access_key.clone(),
            token: credential.session_token.clone(),
        }))
    }
}

/// The object store's own HTTP client, lent to the credential chain.
#[derive(Debug)]
struct Http(reqwest::Client);

impl HttpSend for Http {
    async fn http_send(&self, request: http::Request<Bytes>) -> reqsign_core::Result<http::Response<Bytes>> {
        let failed = |error: reqwest::Error| reqsign_core::Error::unexpected("credential request").with_source(error);
        let request = reqwest::Request::try_from(request).map_err(failed)?;
        let mut response = self.0.execute(request).await.map_err(failed)?;
        let mut answer = http::Response::builder().status(response.status());
        if let Some(headers) = answer.headers_mut() {
            *headers = std::mem::take(response.headers_mut());
        }
        let body = response.bytes().await.map_err(failed)?;
        answer.body(body).map_err(|error| reqsign_core::Error::unexpected("credential answer").with_source(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_gives_region_and_endpoint() {
        let text = "[default]\nregion = eu-west-1\n[profile dev]\nregion=us-west-2\ns3 =\n  region = no\nendpoint_url = http://127.0.0.1:4590\n";
        assert_eq!(parse_profile(text, "default").region.as_deref(), Some("eu-west-1"));
        let dev = Profile { region: Some("us-west-2".into()), endpoint_url: Some("http://127.0.0.1:4590".into()) };
        assert_eq!(parse_profile(text, "dev"), dev);
        assert_eq!(parse_profile(text, "other"), Profile::default());
    }
}
