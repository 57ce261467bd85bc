//! The seam for identities and policies.

use ashiato_objects::Sealing;
use async_trait::async_trait;
use s3s::access::{S3Access, S3AccessContext};
use s3s::auth::{S3Auth, SecretKey};
use s3s::dto::{CopyObjectInput, CopySource, DeleteObjectsInput, ObjectIdentifier, UploadPartCopyInput};
use s3s::path::S3Path;
use s3s::{S3Error, S3ErrorCode, S3Request, S3Result, s3_error};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::key_refused;
use crate::operations::{Coverage, OPERATIONS, Operation};

/// Knows secret keys and decides requests.
#[async_trait]
pub trait Gate: Send + Sync + 'static {
    /// The secret that belongs to an access key, to verify a signature with.
    async fn secret_key(&self, access_key: &str) -> Option<String>;

    /// Told what a request is, once that is known and before it is decided: one of the names of
    /// [`OPERATIONS`](crate::OPERATIONS), and the bucket that it is about.
    fn note(&self, operation: &'static str, bucket: Option<&str>);

    /// Whether the caller may do this.
    async fn decide(&self, request: &AccessRequest<'_>) -> Result<(), Refusal>;

    /// What an object is to be encrypted under, where the caller may make data keys with that key.
    async fn sealing(&self, wanted: WantedKey<'_>) -> Result<Sealing, Refusal>;

    /// Whether the caller may have opened what is encrypted so.
    async fn may_open(&self, sealing: &Sealing) -> Result<(), Refusal>;

    /// Reads a bucket's policy that is to be put: whether it is public, or what is wrong with it.
    fn read_policy(&self, bucket: &str, policy: &str) -> Result<PolicyFacts, String>;

    /// The canonical id of the account that owns every bucket.
    fn owner_id(&self) -> String;
}

/// What is said of a bucket's policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolicyFacts {
    /// It lets everyone in, under no condition that says who.
    pub is_public: bool,
}

/// Why a request does not go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The caller may not; the sentence says why.
    Denied(String),
    /// The key of the object refused: S3's code, and a sentence.
    Key(&'static str, String),
    /// It could not be decided; the gate has logged why.
    Failed,
}

/// A key that an object is to be encrypted under.
#[derive(Debug)]
pub struct WantedKey<'a> {
    /// The object's bucket.
    pub bucket: &'a str,
    /// Its key in the bucket.
    pub key: &'a str,
    /// The key of KMS: its id, its ARN, its alias or the ARN of that.
    pub kms_key: &'a str,
    /// What the client binds it to.
    pub context: BTreeMap<String, String>,
}

/// What a caller, whose signature has been verified, wants to do.
#[derive(Debug, Clone)]
pub struct AccessRequest<'a> {
    /// The access key that signed; `None`: nobody signed.
    pub access_key: Option<&'a str>,
    /// The operation: `PutObject`, `ListObjectsV2`.
    pub operation: &'a str,
    /// The bucket, where the operation is about one.
    pub bucket: Option<&'a str>,
    /// The key, where the operation is about one.
    pub key: Option<&'a str>,
    /// The request's headers.
    pub headers: &'a http::HeaderMap,
    /// The request's query.
    pub query: Option<&'a str>,
}

pub(crate) struct Keys(pub(crate) Arc<dyn Gate>);

pub(crate) struct Decisions(pub(crate) Arc<dyn Gate>);

/// The keys of a DeleteObjects that the caller may not delete, each with the reason.
#[derive(Clone, Default)]
pub(crate) struct Denied(pub(crate) Vec<(ObjectIdentifier, String)>);

#[async_trait]
impl S3Auth for Keys {
    async fn get_secret_key(&self, access_key: &str) -> S3Result<SecretKey> {
        let secret = self.0.secret_key(access_key).await;
        secret.map(SecretKey::from).ok_or_else(|| {
            s3_error!(InvalidAccessKeyId, "The AWS Access Key Id you provided does not exist in our records.")
        })
    }
}

pub(crate) fn refused(refusal: Refusal) -> S3Error {
    match refusal {
        Refusal::Denied(sentence) => S3Error::with_message(S3ErrorCode::AccessDenied, sentence),
        Refusal::Key(code, sentence) => key_refused(code, sentence),
        Refusal::Failed => s3_error!(InternalError, "We encountered an internal error. Please try again."),
    }
}

#[async_trait]
impl S3Access for Decisions {
    async fn check(&self, context: &mut S3AccessContext<'_>) -> S3Result<()> {
        let (bucket, key) = match context.s3_path() {
            S3Path::Root => (None, None),
            S3Path::Bucket { bucket } => (Some(&**bucket), None),
            S3Path::Object { bucket, key } => (Some(&**bucket), Some(&**key)),
        };
        let known = OPERATIONS.iter().find(|known| known.name == context.s3_op().name());
        if let Some(known) = known {
            self.0.note(known.name, bucket);
        }
        check_length(context)?;
        check_customer_keys(context)?;
        // Whoever has signed learns that it is not built; there are no rights to it.
        if let Some(Operation { name, coverage: Coverage::Refused }) = known
            && context.credentials().is_some()
        {
            return Err(s3_error!(NotImplemented, "{name} is not implemented yet"));
        }
        let operation = match context.s3_op().name() {
            // What is written is decided here, what is read when the input is known.
            "CopyObject" => "PutObject",
            "UploadPartCopy" => "UploadPart",
            // Decided key by key.
            "DeleteObjects" => return Ok(()),
            name => name,
        };
        let request = AccessRequest {
            access_key: context.credentials().map(|credentials| credentials.access_key.as_str()),
            operation,
            bucket,
            key,
            headers: context.headers(),
            query: context.uri().query(),
        };
        self.0.decide(&request).await.map_err(refused)
    }

    async fn copy_object(&self, request: &mut S3Request<CopyObjectInput>) -> S3Result<()> {
        self.reads(&request.input.copy_source, request).await
    }

    async fn upload_part_copy(&self, request: &mut S3Request<UploadPartCopyInput>) -> S3Result<()> {
        self.reads(&request.input.copy_source, request).await
    }

    /// A key that may not be deleted is taken out, and told beside those that were.
    async fn delete_objects(&self, request: &mut S3Request<DeleteObjectsInput>) -> S3Result<()> {
        let mut denied = Denied::default();
        let mut allowed = Vec::new();
        for object in std::mem::take(&mut request.input.delete.objects) {
            let access = AccessRequest {
                access_key: request.credentials.as_ref().map(|credentials| credentials.access_key.as_str()),
                operation: "DeleteObject",
                bucket: Some(&request.input.bucket),
                key: Some(&object.key),
                headers: &request.headers,
                query: None,
            };
            match self.0.decide(&access).await {
                Ok(()) => allowed.push(object),
                Err(Refusal::Denied(sentence)) => denied.0.push((object, sentence)),
                Err(failed) => return Err(refused(failed)),
            }
        }
        request.input.delete.objects = allowed;
        request.extensions.insert(denied);
        Ok(())
    }
}

/// The longest body that is no object's: 10,000 parts with their checksums, or 1,000 keys to delete, escaped.
const DOCUMENT_BYTES_MAX: u64 = 8 << 20;

/// Refuses a document that says that it is too long before it is read. One that does not say how long it is is refused
/// by the protocol.
fn check_length(context: &S3AccessContext<'_>) -> S3Result<()> {
    let is_object = matches!(context.s3_op().name(), "PutObject" | "UploadPart" | "PostObject");
    let length = context.headers().get(http::header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if !is_object && length.and_then(|length| length.parse().ok()).is_some_and(|bytes: u64| bytes > DOCUMENT_BYTES_MAX)
    {
        return Err(s3_error!(MaxMessageLengthExceeded, "Your request was too big."));
    }
    Ok(())
}

/// What headers of keys that come with the request begin with.
const CUSTOMER_KEYS: &[&str] =
    &["x-amz-server-side-encryption-customer-", "x-amz-copy-source-server-side-encryption-customer-"];

/// Refuses a request that brings along the key that an object is, or is to be, encrypted under: it would be answered as
/// if no key had been given. Presigned URLs may have such headers in their query.
fn check_customer_keys(context: &S3AccessContext<'_>) -> S3Result<()> {
    let is_customers = |name: &str| CUSTOMER_KEYS.iter().any(|prefix| name.starts_with(prefix));
    let query = context.uri().query().unwrap_or_default().to_ascii_lowercase();
    if context.headers().keys().any(|name| is_customers(name.as_str())) || query.split('&').any(is_customers) {
        return Err(s3_error!(NotImplemented, "encryption with customer-provided keys is not implemented"));
    }
    Ok(())
}

impl Decisions {
    /// A copy reads its source.
    async fn reads<T>(&self, source: &CopySource, request: &S3Request<T>) -> S3Result<()> {
        let (bucket, key) = crate::convert::source(source)?;
        let access = AccessRequest {
            access_key: request.credentials.as_ref().map(|credentials| credentials.access_key.as_str()),
            operation: "GetObject",
            bucket: Some(bucket),
            key: Some(key),
            headers: &request.headers,
            query: None,
        };
        self.0.decide(&access).await.map_err(refused)
    }
}
