//! In by a password, again by the cookie, and out.

use ashiato_meta::users::{self, User};
use ashiato_meta::{Millis, open_session_token};
use axum::body::Body;
use axum::response::Response;
use http::StatusCode;
use serde_json::json;

use super::asked::{Asked, BODY_BYTES_MAX};
use super::origin::expect_own;
use super::proof::{Named, Proof, named, prove};
use super::refusal::Refusal;
use super::session::{ConsoleSession, principal};
use super::told::{json_response, session_response};
use super::{Visit, changed_password, cookie};
use crate::access::session_credential;
use crate::http::read_body;
use crate::recording::{Admitted, SigningIn, SigningWho};

/// Where somebody goes who says nothing else.
const HOME: &str = "/";

/// What records say of who is not let in. Source: AWS CloudTrail User Guide, "AWS Management Console sign-in events".
const WRONG_PASSWORD: &str = "Failed authentication";
const NO_USER: &str = "No username found in supplied account";

/// `POST /signin`.
pub(super) async fn sign_in(visit: &Visit<'_>, body: Body) -> Result<Response, Refusal> {
    expect_own(visit)?;
    let body = read_body(body, BODY_BYTES_MAX, visit.state.limits.body_timeout).await;
    let body = body.map_err(|error| Refusal::invalid(error.message))?;
    let asked = Asked::read(visit.header("content-type").unwrap_or_default(), &body)?;
    let (state, now) = (visit.state, (visit.state.clock)());
    // All of it before anything is looked at: a password that is changed makes a record of its own.
    let room = visit.room().await?;
    let room_for_change = match asked.new_password {
        Some(_) => Some(visit.room().await?),
        None => None,
    };
    let guesses = &state.signin.guesses;
    let whose = (asked.account.as_str(), asked.user.as_str());
    let attempt = match guesses.begin(whose, visit.origin.address, now.timestamp_millis()) {
        Ok(attempt) => attempt,
        Err(too_many) => {
            note_not_looked_at(visit, &asked, room).await?;
            return Err(too_many.into());
        }
    };
    let proof = prove(state, &asked).await.inspect_err(|_| guesses.withdraw(&attempt))?;
    let (user, profile) = match proof {
        Proof::Right(user, profile) => (user, profile),
        Proof::Wrong(user) => {
            let principal = principal(&user);
            note_failure(visit, &asked, (SigningWho::Named(&principal), WRONG_PASSWORD), room).await?;
            return Err(Refusal::wrong());
        }
        Proof::NoUser => {
            note_failure(visit, &asked, (SigningWho::Nobody, NO_USER), room).await?;
            return Err(Refusal::wrong());
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
    match asked.new_password.as_deref().zip(room_for_change) {
        None if must_change => {
            note_entry(visit, &asked, &session, room).await?;
            return Err(Refusal::reset_required());
        }
        None => {}
        Some((new, room)) => changed_password::change(visit, &session, (&asked.password, new), *profile, room).await?,
    }
    note_use(visit, *user).await?;
    note_entry(visit, &asked, &session, room).await?;
    Ok(session_response(&session, cookie::set(visit, &session)?))
}

/// Records an attempt after too many as one that failed: so many a second, or whoever reaches the port could fill the
/// journal.
async fn note_not_looked_at(visit: &Visit<'_>, asked: &Asked, room: Admitted) -> Result<(), Refusal> {
    if !visit.state.recorder.has_room_for_stranger() {
        return Ok(());
    }
    match named(visit.state, asked).await? {
        Named::User(user) => {
            let principal = principal(&user);
            note_failure(visit, asked, (SigningWho::Named(&principal), WRONG_PASSWORD), room).await
        }
        Named::NoUser => note_failure(visit, asked, (SigningWho::Nobody, NO_USER), room).await,
        // There is no trail of that account here.
        Named::OtherAccount => Ok(()),
    }
}

/// Records that somebody is not let in, and why.
async fn note_failure(
    visit: &Visit<'_>,
    asked: &Asked,
    (who, failure): (SigningWho<'_>, &'static str),
    room: Admitted,
) -> Result<(), Refusal> {
    let login_to = login_to(visit, asked);
    let signing = SigningIn { event: "ConsoleLogin", who, from: visit.from(), failure: Some(failure), login_to };
    Ok(visit.state.recorder.record_signing_in(visit.state, signing, room).await?)
}

/// Records that the password was right.
async fn note_entry(visit: &Visit<'_>, asked: &Asked, session: &ConsoleSession, room: Admitted) -> Result<(), Refusal> {
    let who = SigningWho::Known(&session.credential, None);
    let login_to = login_to(visit, asked);
    let signing = SigningIn { event: "ConsoleLogin", who, from: visit.from(), failure: None, login_to };
    Ok(visit.state.recorder.record_signing_in(visit.state, signing, room).await?)
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
