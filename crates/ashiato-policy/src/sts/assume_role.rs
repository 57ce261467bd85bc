//! AssumeRole: whether the role's trust policy and the caller's own let it, and who the session is then.

use super::Carried;
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
    /// `Tags`.
    pub tags: &'a [(&'a str, &'a str)],
    /// `TransitiveTagKeys`.
    pub transitive_keys: &'a [&'a str],
    /// `SourceIdentity`.
    pub source_identity: Option<&'a str>,
}

/// The session of a role that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumed {
    /// Who it is.
    pub principal: Principal,
    /// For how long.
    pub seconds: u32,
    /// What it carries.
    pub carried: Carried,
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

/// Decides, and names the session. `policies` are the caller's own; the trust policy is added here. `carries` is what the
/// caller's own session does. `keys` answers for the request's other condition keys.
///
/// Who passes tags, or inherits some, must also be allowed `sts:TagSession`; who sets a source identity, or has one,
/// `sts:SetSourceIdentity`: by the trust policy and under its conditions, as `sts:AssumeRole` itself.
pub fn assume_role(
    caller: &Principal,
    policies: &Policies<'_>,
    role: &Role<'_>,
    asked: &AssumeRole<'_>,
    carries: &Carried,
    keys: &dyn Fn(&str) -> Option<Vec<String>>,
) -> Result<Assumed, StsError> {
    check(asked).map_err(StsError::Refused)?;
    // The account's root may assume no role, whatever the trust policy says.
    if matches!(caller, Principal::Root { .. }) {
        return Err(StsError::AccessDenied("Roles may not be assumed by root accounts.".into()));
    }
    let passed = carries.passed_on(asked.tags, asked.transitive_keys, asked.source_identity);
    let with_own = |key: &str| own_key(asked, carries, key).unwrap_or_else(|| keys(key));
    let role_arn = role.arn.to_string();
    let trust = Named { name: &role_arn, document: role.trust };
    let policies = Policies { resource: Some(trust), resource_rule: ResourceRule::ResourceMustPermit, ..*policies };
    // AWS does not say here which of the policies it was.
    let denied = |action: &str| {
        let message = format!("User: {} is not authorized to perform: {action} on resource: {role_arn}", caller.arn());
        StsError::AccessDenied(message)
    };
    let tags = !asked.tags.is_empty() || !carries.transitive_keys.is_empty();
    let names_source = asked.source_identity.is_some() || carries.source_identity.is_some();
    let actions =
        [Some("sts:AssumeRole"), tags.then_some("sts:TagSession"), names_source.then_some("sts:SetSourceIdentity")];
    for action in actions.into_iter().flatten() {
        let request = Request {
            principal: caller,
            action,
            resource: &role_arn,
            resource_account: &role.arn.account,
            keys: &with_own,
        };
        if !matches!(decide(&request, &policies), Decision::Allowed(_)) {
            return Err(denied(action));
        }
    }
    // A source identity that is set is never another's.
    if carries.source_identity.is_some()
        && asked.source_identity.is_some_and(|id| carries.source_identity.as_deref() != Some(id))
    {
        return Err(denied("sts:SetSourceIdentity"));
    }
    let carried = passed.map_err(StsError::Refused)?;
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
    Ok(Assumed { principal: Principal::RoleSession { role_arn, session }, seconds, carried })
}

/// The values of the keys that say what is asked. `None`: the key is none of those.
fn own_key(asked: &AssumeRole<'_>, carries: &Carried, key: &str) -> Option<Option<Vec<String>>> {
    let one = |value: Option<&str>| value.map(|value| vec![value.to_string()]);
    let many = |values: Vec<String>| Some(values).filter(|values| !values.is_empty());
    if let Some(tag) = key.strip_prefix("aws:requesttag/") {
        let passed = asked.tags.iter().find(|(key, _)| key.to_lowercase() == tag);
        return Some(one(passed.map(|(_, value)| *value)));
    }
    Some(match key {
        "sts:externalid" => one(asked.external_id),
        "sts:rolesessionname" => one(Some(asked.session_name)),
        "sts:sourceidentity" => one(asked.source_identity.or(carries.source_identity.as_deref())),
        "sts:transitivetagkeys" => many(asked.transitive_keys.iter().map(|key| (*key).to_string()).collect()),
        "aws:tagkeys" => many(asked.tags.iter().map(|(key, _)| (*key).to_string()).collect()),
        _ => return None,
    })
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
