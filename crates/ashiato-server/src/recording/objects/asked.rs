//! What a request asked.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::{HeardObject, place};
use crate::recording::xml;

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
pub(in crate::recording) fn parameters(heard: &HeardObject, host: Option<&str>) -> Value {
    let mut asked = Map::new();
    let (bucket, key) = place(heard.parts.uri.path());
    let document = heard.body.take_document();
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
