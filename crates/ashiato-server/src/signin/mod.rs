//! Signing in to the console with a user's password, and with the credentials of a federated session.
//!
//! ```text
//! POST /signin           account, user, password  → credentials, and a cookie that has them
//! POST /signin/session   the cookie               → the same credentials, for a page that was loaded anew
//! POST /signout                                   → the cookie is gone
//! GET  /federation       AWS's federation endpoint: a session's key → a token → a console session
//! ```
//!
//! The console is a client like others: its page signs its calls with the credentials. They are what GetSessionToken
//! gives, made and sealed by the same hands; the cookie is their session token, which scripts cannot read and which no
//! other site's page has sent along ([`origin`], [`cookie`]). [`guesses`] bounds how often a password is guessed, and
//! [`proof`] works as long on a user that is not there as on one that is. Every attempt is recorded as CloudTrail does it,
//! in room that is set aside before anything is looked at; of those beyond the limit of guesses so many a second.
//!
//! S3's buckets may have these names too: a request that is signed is S3's, and so is any that these doors do not open to.

mod door;
mod origin;
mod asked;
mod guesses;
mod proof;
mod session;
mod cookie;
mod enter;
mod changed_password;
mod federation;
mod refusal;
mod told;
#[cfg(test)]
mod tests;

pub(crate) use door::{Door, door};
pub use guesses::GuessLimits;

use axum::body::Body;
use axum::response::Response;
use http::request::Parts;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use crate::http::Origin;
use crate::recording::{Admitted, SigningFrom};
use crate::state::State;
use guesses::Guesses;
use refusal::Refusal;

/// What is at hand for those who sign in.
#[derive(Debug)]
pub(crate) struct SignIn {
    guesses: Guesses,
    /// How many wait for their password to be looked at.
    waiting: AtomicUsize,
}

impl SignIn {
    pub(crate) fn new(limits: &GuessLimits) -> SignIn {
        SignIn { guesses: Guesses::new(limits), waiting: AtomicUsize::new(0) }
    }
}

/// A request at one of the doors.
struct Visit<'a> {
    state: &'a Arc<State>,
    origin: Origin,
    parts: &'a Parts,
    request_id: &'a str,
}

impl Visit<'_> {
    fn header(&self, name: &str) -> Option<&str> {
        self.parts.headers.get(name)?.to_str().ok()
    }

    /// Where it came from, for its record.
    fn from(&self) -> SigningFrom<'_> {
        SigningFrom {
            address: self.origin.address,
            tls: self.origin.tls,
            host: self.header("host"),
            user_agent: self.header("user-agent"),
        }
    }

    /// Room for one record of what is done here. It is asked for once the body has been read: whoever reaches the port
    /// could set all of it aside.
    async fn room(&self) -> Result<Admitted, Refusal> {
        self.state.recorder.admit().await.ok_or_else(Refusal::busy)
    }

    /// The server's own address as those outside know it, without a slash at its end.
    fn public_url(&self) -> &str {
        self.state.topics.public_url()
    }

    /// Whether browsers reach the server by TLS, if only as far as a proxy.
    fn is_secure(&self) -> bool {
        self.origin.tls.is_some() || self.public_url().starts_with("https://")
    }
}

/// Answers a request at a door.
pub(crate) async fn answer(
    state: &Arc<State>,
    door: Door,
    origin: Origin,
    (parts, body): (&Parts, Body),
    request_id: &str,
) -> Response {
    let visit = Visit { state, origin, parts, request_id };
    let answered = match door {
        Door::SignIn => enter::sign_in(&visit, body).await,
        Door::Session => enter::session_again(&visit).await,
        Door::SignOut => enter::sign_out(&visit),
        Door::Federation => federation::answer(&visit).await,
    };
    answered.unwrap_or_else(|refusal| refusal.response(request_id))
}
