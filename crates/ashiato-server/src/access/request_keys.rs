//! The condition keys that a request answers for. Those that say who asks are the principal's.
//!
//! Source: IAM User Guide, "AWS global condition context keys".

use chrono::{DateTime, SecondsFormat, Utc};
use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::context::Context;

/// From where, when and how a request came.
#[derive(Debug, Clone)]
pub(crate) struct RequestKeys {
    pub(crate) source_ip: IpAddr,
    pub(crate) is_secure: bool,
    pub(crate) user_agent: Option<String>,
    pub(crate) referer: Option<String>,
    pub(crate) region: String,
    pub(crate) now: DateTime<Utc>,
    /// When the temporary key was issued; `None` for a long-term one.
    pub(crate) issued: Option<DateTime<Utc>>,
    /// Who stands at the beginning of the chain of sessions.
    pub(crate) source_identity: Option<String>,
    /// The services that act for the caller, the first of them first.
    pub(crate) called_via: Vec<String>,
}

impl RequestKeys {
    pub(crate) fn of(ctx: &Context) -> RequestKeys {
        RequestKeys {
            source_ip: ctx.source_ip,
            is_secure: ctx.is_secure,
            user_agent: ctx.user_agent.clone(),
            referer: None,
            region: ctx.region.clone(),
            now: ctx.now,
            issued: ctx.caller.issued,
            source_identity: ctx.caller.carried.source_identity.clone(),
            called_via: Vec::new(),
        }
    }

    /// The values of a key, asked for in lower case.
    pub(crate) fn values(&self, key: &str, account: &str, tags: &BTreeMap<String, String>) -> Option<Vec<String>> {
        if let Some(tag) = key.strip_prefix("aws:principaltag/") {
            let named = tags.iter().find(|(name, _)| name.to_lowercase() == tag);
            return named.map(|(_, value)| vec![value.clone()]);
        }
        let is_via_service = !self.called_via.is_empty();
        Some(vec![match key {
            // A service that acts for the caller does not tell the caller's address.
            "aws:sourceip" if !is_via_service => self.source_ip.to_canonical().to_string(),
            "aws:securetransport" => self.is_secure.to_string(),
            "aws:currenttime" => self.now.to_rfc3339_opts(SecondsFormat::Secs, true),
            "aws:epochtime" => self.now.timestamp().to_string(),
            "aws:useragent" => self.user_agent.clone()?,
            "aws:referer" => self.referer.clone()?,
            "aws:requestedregion" => self.region.clone(),
            "aws:resourceaccount" => account.to_string(),
            "aws:tokenissuetime" => self.issued?.to_rfc3339_opts(SecondsFormat::Secs, true),
            "aws:sourceidentity" => self.source_identity.clone()?,
            // Only temporary keys carry it, and nobody here has a second factor.
            "aws:multifactorauthpresent" => self.issued.map(|_| "false".to_string())?,
            "aws:viaawsservice" => is_via_service.to_string(),
            "aws:calledvia" if is_via_service => return Some(self.called_via.clone()),
            "aws:calledviafirst" => self.called_via.first()?.clone(),
            "aws:calledvialast" => self.called_via.last()?.clone(),
            _ => return None,
        }])
    }
}
