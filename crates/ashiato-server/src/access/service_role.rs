//! Roles that a service of this server acts under, as CloudTrail does when it writes to a log group.
//!
//! A role is looked up each time that it is acted under: what it may no longer do, or whom it no longer trusts, holds at
//! once.

use ashiato_meta::{AccountId, Kind, Tx, roles};
use ashiato_policy::arn::Arn;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Named, Policies, Principal, Request, ResourceRule, Session, decide};
use chrono::{DateTime, SecondsFormat, Utc};

use super::Grants;
use super::grants::Policy;
use crate::aws::Error;
use crate::signature::Identity;

/// Why a service cannot act under a role.
#[derive(Debug)]
pub(crate) enum RoleRefusal {
    /// There is no such role, or its trust policy does not let the service assume it.
    NotTrusted,
    /// It cannot be told.
    Failed(Error),
}

impl From<ashiato_meta::Error> for RoleRefusal {
    fn from(error: ashiato_meta::Error) -> RoleRefusal {
        RoleRefusal::Failed(Error::internal(format!("read the state: {error}")))
    }
}

/// A service under a role.
#[derive(Debug)]
pub(crate) struct ServiceRole {
    account: String,
    region: String,
    principal: Principal,
    grants: Grants,
    now: DateTime<Utc>,
}

impl ServiceRole {
    /// Lets a service (`cloudtrail.amazonaws.com`) act under the role of an ARN, where the role's trust policy does.
    pub(crate) async fn assume(
        tx: &mut Tx,
        account: &AccountId,
        (role, service, region): (&str, &str, &str),
        now: DateTime<Utc>,
    ) -> Result<ServiceRole, RoleRefusal> {
        let path_and_name = path_and_name(role, account.as_str()).ok_or(RoleRefusal::NotTrusted)?;
        let name = path_and_name.rsplit('/').next().unwrap_or_default();
        let kept = match roles::get(tx, account, name).await {
            Ok(kept) if format!("{}{}", kept.path, kept.name) == path_and_name => kept,
            Ok(_) => return Err(RoleRefusal::NotTrusted),
            Err(error) if error.kind == Kind::NotFound => return Err(RoleRefusal::NotTrusted),
            Err(error) => return Err(error.into()),
        };
        if !trusts(&kept.trust_policy, (role, service), (account.as_str(), region), now)? {
            return Err(RoleRefusal::NotTrusted);
        }
        let grants = Grants::read(tx, account, &Identity::Role(kept.id.0.clone())).await;
        let grants = grants.map_err(RoleRefusal::Failed)?.ok_or(RoleRefusal::NotTrusted)?;
        let session_name = service.split('.').next().unwrap_or_default();
        let session = Session {
            account: account.as_str().to_string(),
            arn: Arn::new("sts", "", account.as_str(), format!("assumed-role/{name}/{session_name}")).to_string(),
            id: format!("{}:{session_name}", kept.id.0),
        };
        let principal = Principal::RoleSession { role_arn: role.to_string(), session };
        Ok(ServiceRole { account: account.as_str().to_string(), region: region.to_string(), principal, grants, now })
    }

    /// Whether the role's policies let it.
    pub(crate) fn may(&self, action: &str, resource: &str) -> bool {
        let identity: Vec<Named<'_>> = self.grants.policies.iter().map(Policy::named).collect();
        let policies = Policies {
            identity: &identity,
            boundary: self.grants.boundary.as_ref().map(Policy::named),
            ..Policies::default()
        };
        let keys = |key: &str| match key.strip_prefix("aws:principaltag/") {
            Some(tag) => {
                let named = self.grants.tags.iter().find(|(name, _)| name.to_lowercase() == tag);
                named.map(|(_, value)| vec![value.clone()])
            }
            None => own_key(key, (&self.account, &self.region), self.now),
        };
        let request =
            Request { principal: &self.principal, action, resource, resource_account: &self.account, keys: &keys };
        decide(&request, &policies).is_allowed()
    }
}

/// Whether a role's trust policy lets a service assume it.
fn trusts(
    trust: &str,
    (role, service): (&str, &str),
    place: (&str, &str),
    now: DateTime<Utc>,
) -> Result<bool, RoleRefusal> {
    let trust = Document::parse(trust, PolicyKind::Trust)
        .map_err(|error| RoleRefusal::Failed(Error::internal(format!("the trust policy of {role}: {error}"))))?;
    let policies = Policies {
        resource: Some(Named { name: role, document: &trust }),
        resource_rule: ResourceRule::ResourceMustPermit,
        ..Policies::default()
    };
    let request = Request {
        principal: &Principal::Service { name: service.to_string() },
        action: "sts:AssumeRole",
        resource: role,
        resource_account: place.0,
        keys: &|key| own_key(key, place, now),
    };
    Ok(decide(&request, &policies).is_allowed())
}

/// What follows `role` in the ARN of a role of the account.
fn path_and_name<'a>(arn: &'a str, account: &str) -> Option<&'a str> {
    arn.strip_prefix(&format!("arn:aws:iam::{account}:role")).filter(|rest| rest.starts_with('/'))
}

/// Neither the trail nor its account is told as a source: AWS's guide says of the role for CloudWatch Logs that it supports
/// neither key.
fn own_key(key: &str, (account, region): (&str, &str), now: DateTime<Utc>) -> Option<Vec<String>> {
    Some(vec![match key {
        "aws:resourceaccount" => account.to_string(),
        "aws:requestedregion" => region.to_string(),
        "aws:securetransport" => "true".to_string(),
        "aws:currenttime" => now.to_rfc3339_opts(SecondsFormat::Secs, true),
        "aws:epochtime" => now.timestamp().to_string(),
        _ => return None,
    }])
}
