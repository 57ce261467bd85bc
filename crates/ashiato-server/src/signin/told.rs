//! What a page is told of its session.

use axum::response::{IntoResponse, Response};
use chrono::SecondsFormat;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};

use super::session::ConsoleSession;

/// Who is signed in, and the credentials to sign calls with. No cache keeps it.
pub(super) fn session_response(session: &ConsoleSession, cookie: HeaderValue) -> Response {
    let credential = &session.credential;
    let expiration = credential.expires.map(|expires| expires.to_rfc3339_opts(SecondsFormat::Secs, true));
    let told = json!({
        "account": credential.principal.account,
        "arn": credential.principal.arn,
        "userId": credential.principal.user_id,
        "credentials": {
            "accessKeyId": credential.access_key_id,
            "secretAccessKey": credential.secret.expose(),
            "sessionToken": session.token,
            "expiration": expiration,
        },
    });
    json_response(StatusCode::OK, &told, Some(cookie))
}

/// JSON that no cache keeps.
pub(super) fn json_response(status: StatusCode, told: &Value, cookie: Option<HeaderValue>) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    let mut response = (status, headers, told.to_string()).into_response();
    if let Some(cookie) = cookie {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}
