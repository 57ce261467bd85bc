//! The session of somebody who signed in: temporary credentials that say so.

use ashiato_meta::users::User;
use ashiato_meta::{SessionClaims, seal_session_token};
use ashiato_policy::arn::Arn;
use ashiato_policy::sts::Carried;
use chrono::{DateTime, Utc};

use super::refusal::Refusal;
use crate::access::{FROM_CONSOLE, session_credential};
use crate::chance;
use crate::services::{Session, session_claims};
use crate::signature::{Credential, Principal};
use crate::state::State;

/// As AWS's console has it. Source: IAM User Guide, "How IAM users sign in to AWS".
const SECONDS: u32 = 12 * 3600;

/// A session, and the token that is all of it.
pub(super) struct ConsoleSession {
    pub(super) credential: Credential,
    pub(super) token: String,
}

impl ConsoleSession {
    /// Of a user, from `now` on.
    pub(super) fn of_user(state: &State, user: &User, now: DateTime<Utc>) -> Result<ConsoleSession, Refusal> {
        let principal = principal(user);
        let session = Session {
            arn: principal.arn,
            principal_id: principal.user_id,
            name: String::new(),
            seconds: SECONDS,
            policies: Vec::new(),
            is_federated: false,
            carried: Carried::default(),
        };
        ConsoleSession::with(state, session_claims(state, now, session)?)
    }

    /// With what another session has, and its end.
    pub(super) fn like(
        state: &State,
        claims: SessionClaims,
        expires: i64,
        now: DateTime<Utc>,
    ) -> Result<ConsoleSession, Refusal> {
        let (access_key_id, secret_access_key) = crate::services::session_key(state)?;
        let claims =
            SessionClaims { access_key_id, secret_access_key, issued: now.timestamp() * 1000, expires, ..claims };
        ConsoleSession::with(state, claims)
    }

    fn with(state: &State, mut claims: SessionClaims) -> Result<ConsoleSession, Refusal> {
        claims.extra.insert(FROM_CONSOLE.to_string(), String::new());
        let token = seal_session_token(&state.kept.keys, &claims, chance::bytes());
        Ok(ConsoleSession { credential: session_credential(claims, &token), token })
    }
}

/// A user as its keys speak for it.
pub(super) fn principal(user: &User) -> Principal {
    let account = user.account.as_str();
    Principal {
        account: account.to_string(),
        arn: Arn::new("iam", "", account, format!("user{}{}", user.path, user.name)).to_string(),
        user_id: user.id.0.clone(),
    }
}
