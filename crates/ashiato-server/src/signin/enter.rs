//! In by a password, again by the cookie, and out.

use ashiato_meta::users::{self, User};
use ashiato_meta::{Millis, open_session_token};
use axum::body::Body;
use axum::response::Response;
use http::StatusCode;
use serde_json::json;

use super::asked::{Asked, BODY_BYTES_MAX};
use super::origin::expect_own;
use super::proof::{Proof, prove};
use super::refusal::Refusal;
use super::session::{ConsoleSession, principal};
use super::told::{json_response, session_response};
use super::{Visit, changed_password, cookie};
use crate::access::session_credential;
use crate::http::read_body;
use crate::recording::{SigningIn, SigningWho};

/// Where somebody goes who says nothing else.
const HOME: &str = "/";

/// `POST /signin`.
pub(super) async fn sign_in(visit: &Visit<'_>, body: Body) -> Result<Response, Refusal> {
    expect_own(visit)?;
    let body = read_body(body, BODY_BYTES_MAX, visit.state.limits.body_timeout).await;
    let body = body.map_err(|error| Refusal::invalid(error.message))?;
    let asked = Asked::read(visit.header("content-type").unwrap_or_default(), &body)?;
    let (state, now) = (visit.state, (visit.state.clock)());
    let guesses = &state.signin.guesses;
    let named = (asked.account.as_str(), asked.user.as_str());
    let attempt = guesses.begin(named, visit.origin.address, now.timestamp_millis())?;
    let proof = prove(state, &asked).await.inspect_err(|_| guesses.withdraw(&attempt))?;
    let (user, profile) = match proof {
        Proof::Right(user, profile) => (user, profile),
        Proof::Wrong(user) => {
            let principal = principal(&user);
            return refused(visit, &asked, SigningWho::Named(&principal), "Failed authentication").await;
        }
        Proof::NoUser => {
            return refused(visit, &asked, SigningWho::Nobody, "No username found in supplied account").await;
        }
        // There is no trail of that account here.
        Proof::OtherAccount => return Err(Refusal::wrong()),
    };
    guesses.succeeded(&attempt);
    let must_change = profile.reset_required == 1;
    if asked.new_password.is_some() && !must_change {
        return Err(Refusal::invalid("The password need not be changed: sign in, and use ChangePassword."));
    }
    let session = ConsoleSession::of_user(state, &user, now)?;
    match &asked.new_password {
        None if must_change => {
            note_entry(visit, &asked, &session).await?;
            return Err(Refusal::reset_required());
        }
        None => {}
        Some(new) => changed_password::change(visit, &session, (&asked.password, new), *profile).await?,
    }
    note_use(visit, *user).await?;
    note_entry(visit, &asked, &session).await?;
    Ok(session_response(&session, cookie::set(visit, &session)?))
}

async fn refused(
    visit: &Visit<'_>,
    asked: &Asked,
    who: SigningWho<'_>,
    failure: &'static str,
) -> Result<Response, Refusal> {
    let login_to = login_to(visit, asked);
    let signing = SigningIn { event: "ConsoleLogin", who, from: visit.from(), failure: Some(failure), login_to };
    visit.state.recorder.record_signing_in(visit.state, signing).await?;
    Err(Refusal::wrong())
}

/// Records that the password was right.
async fn note_entry(visit: &Visit<'_>, asked: &Asked, session: &ConsoleSession) -> Result<(), Refusal> {
    let who = SigningWho::Known(&session.credential, None);
    let login_to = login_to(visit, asked);
    let signing = SigningIn { event: "ConsoleLogin", who, from: visit.from(), failure: None, login_to };
    Ok(visit.state.recorder.record_signing_in(visit.state, signing).await?)
}

fn login_to(visit: &Visit<'_>, asked: &Asked) -> Option<String> {
    Some(format!("{}{}", visit.public_url(), asked.destination.as_deref().unwrap_or(HOME)))
}

/// What GetUser tells as PasswordLastUsed.
async fn note_use(visit: &Visit<'_>, user: User) -> Result<(), Refusal> {
    let mut tx = visit.state.kept.meta.write().await?;
    // As it is now: it may have been renamed since.
    let user = users::by_id(&mut tx, &user.id).await?;
    users::update(&mut tx, &User { password_last_used: Some(visit.state.now()), ..user }).await?;
    Ok(tx.commit().await?)
}

/// `POST /signin/session`.
pub(super) async fn session_again(visit: &Visit<'_>) -> Result<Response, Refusal> {
    expect_own(visit)?;
    let now = Millis((visit.state.clock)().timestamp_millis());
    let nobody = || cookie::unset(visit).map(Refusal::not_signed_in).unwrap_or_else(|refusal| refusal);
    let token = cookie::token(visit).ok_or_else(nobody)?;
    let claims = open_session_token(&visit.state.kept.keys, token, now).map_err(|_| nobody())?;
    let credential = session_credential(claims, token);
    let is_own = credential.principal.account == visit.state.kept.account.as_str();
    if !credential.is_from_console || !is_own {
        return Err(nobody());
    }
    let session = ConsoleSession { credential, token: token.to_string() };
    Ok(session_response(&session, cookie::set(visit, &session)?))
}

/// `POST /signout`. The credentials hold until their end, as AWS's do: who has them can go on.
pub(super) fn sign_out(visit: &Visit<'_>) -> Result<Response, Refusal> {
    expect_own(visit)?;
    Ok(json_response(StatusCode::OK, &json!({}), Some(cookie::unset(visit)?)))
}
