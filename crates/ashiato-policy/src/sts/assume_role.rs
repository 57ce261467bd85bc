//! AssumeRole: whether the role's trust policy and the caller's own let it, and who the session is then.

use super::durations::role_session_seconds;
use crate::Error;
use crate::arn::Arn;
use crate::document::{Document, PolicyKind, counted_chars};
use crate::evaluate::{Decision, Named, Policies, Principal, Request, ResourceRule, Session, decide};
use crate::identity::quotas::{ATTACHED_POLICIES_MAX, SESSION_POLICY_CHARS_MAX};
use crate::identity::{check_external_id, check_session_name};

/// The role that is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Role<'a> {
    /// The ARN, with the path.
    pub arn: &'a Arn,
    /// `AROA…`
    pub id: &'a str,
    /// Who may assume it.
    pub trust: &'a Document,
    /// `MaxSessionDuration`.
    pub session_seconds_max: u32,
}

/// What the caller asks.
#[derive(Debug, Clone, Copy, Default)]
pub struct AssumeRole<'a> {
    /// `RoleSessionName`.
    pub session_name: &'a str,
    /// `ExternalId`.
    pub external_id: Option<&'a str>,
    /// `DurationSeconds`.
    pub duration_seconds: Option<u32>,
    /// `Policy`.
    pub policy: Option<&'a str>,
    /// `PolicyArns`.
    pub policy_arns: &'a [&'a str],
}

/// Why a role is not given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StsError {
    /// `ValidationError`, `MalformedPolicyDocument` or `PackedPolicyTooLarge`, by the error's kind.
    Refused(Error),
    /// `AccessDenied`, with AWS's message. A caller also gives it where there is no such role, with the same words:
    /// nobody is to learn which roles there are.
    AccessDenied(String),
}

/// Decides, and names the session. `policies` are the caller's own; the trust policy is added here. `keys` answers for
/// the request's other condition keys.
pub fn assume_role(
    caller: &Principal,
    policies: &Policies<'_>,
    role: &Role<'_>,
    asked: &AssumeRole<'_>,
    keys: &dyn Fn(&str) -> Option<Vec<String>>,
) -> Result<(Principal, u32), StsError> {
    check(asked).map_err(StsError::Refused)?;
    let role_arn = role.arn.to_string();
    let with_own = |key: &str| match key {
        "sts:externalid" => asked.external_id.map(|id| vec![id.to_string()]),
        "sts:rolesessionname" => Some(vec![asked.session_name.to_string()]),
        _ => keys(key),
    };
    let request = Request {
        principal: caller,
        action: "sts:AssumeRole",
        resource: &role_arn,
        resource_account: &role.arn.account,
        keys: &with_own,
    };
    let trust = Named { name: &role_arn, document: role.trust };
    let policies = Policies { resource: Some(trust), resource_rule: ResourceRule::ResourceMustPermit, ..*policies };
    let decision = match caller {
        // The account's root may assume no role, whatever the trust policy says.
        Principal::Root { .. } => {
            return Err(StsError::AccessDenied("Roles may not be assumed by root accounts.".into()));
        }
        _ => decide(&request, &policies),
    };
    if !matches!(decision, Decision::Allowed(_)) {
        // AWS does not say here which of the policies it was.
        let message =
            format!("User: {} is not authorized to perform: sts:AssumeRole on resource: {role_arn}", caller.arn());
        return Err(StsError::AccessDenied(message));
    }
    let is_chained = matches!(caller, Principal::RoleSession { .. });
    let seconds = role_session_seconds(asked.duration_seconds, role.session_seconds_max, is_chained);
    let seconds = seconds.map_err(StsError::Refused)?;

    let name = role.arn.resource.rsplit('/').next().unwrap_or_default();
    let session_name = asked.session_name;
    let resource = format!("assumed-role/{name}/{session_name}");
    let session = Session {
        account: role.arn.account.clone(),
        arn: Arn { service: "sts".into(), resource, ..role.arn.clone() }.to_string(),
        id: format!("{}:{session_name}", role.id),
    };
    Ok((Principal::RoleSession { role_arn, session }, seconds))
}

fn check(asked: &AssumeRole<'_>) -> Result<(), Error> {
    check_session_name(asked.session_name)?;
    asked.external_id.map_or(Ok(()), check_external_id)?;
    if asked.policy_arns.len() > ATTACHED_POLICIES_MAX {
        return Err(Error::limit(format!("a session has at most {ATTACHED_POLICIES_MAX} managed policies")));
    }
    let Some(policy) = asked.policy else { return Ok(()) };
    if counted_chars(policy) > SESSION_POLICY_CHARS_MAX {
        return Err(Error::limit(format!("a session policy has at most {SESSION_POLICY_CHARS_MAX} characters")));
    }
    Document::parse(policy, PolicyKind::Identity).map(drop)
}
