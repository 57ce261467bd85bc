//! S3 and stores that speak its interface: connecting with the usual AWS settings, and listing.

use super::bucket::{self, Found};
use super::bucket_source::Bucket;
use super::{Listed, LogFile, Origin};
use crate::error::{Error, ErrorKind};
use crate::scan::folders::FolderFilter;
use ashiato_event::key;
use bytes::Bytes;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey, AwsCredential};
use object_store::{CredentialProvider, ObjectMeta, ObjectStore};
use reqsign_aws_v4::DefaultCredentialProvider;
use reqsign_core::{Context, HttpSend, OsEnv, ProvideCredential, SigningCredential};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Mutex;

/// `s3://bucket/prefix`, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct S3Url {
    /// The bucket.
    pub bucket: String,
    /// The key or prefix, without a leading slash; may be empty.
    pub prefix: String,
}

/// Takes `s3://bucket/prefix` apart; `None` for any other text.
pub fn parse_url(text: &str) -> Option<S3Url> {
    let rest = ["s3://", "s3a://", "s3n://"].iter().find_map(|scheme| text.strip_prefix(scheme))?;
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    (!bucket.is_empty()).then(|| S3Url { bucket: bucket.to_string(), prefix: prefix.to_string() })
}

/// A store for one bucket, with region, endpoint and credentials from the environment (`AWS_…`) and the
/// shared configuration files, as AWS's own clients find them.
///
/// # Errors
/// `Invalid` where the settings contradict each other.
pub fn connect(bucket: &str) -> Result<Arc<dyn Bucket>, Error> {
    let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket);
    let profile = Profile::load();
    if builder.get_config_value(&AmazonS3ConfigKey::Region).is_none()
        && let Some(region) = std::env::var("AWS_REGION").ok().or(profile.region)
    {
        builder = builder.with_region(region);
    }
    let endpoint = ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"].iter().find_map(|name| std::env::var(name).ok());
    if let Some(endpoint) = endpoint.or(profile.endpoint_url) {
        builder = builder.with_allow_http(endpoint.starts_with("http://")).with_endpoint(endpoint);
    }
    let unsigned = builder.get_config_value(&AmazonS3ConfigKey::SkipSignature).is_some_and(|value| value == "true");
    if !unsigned {
        builder = builder.with_credentials(Arc::new(Credentials::new()));
    }
    let store = builder
        .build()
        .map_err(|error| Error::new(ErrorKind::Invalid, format!("s3://{bucket}: {error}")).because(error))?;
    Ok(Arc::new(store))
}

/// Every object whose key starts with `url.prefix`, but for those in folders that the filter prunes, in the order of
/// their keys.
///
/// # Errors
/// `Unavailable` with the store's own words.
pub(crate) async fn list(store: &Arc<dyn Bucket>, url: &S3Url, filter: &FolderFilter) -> Result<Listed, Error> {
    let failed = |error: object_store::Error| {
        let kind = match error {
            object_store::Error::NotFound { .. } => ErrorKind::NotFound,
            _ => ErrorKind::Unavailable,
        };
        Error::new(kind, format!("list s3://{}/{}: {}", url.bucket, url.prefix, words(&error))).because(error)
    };
    let (Found { objects, pruned }, steps) = bucket::find(store.as_ref(), &url.prefix, filter).await.map_err(failed)?;
    let name: Arc<str> = Arc::from(url.bucket.as_str());
    let reader: Arc<dyn ObjectStore> = Arc::<dyn Bucket>::clone(store);
    let is_file = |object: &ObjectMeta| object.size > 0 || !object.location.as_ref().ends_with('/');
    let file = |object: ObjectMeta| {
        let key = key::parse(object.location.as_ref());
        LogFile {
            size: object.size,
            modified: object.last_modified.timestamp_millis(),
            delivered: key.delivered,
            key: Arc::new(key),
            partition: Arc::from([]),
            origin: Origin::Object { store: Arc::clone(&reader), bucket: Arc::clone(&name), path: object.location },
        }
    };
    let mut files: Vec<LogFile> = objects.into_iter().filter(is_file).map(file).collect();
    files.sort_by_cached_key(LogFile::name);
    Ok(Listed { files, folders_pruned: pruned.len() as u64, steps })
}

/// What a store says of a failure: code and message of S3's error document where there is one, else all that is known.
pub(crate) fn words(error: &object_store::Error) -> String {
    let text = error.to_string();
    let within = |open: &str, close: &str| Some(text.split_once(open)?.1.split_once(close)?.0);
    match (within("<Code>", "</Code>"), within("<Message>", "</Message>")) {
        (Some(code), Some(message)) => format!("{code}: {message}"),
        _ => text,
    }
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

impl Credentials {
    fn new() -> Credentials {
        let context = Context::new()
            .with_env(OsEnv)
            .with_file_read(reqsign_file_read_tokio::TokioFileRead)
            .with_command_execute(reqsign_command_execute_tokio::TokioCommandExecute)
            .with_http_send(Http(reqwest::Client::new()));
        Credentials { chain: DefaultCredentialProvider::new(), context, kept: Mutex::new(None) }
    }
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
    fn an_s3_url_is_a_bucket_and_a_prefix() {
        let parsed = |text| parse_url(text).map(|url| (url.bucket, url.prefix));
        assert_eq!(parsed("s3://b"), Some(("b".into(), String::new())));
        assert_eq!(parsed("s3://b/a/c/"), Some(("b".into(), "a/c/".into())));
        assert_eq!(parsed("s3:///a"), None);
        assert_eq!(parsed("/tmp/s3"), None);
    }

    #[test]
    fn a_profile_gives_region_and_endpoint() {
        let text = "[default]\nregion = eu-west-1\n[profile dev]\nregion=us-west-2\ns3 =\n  region = no\nendpoint_url = http://127.0.0.1:4590\n";
        assert_eq!(parse_profile(text, "default").region.as_deref(), Some("eu-west-1"));
        let dev = Profile { region: Some("us-west-2".into()), endpoint_url: Some("http://127.0.0.1:4590".into()) };
        assert_eq!(parse_profile(text, "dev"), dev);
        assert_eq!(parse_profile(text, "other"), Profile::default());
    }
}
