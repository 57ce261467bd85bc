//! Encryption with a key of KMS: what an object is to be encrypted under, who may have it opened, and what is told of it.

use ashiato_objects::{Object, Sealing, Store};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use s3s::dto::*;
use s3s::{S3Result, s3_error};
use std::collections::BTreeMap;

use crate::gate::{Gate, WantedKey, refused};
use crate::settings::default_key;

const KMS: &str = "aws:kms";

/// What a request says of the encryption of what it puts.
pub(crate) struct Asked<'a> {
    pub(crate) algorithm: Option<&'a ServerSideEncryption>,
    pub(crate) key: Option<&'a str>,
    /// JSON, in base64.
    pub(crate) context: Option<&'a str>,
}

/// The key that an object is to be encrypted under, where the caller may use it: the one that is asked for, else the
/// bucket's own. `None`: it is not encrypted by a key of KMS.
pub(crate) async fn sealing(
    store: &Store,
    gate: &dyn Gate,
    (bucket, key): (&str, &str),
    asked: Asked<'_>,
) -> S3Result<Option<Sealing>> {
    let kms_key = match asked.algorithm.map(ServerSideEncryption::as_str) {
        Some(KMS) => asked.key.map(str::to_string),
        Some(ServerSideEncryption::AES256) if asked.key.is_none() => return Ok(None),
        Some(ServerSideEncryption::AES256) | None if asked.key.is_some() => {
            return Err(s3_error!(
                InvalidArgument,
                "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms"
            ));
        }
        Some(_) => return Err(s3_error!(NotImplemented, "that encryption is not implemented")),
        None => match default_key(store, bucket)? {
            Some(kms_key) => kms_key,
            None => return Ok(None),
        },
    };
    let Some(kms_key) = kms_key else {
        return Err(s3_error!(NotImplemented, "there is no key of S3's own (aws/s3): name a key of KMS"));
    };
    let context = asked.context.map(read_context).transpose()?.unwrap_or_default();
    let wanted = WantedKey { bucket, key, kms_key: &kms_key, context };
    gate.sealing(wanted).await.map(Some).map_err(refused)
}

/// Refuses who may not have an object opened.
pub(crate) async fn expect_opener(gate: &dyn Gate, object: &Object) -> S3Result<()> {
    match &object.sealing {
        Some(sealing) => gate.may_open(sealing).await.map_err(refused),
        None => Ok(()),
    }
}

/// As answers tell it.
pub(crate) fn told(sealing: Option<&Sealing>) -> (Option<ServerSideEncryption>, Option<SSEKMSKeyId>) {
    sealing.map(|sealing| (ServerSideEncryption::from_static(KMS), sealing.key.clone())).unzip()
}

fn read_context(given: &str) -> S3Result<BTreeMap<String, String>> {
    let json = BASE64.decode(given).ok();
    let context = json.and_then(|json| serde_json::from_slice(&json).ok());
    context.ok_or_else(|| {
        s3_error!(InvalidArgument, "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string holding JSON which represents a string-string map")
    })
}
