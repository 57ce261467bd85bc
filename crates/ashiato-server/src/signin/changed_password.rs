//! The password that somebody must set before they are let in: a ChangePassword of IAM that the sign-in makes for them.

use ashiato_meta::login_profiles::{self, LoginProfile};
use ashiato_policy::actions::Check;

use super::Visit;
use super::refusal::Refusal;
use super::session::ConsoleSession;
use crate::access::{Caller, RequestKeys};
use crate::recording::{Admitted, ChangedPassword};
use crate::services::password;

/// Sets it, where the user may and it is one that may be. `room` is that for the record of it.
pub(super) async fn change(
    visit: &Visit<'_>,
    session: &ConsoleSession,
    (old, new): (&str, &str),
    profile: LoginProfile,
    room: Admitted,
) -> Result<(), Refusal> {
    let outcome = changed(visit, session, (old, new), profile).await;
    let error = match &outcome {
        Ok(()) => None,
        Err(Failure::Told(code, refusal)) => Some((*code, refusal.message())),
        Err(Failure::Other(_)) => Some(("InternalFailure", String::new())),
    };
    let changed =
        ChangedPassword { credential: &session.credential, from: visit.from(), request_id: visit.request_id, error };
    visit.state.recorder.record_changed_password(visit.state, changed, room).await?;
    outcome.map_err(|failure| match failure {
        Failure::Told(_, refusal) | Failure::Other(refusal) => refusal,
    })
}

enum Failure {
    /// One of the caller's: IAM's code, and what is answered.
    Told(&'static str, Refusal),
    Other(Refusal),
}

impl<E: Into<Refusal>> From<E> for Failure {
    fn from(error: E) -> Failure {
        Failure::Other(error.into())
    }
}

async fn changed(
    visit: &Visit<'_>,
    session: &ConsoleSession,
    (old, new): (&str, &str),
    profile: LoginProfile,
) -> Result<(), Failure> {
    let state = visit.state;
    let keys = RequestKeys {
        source_ip: visit.origin.address,
        is_secure: visit.origin.tls.is_some(),
        user_agent: visit.header("user-agent").map(str::to_string),
        referer: None,
        region: "us-east-1".to_string(),
        now: (state.clock)(),
        issued: session.credential.issued,
        source_identity: None,
        called_via: Vec::new(),
    };
    let caller = Caller::new(state, &session.credential, keys).await?;
    let resource = session.credential.principal.arn.clone();
    let check = Check { action: "iam:ChangePassword".to_string(), resource, keys: Vec::new() };
    if let Some(sentence) = caller.denial(&check)? {
        return Err(Failure::Told("AccessDenied", Refusal::denied(sentence)));
    }
    if let Err(error) = password::check(new) {
        return Err(Failure::Told("PasswordPolicyViolationException", Refusal::password(error.message)));
    }
    if new == old {
        let refusal = Refusal::password("The new password is the old one.");
        return Err(Failure::Told("PasswordPolicyViolationException", refusal));
    }
    let password_hash = password::hash(new.to_string()).await?;
    let mut tx = state.kept.meta.write().await?;
    // Of two that change it at once, the second finds that the password it proved is no more.
    let kept = login_profiles::get(&mut tx, &profile.user_id).await?;
    if kept.password_hash != profile.password_hash {
        return Err(Failure::Told("AccessDenied", Refusal::wrong()));
    }
    login_profiles::update(&mut tx, &LoginProfile { password_hash, reset_required: 0, ..profile }).await?;
    tx.commit().await?;
    Ok(())
}
