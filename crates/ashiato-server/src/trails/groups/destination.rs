//! The log group of a trail, and the role under which CloudTrail writes there.

use ashiato_meta::trails::Trail;
use ashiato_meta::{Kind, Place, Tx};
use chrono::{DateTime, Utc};
use std::fmt;

use super::super::CLOUDTRAIL;
use crate::access::{RoleRefusal, ServiceRole};
use crate::logs::Target;

/// Why a trail's log group is not to be written to, in the words of CreateTrail's errors.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// It is not there.
    NoGroup,
    /// The role is not there, or does not trust CloudTrail.
    NotTrusted,
    /// The role may not write.
    NotPermitted,
    /// It cannot be told.
    Failed(String),
}

impl Refusal {
    /// As GetTrailStatus tells it.
    pub(super) fn status(&self) -> String {
        match self {
            Refusal::NotTrusted | Refusal::NotPermitted => "AccessDenied".to_string(),
            other => other.to_string(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::NoGroup => "The specified log group does not exist.",
            Refusal::NotTrusted => "Access denied. Check the trust relationships for your role.",
            Refusal::NotPermitted => "Access denied. Check the permissions for your role.",
            Refusal::Failed(why) => why,
        })
    }
}

/// Where a trail's events go.
#[derive(Debug)]
pub(crate) struct Destination {
    pub(super) target: Target,
    role: ServiceRole,
    /// Without what stands for its streams.
    group_arn: String,
}

impl Destination {
    /// Looks up the group and the role of a trail.
    pub(crate) async fn find(tx: &mut Tx, trail: &Trail, now: DateTime<Utc>) -> Result<Destination, Refusal> {
        let (Some(group), Some(role)) = (&trail.log_group_arn, &trail.log_role_arn) else {
            return Err(Refusal::NoGroup);
        };
        let (region, name) = region_and_name(group).ok_or(Refusal::NoGroup)?;
        let role = ServiceRole::assume(tx, &trail.account, (role, CLOUDTRAIL, region), now).await;
        let role = role.map_err(|refusal| match refusal {
            RoleRefusal::NotTrusted => Refusal::NotTrusted,
            RoleRefusal::Failed(error) => Refusal::Failed(error.logged.unwrap_or(error.message)),
        })?;
        let target = Target::find(tx, Place::new(&trail.account, region), name).await;
        let target = target.map_err(|error| match error.kind {
            Kind::NotFound => Refusal::NoGroup,
            _ => Refusal::Failed(error.to_string()),
        })?;
        Ok(Destination { target, role, group_arn: group.strip_suffix(":*").unwrap_or(group).to_string() })
    }

    /// Refuses where the role may not write to a stream, nor make it where it is not there yet.
    pub(crate) fn expect_may_write(&self, stream: &str, is_there: bool) -> Result<(), Refusal> {
        let stream = format!("{}:log-stream:{stream}", self.group_arn);
        let may = |action: &str| self.role.may(action, &stream);
        match may("logs:PutLogEvents") && (is_there || may("logs:CreateLogStream")) {
            true => Ok(()),
            false => Err(Refusal::NotPermitted),
        }
    }
}

/// The stream that events of an account and region go to.
pub(crate) fn stream_name(account: &str, region: &str) -> String {
    format!("{account}_CloudTrail_{region}")
}

/// Of `arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*`.
fn region_and_name(arn: &str) -> Option<(&str, &str)> {
    let parts: Vec<&str> = arn.split(':').collect();
    match parts[..] {
        [_, _, _, region, _, "log-group", name, ..] => Some((region, name)),
        _ => None,
    }
}
