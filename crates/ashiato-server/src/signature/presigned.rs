//! A signature in the query of a URL.

use super::authorization::ALGORITHM;
use super::{Authorization, Failure};
use percent_encoding::percent_decode_str;

/// The longest that a presigned URL may be good for: seven days.
const EXPIRES_SECONDS_MAX: i64 = 604_800;

/// A presigned query's parts.
pub(super) struct Presigned {
    pub(super) authorization: Authorization,
    /// `X-Amz-Date`.
    pub(super) date: String,
    /// `X-Amz-Expires`, up to 604,800.
    pub(super) expires_seconds: i64,
    pub(super) token: Option<String>,
}

/// Whether the query holds a signature at all.
pub(super) fn is_presigned(query: &str) -> bool {
    parameter(query, "X-Amz-Signature").is_some() || parameter(query, "X-Amz-Algorithm").is_some()
}

/// Reads `X-Amz-Algorithm=…&X-Amz-Credential=…` and the rest.
pub(super) fn parse(query: &str) -> Result<Presigned, Failure> {
    let required = |name: &str| {
        parameter(query, name)
            .ok_or_else(|| Failure::Incomplete(format!("Query-string authentication requires '{name}'.")))
    };
    if required("X-Amz-Algorithm")? != ALGORITHM {
        return Err(Failure::Incomplete(format!("X-Amz-Algorithm only supports \"{ALGORITHM}\".")));
    }
    let expires_seconds = expires_seconds(&required("X-Amz-Expires")?)?;
    let authorization = Authorization::from_parts(
        &required("X-Amz-Credential")?,
        &required("X-Amz-SignedHeaders")?,
        &required("X-Amz-Signature")?,
    )?;
    Ok(Presigned {
        authorization,
        date: required("X-Amz-Date")?,
        expires_seconds,
        token: parameter(query, "X-Amz-Security-Token"),
    })
}

/// Why one cannot be is told in the words of S3. A URL for no time at all is one that is over.
fn expires_seconds(given: &str) -> Result<i64, Failure> {
    let why = match given.parse::<i64>() {
        Ok(seconds) if (0..=EXPIRES_SECONDS_MAX).contains(&seconds) => return Ok(seconds),
        Ok(seconds) if seconds < 0 => "X-Amz-Expires must be non-negative",
        Ok(_) => {
            "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds"
        }
        Err(_) => "X-Amz-Expires should be a number",
    };
    Err(Failure::Expires(why))
}

/// The first value of a parameter, decoded.
fn parameter(query: &str, name: &str) -> Option<String> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| percent_decode_str(value).decode_utf8_lossy().into_owned())
}
