//! What a request was answered, and what else is known of how it went.

use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};

use super::HeardObject;
use crate::recording::suites::TlsFacts;
use crate::recording::xml;

/// What it was answered: the headers that are S3's own. `None` where there are none.
pub(in crate::recording) fn answered(headers: &HeaderMap) -> Option<Value> {
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
pub(in crate::recording) fn additional(
    heard: &HeardObject,
    tls: Option<TlsFacts>,
    is_signed: bool,
    answer: &Answer<'_>,
) -> Value {
    let mut data = Map::new();
    if is_signed {
        data.insert("SignatureVersion".into(), "SigV4".into());
    }
    data.extend(tls.map(|tls| ("CipherSuite".to_string(), tls.suite.into())));
    data.insert("bytesTransferredIn".into(), heard.body.bytes().into());
    if is_signed {
        let method = if heard.is_presigned { "QueryString" } else { "AuthHeader" };
        data.insert("AuthenticationMethod".into(), method.into());
    }
    data.insert("x-amz-id-2".into(), answer.id_2.into());
    data.insert("bytesTransferredOut".into(), answer.bytes.into());
    Value::Object(data)
}

/// What the answer's head says.
pub(in crate::recording) struct Answer<'a> {
    pub(in crate::recording) bytes: u64,
    pub(in crate::recording) id_2: &'a str,
}

/// Code and sentence of a failure: what the answer says, or where it has no body what its status means.
pub(in crate::recording) fn failure(operation: &str, status: StatusCode, body: &[u8]) -> Option<(String, String)> {
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
