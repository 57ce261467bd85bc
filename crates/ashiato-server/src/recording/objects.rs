//! What a request to the object store asked and was answered, as CloudTrail writes it.

use ashiato_event::record::Resource;
use axum::body::Body;
use futures::TryStreamExt;
use http::request::Parts;
use http::{HeaderMap, StatusCode, header};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

pub(crate) use super::heard::HeardObject;
use super::suites::TlsFacts;
use super::xml;

/// The longest document of a request that is kept for its record.
const DOCUMENT_BYTES_MAX: usize = 100 << 10;

/// The body of a request, as it passed.
#[derive(Debug, Default)]
pub(crate) struct BodyNotes {
    bytes: AtomicU64,
    document: Mutex<Vec<u8>>,
}

impl BodyNotes {
    /// A body whose bytes are counted as they pass, and kept where it can be a document about a bucket.
    pub(crate) fn watch(parts: &Parts, body: Body) -> (Arc<BodyNotes>, Body) {
        let notes = Arc::new(BodyNotes::default());
        let length = parts.headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
        if length == Some("0") || !matches!(parts.method, http::Method::PUT | http::Method::POST) {
            return (notes, body);
        }
        let is_about_bucket = place(parts.uri.path()).1.is_none();
        let watching = Arc::clone(&notes);
        let mut is_over = false;
        let watched = body.into_data_stream().inspect_ok(move |piece| {
            watching.bytes.fetch_add(piece.len() as u64, Ordering::Relaxed);
            if is_about_bucket {
                let mut document = watching.document.lock().unwrap_or_else(PoisonError::into_inner);
                match document.len() + piece.len() <= DOCUMENT_BYTES_MAX {
                    true => document.extend_from_slice(piece),
                    // A part of it would be taken for the whole.
                    false => is_over = true,
                }
                if is_over {
                    document.clear();
                }
            }
        });
        (notes, Body::from_stream(watched))
    }
}

/// The bucket and the key that a path names.
pub(super) fn place(path: &str) -> (Option<String>, Option<String>) {
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let path = path.strip_prefix('/').unwrap_or(path);
    let (bucket, key) = path.split_once('/').unwrap_or((path, ""));
    let named = |text: &str| (!text.is_empty()).then(|| decoded(text));
    (named(bucket), named(key))
}

/// Operations that AWS counts as data events. Source: AWS CloudTrail User Guide, "Amazon S3 object-level events".
const DATA: &[&str] = &[
    "AbortMultipartUpload",
    "CompleteMultipartUpload",
    "CopyObject",
    "CreateMultipartUpload",
    "DeleteObject",
    "DeleteObjectTagging",
    "DeleteObjects",
    "GetObject",
    "GetObjectAcl",
    "GetObjectAttributes",
    "GetObjectLegalHold",
    "GetObjectRetention",
    "GetObjectTagging",
    "GetObjectTorrent",
    "HeadBucket",
    "HeadObject",
    "ListMultipartUploads",
    "ListObjectVersions",
    "ListObjects",
    "ListObjectsV2",
    "ListParts",
    "PostObject",
    "PutObject",
    "PutObjectAcl",
    "PutObjectLegalHold",
    "PutObjectRetention",
    "PutObjectTagging",
    "RestoreObject",
    "SelectObjectContent",
    "UploadPart",
    "UploadPartCopy",
];

/// Whether it is a data event.
pub(super) fn is_data(operation: &str) -> bool {
    DATA.contains(&operation)
}

/// S3's name of an event, where it is not the operation's.
pub(super) fn event_name(operation: &str) -> &str {
    match operation {
        "ListObjectsV2" => "ListObjects",
        "GetBucketLifecycleConfiguration" => "GetBucketLifecycle",
        "PutBucketLifecycleConfiguration" => "PutBucketLifecycle",
        "GetBucketNotificationConfiguration" => "GetBucketNotification",
        "PutBucketNotificationConfiguration" => "PutBucketNotification",
        "GetPublicAccessBlock" => "GetBucketPublicAccessBlock",
        "PutPublicAccessBlock" => "PutBucketPublicAccessBlock",
        "DeletePublicAccessBlock" => "DeleteBucketPublicAccessBlock",
        "GetObjectLockConfiguration" => "GetBucketObjectLockConfiguration",
        "GetBucketAccelerateConfiguration" => "GetAccelerateConfiguration",
        other => other,
    }
}

/// What a presigned URL says that no record repeats.
const SECRET_PARAMETERS: &[&str] = &["x-amz-signature", "x-amz-credential", "x-amz-security-token"];

/// The headers that say what is asked.
const ASKING_HEADERS: &[&str] = &[
    "x-amz-acl",
    "x-amz-bypass-governance-retention",
    "x-amz-copy-source",
    "x-amz-copy-source-range",
    "x-amz-expected-bucket-owner",
    "x-amz-grant-full-control",
    "x-amz-grant-read",
    "x-amz-grant-read-acp",
    "x-amz-grant-write",
    "x-amz-grant-write-acp",
    "x-amz-metadata-directive",
    "x-amz-object-ownership",
    "x-amz-server-side-encryption",
    "x-amz-server-side-encryption-aws-kms-key-id",
    "x-amz-server-side-encryption-bucket-key-enabled",
    "x-amz-storage-class",
    "x-amz-tagging-directive",
    "x-amz-website-redirect-location",
];

/// What was asked.
pub(super) fn parameters(heard: &HeardObject, host: Option<&str>) -> Value {
    let mut asked = Map::new();
    let (bucket, key) = place(heard.parts.uri.path());
    let document = std::mem::take(&mut *heard.body.document.lock().unwrap_or_else(PoisonError::into_inner));
    let query = heard.parts.uri.query().unwrap_or_default();
    let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decoded(name);
        if !SECRET_PARAMETERS.contains(&name.to_ascii_lowercase().as_str()) {
            asked.insert(name, decoded(value).into());
        }
    }
    // What the request is about comes last: no parameter takes its place.
    let is_policy = query.split('&').any(|pair| pair.split('=').next() == Some("policy"));
    if is_policy && let Ok(policy) = serde_json::from_slice::<Value>(&document) {
        asked.insert("bucketPolicy".into(), policy);
    } else if let Some((name, value)) = xml::to_json(&document) {
        asked.insert(name, value);
    }
    asked.extend(bucket.map(|bucket| ("bucketName".to_string(), bucket.into())));
    asked.extend(host.map(|host| ("Host".to_string(), host.into())));
    asked.extend(key.map(|key| ("key".to_string(), key.into())));
    for name in ASKING_HEADERS {
        let value = heard.parts.headers.get(*name).and_then(|value| value.to_str().ok());
        asked.extend(value.map(|value| (name.to_string(), value.into())));
    }
    Value::Object(asked)
}

/// What it was answered: the headers that are S3's own. `None` where there are none.
pub(super) fn answered(headers: &HeaderMap) -> Option<Value> {
    const OF_EVERY_ANSWER: &[&str] = &["x-amz-request-id", "x-amz-id-2"];
    let is_told = |name: &str| {
        name.starts_with("x-amz-")
            && !name.starts_with("x-amz-meta-")
            && !name.starts_with("x-amz-checksum")
            && !OF_EVERY_ANSWER.contains(&name)
    };
    let told = headers.iter().filter(|(name, _)| is_told(name.as_str()));
    let told: Map<String, Value> =
        told.filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.into()))).collect();
    (!told.is_empty()).then_some(Value::Object(told))
}

/// `additionalEventData`.
pub(super) fn additional(heard: &HeardObject, tls: Option<TlsFacts>, is_signed: bool, answer: &Answer<'_>) -> Value {
    let mut data = Map::new();
    if is_signed {
        data.insert("SignatureVersion".into(), "SigV4".into());
    }
    data.extend(tls.map(|tls| ("CipherSuite".to_string(), tls.suite.into())));
    data.insert("bytesTransferredIn".into(), heard.body.bytes.load(Ordering::Relaxed).into());
    if is_signed {
        let method = if heard.is_presigned { "QueryString" } else { "AuthHeader" };
        data.insert("AuthenticationMethod".into(), method.into());
    }
    data.insert("x-amz-id-2".into(), answer.id_2.into());
    data.insert("bytesTransferredOut".into(), answer.bytes.into());
    Value::Object(data)
}

/// What the answer's head says.
pub(super) struct Answer<'a> {
    pub(super) bytes: u64,
    pub(super) id_2: &'a str,
}

/// What it was about: the bucket, and of data events the objects.
pub(super) fn resources(operation: &str, heard: &HeardObject, account: &str) -> Vec<Resource> {
    let (Some(bucket), key) = place(heard.parts.uri.path()) else { return Vec::new() };
    // What has yet to be made is no resource of the call that makes it.
    if operation == "CreateBucket" {
        return Vec::new();
    }
    let bucket_arn = format!("arn:aws:s3:::{bucket}");
    let mut resources = Vec::new();
    if is_data(operation) {
        let object = || Resource { kind: "AWS::S3::Object".to_string(), ..Resource::default() };
        resources.push(match key {
            Some(key) => Resource { arn: Some(format!("{bucket_arn}/{key}")), ..object() },
            None => Resource { arn_prefix: Some(format!("{bucket_arn}/")), ..object() },
        });
    }
    resources.push(Resource {
        account_id: Some(account.to_string()),
        kind: "AWS::S3::Bucket".to_string(),
        arn: Some(bucket_arn),
        arn_prefix: None,
    });
    resources
}

/// Code and sentence of a failure: what the answer says, or where it has no body what its status means.
pub(super) fn failure(operation: &str, status: StatusCode, body: &[u8]) -> Option<(String, String)> {
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    let told = xml::to_json(body).map(|(_, error)| {
        let member = |name: &str| error.get(name).map(|value| value.as_str().map_or(value.to_string(), str::to_string));
        (member("Code"), member("Message").unwrap_or_default())
    });
    if let Some((Some(code), message)) = told {
        return Some((code, message));
    }
    let (code, message) = match (status.as_u16(), operation) {
        (403, _) => ("AccessDenied", "Access Denied"),
        (404, "HeadBucket") => ("NoSuchBucket", "The specified bucket does not exist"),
        (404, _) => ("NoSuchKey", "The specified key does not exist."),
        (412, _) => ("PreconditionFailed", "At least one of the pre-conditions you specified did not hold"),
        (416, _) => ("InvalidRange", "The requested range is not satisfiable"),
        (400, _) => ("BadRequest", "Bad Request"),
        _ => ("InternalError", "We encountered an internal error. Please try again."),
    };
    Some((code.to_string(), message.to_string()))
}
