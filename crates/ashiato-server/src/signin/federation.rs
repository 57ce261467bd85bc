//! AWS's federation endpoint: who has the credentials of a role or of a federated user gets a token for them, and who
//! brings the token gets a console session with what they have, until their end.
//!
//! Source: IAM User Guide, "Enable custom identity broker access to the AWS console".

use ashiato_meta::{Millis, SessionClaims, open_session_token, open_signin_token, seal_signin_token};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;
use serde_json::json;
use subtle::ConstantTimeEq;

use super::asked::is_path;
use super::refusal::Refusal;
use super::session::ConsoleSession;
use super::told::json_response;
use super::{Visit, cookie};
use crate::access::{issuer, session_credential};
use crate::aws::protocol::query::Form;
use crate::chance;
use crate::recording::{Admitted, SigningIn, SigningWho};
use crate::signature::{Credential, Identity};

/// How long a token can be used.
const TOKEN_MILLIS: i64 = 15 * 60 * 1000;
/// How long a session may be asked to last.
const SESSION_SECONDS: std::ops::RangeInclusive<i64> = 900..=43_200;

/// What `Session` holds, by the names that AWS has.
#[derive(Deserialize)]
struct Given {
    #[serde(rename = "sessionId")]
    id: String,
    #[serde(rename = "sessionKey")]
    key: String,
    #[serde(rename = "sessionToken")]
    token: String,
}

/// `GET /federation`.
pub(super) async fn answer(visit: &Visit<'_>) -> Result<Response, Refusal> {
    let query = visit.parts.uri.query().unwrap_or_default();
    let form = Form::parse(query.as_bytes()).map_err(|_| Refusal::invalid("The query is malformed."))?;
    match form.get("Action") {
        Some("getSigninToken") => signin_token(visit, &form).await,
        Some("login") => login(visit, &form).await,
        _ => Err(Refusal::invalid("The Action is neither getSigninToken nor login.")),
    }
}

async fn signin_token(visit: &Visit<'_>, form: &Form) -> Result<Response, Refusal> {
    let (keys, now) = (&visit.state.kept.keys, (visit.state.clock)());
    let session = form.get("Session").ok_or_else(|| Refusal::invalid("There is no Session."))?;
    let given: Given = serde_json::from_str(session)
        .map_err(|_| Refusal::invalid("The Session is not JSON with sessionId, sessionKey and sessionToken."))?;
    let claims =
        open_session_token(keys, &given.token, Millis(now.timestamp_millis())).map_err(|_| Refusal::wrong())?;
    let is_its_key = bool::from(claims.secret_access_key.as_bytes().ct_eq(given.key.as_bytes()));
    if !is_its_key || claims.access_key_id != given.id || claims.account != visit.state.kept.account.as_str() {
        return Err(Refusal::wrong());
    }
    let credential = session_credential(claims.clone(), &given.token);
    if !matches!(credential.identity, Identity::Role(_) | Identity::Federated(_)) {
        return Err(Refusal::invalid("The credentials are neither AssumeRole's nor GetFederationToken's."));
    }
    let claims = SessionClaims { expires: end(form, claims.expires, now)?, ..claims };
    let room = visit.room().await?;
    note(visit, ("GetSigninToken", &credential), None, room).await?;
    let token_expires = Millis(now.timestamp_millis() + TOKEN_MILLIS);
    let token = seal_signin_token(keys, &claims, token_expires, chance::bytes());
    Ok(json_response(StatusCode::OK, &json!({ "SigninToken": token }), None))
}

/// When the console's session ends: with the credentials, or sooner where that is asked for.
fn end(form: &Form, expires: i64, now: DateTime<Utc>) -> Result<i64, Refusal> {
    let Some(asked) = form.get("SessionDuration") else { return Ok(expires) };
    match asked.parse::<i64>() {
        Ok(seconds) if SESSION_SECONDS.contains(&seconds) => Ok(expires.min(now.timestamp_millis() + seconds * 1000)),
        _ => Err(Refusal::invalid("The SessionDuration is not from 900 to 43200.")),
    }
}

/// A browser comes with the token, from another site's page as a rule, and goes on with the cookie.
async fn login(visit: &Visit<'_>, form: &Form) -> Result<Response, Refusal> {
    let (state, now) = (visit.state, (visit.state.clock)());
    let destination = destination(visit, form.get("Destination").unwrap_or("/"))?;
    let token = form.get("SigninToken").ok_or_else(|| Refusal::invalid("There is no SigninToken."))?;
    let claims = open_signin_token(&state.kept.keys, token, Millis(now.timestamp_millis()));
    let claims = claims.map_err(|_| Refusal::wrong())?;
    if claims.account != state.kept.account.as_str() {
        return Err(Refusal::wrong());
    }
    let room = visit.room().await?;
    let expires = claims.expires;
    let session = ConsoleSession::like(state, claims, expires, now)?;
    let cookie = cookie::set(visit, &session)?;
    let login_to = format!("{}{destination}", visit.public_url());
    note(visit, ("ConsoleLogin", &session.credential), Some(login_to), room).await?;
    let location = HeaderValue::try_from(destination).map_err(|why| Refusal::internal(&why))?;
    let headers = [
        (header::LOCATION, location),
        (header::SET_COOKIE, cookie),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((StatusCode::FOUND, headers).into_response())
}

/// A path on this server, be it named with the server's address.
fn destination<'a>(visit: &Visit<'_>, given: &'a str) -> Result<&'a str, Refusal> {
    let own = given.strip_prefix(visit.public_url()).filter(|path| path.is_empty() || path.starts_with('/'));
    let path = match own {
        Some("") => "/",
        Some(path) => path,
        None => given,
    };
    match is_path(path) {
        true => Ok(path),
        false => Err(Refusal::invalid("The Destination is no place on this server.")),
    }
}

async fn note(
    visit: &Visit<'_>,
    (event, credential): (&'static str, &Credential),
    login_to: Option<String>,
    room: Admitted,
) -> Result<(), Refusal> {
    let issuer = issuer(visit.state, credential).await;
    let who = SigningWho::Known(credential, issuer.as_ref());
    let signing = SigningIn { event, who, from: visit.from(), failure: None, login_to };
    Ok(visit.state.recorder.record_signing_in(visit.state, signing, room).await?)
}
