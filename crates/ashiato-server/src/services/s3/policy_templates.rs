//! The templates of policies that `aws cloudtrail create-subscription` reads. AWS keeps them in a bucket of each region,
//! `awscloudtrail-policy-REGION`; here they are in no store, and whoever has signed may read them.
//!
//! Source: `awscli/customizations/cloudtrail/subscribe.py`, which names the keys and fills in what is in `<>`.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode, header};

use crate::aws::{DeclaredError, Error};
use crate::signature::hex_sha256;

const BUCKET: &str = "/awscloudtrail-policy-";
const TEMPLATES: &[(&str, &str)] = &[
    ("policy/S3/AWSCloudTrail-S3BucketPolicy-2014-12-17.json", include_str!("policy_templates/bucket.json")),
    ("policy/SNS/AWSCloudTrail-SnsTopicPolicy-2014-12-17.json", include_str!("policy_templates/topic.json")),
];
/// The day in the templates' names.
const LAST_MODIFIED: &str = "Wed, 17 Dec 2014 00:00:00 GMT";

/// The answer to a request about such a bucket; `None` where it is about another.
pub(super) fn answer(method: &Method, path: &str, has_signed: bool) -> Option<Result<Response, Error>> {
    let rest = path.strip_prefix(BUCKET)?;
    let (region, key) = rest.split_once('/').unwrap_or((rest, ""));
    let is_region = !region.is_empty() && region.chars().all(|char| char.is_ascii_alphanumeric() || char == '-');
    is_region.then(|| read(method, key, has_signed))
}

fn read(method: &Method, key: &str, has_signed: bool) -> Result<Response, Error> {
    let is_read = !key.is_empty() && (method == Method::GET || method == Method::HEAD);
    if !has_signed || !is_read {
        let denied = DeclaredError { status: 403, ..DeclaredError::shared("AccessDenied") };
        return Err(denied.because("Access Denied"));
    }
    let Some((_, text)) = TEMPLATES.iter().find(|(name, _)| *name == key) else {
        let missing = DeclaredError { status: 404, ..DeclaredError::shared("NoSuchKey") };
        return Err(missing.because("The specified key does not exist."));
    };
    let etag = format!("\"{}\"", &hex_sha256(text.as_bytes())[..32]);
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_string()),
        (header::CONTENT_LENGTH, text.len().to_string()),
        (header::LAST_MODIFIED, LAST_MODIFIED.to_string()),
        (header::ETAG, etag),
    ];
    let body = if method == Method::HEAD { Body::empty() } else { Body::from(*text) };
    Ok((StatusCode::OK, headers, body).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(method: Method, path: &str, has_signed: bool) -> Option<u16> {
        let answer = answer(&method, path, has_signed)?;
        Some(answer.map_or_else(|error| error.declared.status, |response| response.status().as_u16()))
    }

    #[test]
    fn who_has_signed_may_read_and_nobody_writes() {
        for (key, _) in TEMPLATES {
            let path = format!("/awscloudtrail-policy-eu-north-1/{key}");
            assert_eq!(status(Method::GET, &path, true), Some(200));
            assert_eq!(status(Method::HEAD, &path, true), Some(200));
            assert_eq!(status(Method::GET, &path, false), Some(403));
            assert_eq!(status(Method::PUT, &path, true), Some(403));
            assert_eq!(status(Method::DELETE, &path, true), Some(403));
        }
        assert_eq!(status(Method::GET, "/awscloudtrail-policy-us-east-1/policy", true), Some(404));
        assert_eq!(status(Method::PUT, "/awscloudtrail-policy-us-east-1", true), Some(403));
        assert_eq!(status(Method::GET, "/awscloudtrail-policy-", true), None);
        assert_eq!(status(Method::GET, "/logs/awscloudtrail-policy-us-east-1/policy", true), None);
    }
}
