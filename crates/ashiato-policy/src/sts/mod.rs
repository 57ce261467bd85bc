//! The rules of STS's operations that need no state: who calls, and for how long credentials may last.
//!
//! Source: STS API Reference, AssumeRole, GetSessionToken and GetFederationToken.

mod assume_role;
mod durations;
mod session_tags;

pub use assume_role::{AssumeRole, Assumed, Role, StsError, assume_role};
pub use durations::{federation_token_seconds, role_session_seconds, session_token_seconds};
pub use session_tags::Carried;

use crate::evaluate::Principal;

/// The answer of GetCallerIdentity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallerIdentity {
    /// `aws:userid`.
    pub user_id: String,
    /// Twelve digits.
    pub account: String,
    /// The ARN, for sessions that of the session.
    pub arn: String,
}

/// GetCallerIdentity, which every principal with an account may call.
pub fn caller_identity(principal: &Principal) -> Option<CallerIdentity> {
    let account = principal.account()?.to_string();
    Some(CallerIdentity { user_id: principal.user_id(), account, arn: principal.arn() })
}
