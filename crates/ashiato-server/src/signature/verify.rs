//! Whether a request is its sender's.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use http::request::Parts;
use subtle::ConstantTimeEq;

use super::authorization::ALGORITHM;
use super::canonical::Canonical;
use super::key::{hex, hmac};
use super::{Authorization, Credential, Credentials, Failure, PathStyle, Secret, hex_sha256, presigned, signing_key};

/// How far the client's clock may be from ours.
const SKEW_MAX: TimeDelta = TimeDelta::minutes(5);
const DATE_FORMAT: &str = "%Y%m%dT%H%M%SZ";

/// A request that was proven to be its sender's.
#[derive(Debug)]
pub struct Verified {
    /// Whose key signed it.
    pub credential: Credential,
    /// What was stated, now proven.
    pub authorization: Authorization,
    /// When it was signed, `20261126T063000Z`: the chunks of a streamed upload sign it too.
    pub date: String,
    /// The key that signed it: chunks of a streamed upload are signed by it, the first of them over
    /// [`Authorization::signature`].
    pub signing_key: [u8; 32],
}

/// What the request says of its signature, unproven: enough to know which service it is for. `None`: it is anonymous.
pub fn claimed(parts: &Parts) -> Result<Option<Authorization>, Failure> {
    if let Some(header) = parts.headers.get("authorization") {
        let header = header.to_str().map_err(|_| Failure::Incomplete("Authorization header is not text.".into()))?;
        return Authorization::parse(header).map(Some);
    }
    let query = parts.uri.query().unwrap_or_default();
    if presigned::is_presigned(query) {
        return presigned::parse(query).map(|presigned| Some(presigned.authorization));
    }
    Ok(None)
}

/// Proves a request by its header's signature or its presigned query.
///
/// `payload` is what stands for the body in the canonical request: the hexadecimal SHA-256 of the body, or for S3 the
/// value of `x-amz-content-sha256` (whoever reads the body then holds it to that value), or `UNSIGNED-PAYLOAD`.
pub async fn verify(
    parts: &Parts,
    payload: &str,
    style: PathStyle,
    credentials: &dyn Credentials,
    now: DateTime<Utc>,
) -> Result<Verified, Failure> {
    let stated = stated(parts, now)?;
    let Stated { authorization, date, token } = stated;
    if !date.starts_with(&authorization.scope.date) {
        return Err(Failure::Incomplete(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date.".into(),
        ));
    }
    if let Some(name) = unsigned_header(parts, &authorization) {
        return Err(Failure::Unsigned(name));
    }
    let credential = match credentials.lookup(&authorization.access_key_id, token.as_deref()).await {
        Ok(Some(credential)) => credential,
        // A temporary key is known by its token alone.
        Ok(None) if token.is_some() && authorization.access_key_id.starts_with("ASIA") => {
            return Err(Failure::WrongToken);
        }
        Ok(None) => return Err(Failure::UnknownKey(authorization.access_key_id)),
        Err(failed) => return Err(Failure::Unavailable(failed.0)),
    };

    let canonical = Canonical {
        method: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        headers: &parts.headers,
        authority: parts.uri.authority().map(|authority| authority.as_str()),
        signed_headers: &authorization.signed_headers,
        payload,
    };
    let text = canonical.text(style).ok_or(Failure::Mismatch)?;
    let string_to_sign = format!("{ALGORITHM}\n{date}\n{}\n{}", authorization.scope, hex_sha256(text.as_bytes()));
    let signing_key = signing_key(credential.secret.expose(), &authorization.scope);
    let expected = hex(&hmac(&signing_key, string_to_sign.as_bytes()));
    if !bool::from(expected.as_bytes().ct_eq(authorization.signature.as_bytes())) {
        return Err(Failure::Mismatch);
    }
    // Only who holds the secret learns whether the token is wrong or late.
    check_token(&credential, token.as_deref(), now)?;
    Ok(Verified { credential, authorization, date, signing_key })
}

/// What the request states of its signature, its time already judged.
struct Stated {
    authorization: Authorization,
    date: String,
    token: Option<String>,
}

fn stated(parts: &Parts, now: DateTime<Utc>) -> Result<Stated, Failure> {
    let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_string);
    if let Some(text) = header("authorization") {
        let authorization = Authorization::parse(&text)?;
        let Some(date) = header("x-amz-date") else {
            return Err(Failure::Incomplete(
                "Authorization header requires existence of a 'X-Amz-Date' header.".into(),
            ));
        };
        let signed_at = moment(&date)?;
        check_skew(&date, signed_at, now)?;
        return Ok(Stated { authorization, date, token: header("x-amz-security-token") });
    }
    let query = parts.uri.query().unwrap_or_default();
    if !presigned::is_presigned(query) {
        return Err(Failure::Missing);
    }
    let presigned = presigned::parse(query)?;
    let signed_at = moment(&presigned.date)?;
    if signed_at > now + SKEW_MAX {
        check_skew(&presigned.date, signed_at, now)?;
    }
    if now > signed_at + TimeDelta::seconds(presigned.expires_seconds) {
        return Err(Failure::PresignedExpired);
    }
    Ok(Stated { authorization: presigned.authorization, date: presigned.date, token: presigned.token })
}

fn moment(date: &str) -> Result<DateTime<Utc>, Failure> {
    match NaiveDateTime::parse_from_str(date, DATE_FORMAT) {
        Ok(time) if date.len() == 16 => Ok(time.and_utc()),
        _ => Err(Failure::Incomplete("Date must be in ISO-8601 'basic format'.".into())),
    }
}

fn check_skew(date: &str, signed_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Failure> {
    let shown = |time: DateTime<Utc>| time.format(DATE_FORMAT).to_string();
    let (earliest, latest, now) = (shown(now - SKEW_MAX), shown(now + SKEW_MAX), (now, shown(now)));
    if signed_at < now.0 - SKEW_MAX {
        return Err(Failure::Skewed(format!(
            "Signature expired: {date} is now earlier than {earliest} ({} - 5 min.)",
            now.1
        )));
    }
    if signed_at > now.0 + SKEW_MAX {
        return Err(Failure::Skewed(format!(
            "Signature not yet current: {date} is still later than {latest} ({} + 5 min.)",
            now.1
        )));
    }
    Ok(())
}

/// The first `x-amz-…` header that was sent but not signed: whoever carries the request could have put it there.
fn unsigned_header(parts: &Parts, authorization: &Authorization) -> Option<String> {
    let is_signed = |name: &str| authorization.signed_headers.iter().any(|signed| signed == name);
    // The payload's hash stands in the canonical request itself.
    let needs_no_signing = |name: &str| name == "x-amz-content-sha256";
    let names = parts.headers.keys().map(|name| name.as_str());
    names
        .filter(|name| name.starts_with("x-amz-") && !needs_no_signing(name))
        .find(|name| !is_signed(name))
        .map(str::to_string)
}

fn check_token(credential: &Credential, token: Option<&str>, now: DateTime<Utc>) -> Result<(), Failure> {
    let is_right = match (&credential.session_token, token) {
        (None, None) => true,
        (Some(expected), Some(token)) => same(expected, token),
        _ => false,
    };
    if !is_right {
        return Err(Failure::WrongToken);
    }
    if credential.expires.is_some_and(|expires| now >= expires) {
        return Err(Failure::ExpiredToken);
    }
    Ok(())
}

fn same(expected: &Secret, given: &str) -> bool {
    bool::from(expected.expose().as_bytes().ct_eq(given.as_bytes()))
}
