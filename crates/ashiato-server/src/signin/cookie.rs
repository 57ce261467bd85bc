//! The cookie that keeps a session while pages come and go. No script reads it, no other site's page has it sent along,
//! and it goes to the sign-in alone: it is no key to anything else.

use http::HeaderValue;
use http::header::COOKIE;

use super::Visit;
use super::refusal::Refusal;
use super::session::ConsoleSession;

const NAME: &str = "ashiato-console";
const PATH: &str = "/signin";
/// Browsers keep cookies of 4096 bytes, name and attributes included.
const TOKEN_BYTES_MAX: usize = 3900;

/// What sets it.
pub(super) fn set(visit: &Visit<'_>, session: &ConsoleSession) -> Result<HeaderValue, Refusal> {
    if session.token.len() > TOKEN_BYTES_MAX {
        return Err(Refusal::invalid("The session's policies and tags are too long for a cookie."));
    }
    let now = (visit.state.clock)();
    let seconds = session.credential.expires.map_or(0, |expires| (expires - now).num_seconds().max(0));
    value(visit, &session.token, seconds)
}

/// What takes it away.
pub(super) fn unset(visit: &Visit<'_>) -> Result<HeaderValue, Refusal> {
    value(visit, "", 0)
}

fn value(visit: &Visit<'_>, token: &str, seconds: i64) -> Result<HeaderValue, Refusal> {
    let secure = if visit.is_secure() { "; Secure" } else { "" };
    let text = format!("{NAME}={token}; Path={PATH}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    HeaderValue::try_from(text).map_err(|why| Refusal::internal(&why))
}

/// The token that a request brings in it.
pub(super) fn token<'a>(visit: &Visit<'a>) -> Option<&'a str> {
    let cookies = visit.parts.headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, token)| *name == NAME && !token.is_empty()).map(|(_, token)| token)
}
