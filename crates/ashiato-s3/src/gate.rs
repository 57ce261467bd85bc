//! The seam for identities and policies.

use async_trait::async_trait;
use s3s::access::{S3Access, S3AccessContext};
use s3s::auth::{S3Auth, SecretKey};
use s3s::path::S3Path;
use s3s::{S3Result, s3_error};
use std::sync::Arc;

/// Knows secret keys and decides requests.
#[async_trait]
pub trait Gate: Send + Sync + 'static {
    /// The secret that belongs to an access key, to verify a signature with.
    async fn secret_key(&self, access_key: &str) -> Option<String>;

    /// Whether the caller may do this.
    async fn allows(&self, request: &AccessRequest<'_>) -> bool;
}

/// What a caller, whose signature has been verified, wants to do.
#[derive(Debug, Clone)]
pub struct AccessRequest<'a> {
    /// The access key that signed.
    pub access_key: &'a str,
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

#[async_trait]
impl S3Auth for Keys {
    async fn get_secret_key(&self, access_key: &str) -> S3Result<SecretKey> {
        let secret = self.0.secret_key(access_key).await;
        secret.map(SecretKey::from).ok_or_else(|| {
            s3_error!(InvalidAccessKeyId, "The AWS Access Key Id you provided does not exist in our records.")
        })
    }
}

#[async_trait]
impl S3Access for Decisions {
    async fn check(&self, context: &mut S3AccessContext<'_>) -> S3Result<()> {
        let denied = || s3_error!(AccessDenied, "Access Denied");
        let access_key = context.credentials().ok_or_else(denied)?.access_key.clone();
        let (bucket, key) = match context.s3_path() {
            S3Path::Root => (None, None),
            S3Path::Bucket { bucket } => (Some(&**bucket), None),
            S3Path::Object { bucket, key } => (Some(&**bucket), Some(&**key)),
        };
        let request = AccessRequest {
            access_key: &access_key,
            operation: context.s3_op().name(),
            bucket,
            key,
            headers: context.headers(),
            query: context.uri().query(),
        };
        if self.0.allows(&request).await { Ok(()) } else { Err(denied()) }
    }

    /// A copy reads its source, too.
    async fn copy_object(&self, request: &mut s3s::S3Request<s3s::dto::CopyObjectInput>) -> S3Result<()> {
        let (bucket, key) = crate::convert::source(&request.input.copy_source)?;
        let credentials = request.credentials.as_ref();
        let access = AccessRequest {
            access_key: credentials.map_or("", |credentials| &credentials.access_key),
            operation: "GetObject",
            bucket: Some(bucket),
            key: Some(key),
            headers: &request.headers,
            query: None,
        };
        if self.0.allows(&access).await { Ok(()) } else { Err(s3_error!(AccessDenied, "Access Denied")) }
    }

    /// Each key of a deletion of many is decided by itself; one that is denied denies them all.
    async fn delete_objects(&self, request: &mut s3s::S3Request<s3s::dto::DeleteObjectsInput>) -> S3Result<()> {
        let credentials = request.credentials.as_ref();
        for object in &request.input.delete.objects {
            let access = AccessRequest {
                access_key: credentials.map_or("", |credentials| &credentials.access_key),
                operation: "DeleteObject",
                bucket: Some(&request.input.bucket),
                key: Some(&object.key),
                headers: &request.headers,
                query: None,
            };
            if !self.0.allows(&access).await {
                return Err(s3_error!(AccessDenied, "Access Denied"));
            }
        }
        Ok(())
    }
}
