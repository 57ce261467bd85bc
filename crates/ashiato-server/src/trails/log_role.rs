//! The role under which a trail's events go to its log group: assumed by CloudTrail where the role's trust policy lets it,
//! and then held to what the role may.
//!
//! Source: CloudTrail User Guide, "Role policy document for CloudTrail to use CloudWatch Logs for monitoring".

use ashiato_meta::trails::Trail;
use ashiato_meta::{roles, seal_session_token};
use ashiato_policy::arn::Arn;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Named, Policies, Principal, Request, ResourceRule, decide};
use ashiato_policy::sts::Carried;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::json;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex, PoisonError};

use super::{CLOUDTRAIL, own_records};
use crate::access::{Caller, Check, RequestKeys, session_credential};
use crate::chance;
use crate::services::{Session, session_claims};
use crate::signature::Credential;
use crate::state::State;

/// What the session is called.
const SESSION: &str = "CLOUDTRAIL_TO_CLOUDWATCHLOGS";
/// How long a session is used.
const SECONDS: u32 = 3600;
const DENIED: &str = "AccessDenied";

/// The sessions of trails' roles, until their end.
#[derive(Debug, Default)]
pub(super) struct LogRoles(Mutex<HashMap<String, Arc<Credential>>>);

impl LogRoles {
    fn get(&self, key: &str, now: DateTime<Utc>) -> Option<Arc<Credential>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(key).filter(|credential| credential.expires.is_some_and(|expires| expires > now)).cloned()
    }

    fn put(&self, key: String, credential: Arc<Credential>, now: DateTime<Utc>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, credential| credential.expires.is_some_and(|expires| expires > now));
        known.insert(key, credential);
    }
}

/// Whether the role of a trail lets CloudTrail write to a stream (its ARN), or why not. A session that is begun for it is
/// recorded where `is_told` says so.
pub(super) async fn expect_may_write(
    known: &LogRoles,
    state: &Arc<State>,
    trail: &Trail,
    stream: String,
    (is_told, now): (bool, DateTime<Utc>),
) -> Result<(), String> {
    let role = trail.log_role_arn.as_deref().ok_or("the trail has no role for its log group")?;
    let key = format!("{}\n{role}", trail.arn);
    let credential = match known.get(&key, now) {
        Some(credential) => credential,
        None => {
            let credential = Arc::new(assume(state, trail, role, (is_told, now)).await?);
            known.put(key, Arc::clone(&credential), now);
            credential
        }
    };
    let keys = RequestKeys {
        // The service is no machine on the network.
        source_ip: IpAddr::V4(Ipv4Addr::LOCALHOST),
        is_secure: true,
        user_agent: Some(CLOUDTRAIL.to_string()),
        referer: None,
        region: trail.region.clone(),
        now,
        issued: credential.issued,
        source_identity: None,
        called_via: vec![CLOUDTRAIL.to_string()],
    };
    let caller = Caller::new(state, &credential, keys).await.map_err(|why| why.to_string())?;
    for action in ["logs:CreateLogStream", "logs:PutLogEvents"] {
        let check = Check { action: action.to_string(), resource: stream.clone(), keys: Vec::new() };
        if caller.denial(&check).map_err(|why| why.to_string())?.is_some() {
            return Err(DENIED.to_string());
        }
    }
    Ok(())
}

async fn assume(
    state: &State,
    trail: &Trail,
    role_arn: &str,
    (is_told, now): (bool, DateTime<Utc>),
) -> Result<Credential, String> {
    let name = role_arn.rsplit('/').next().unwrap_or_default();
    let account = &state.kept.account;
    let mut tx = state.kept.meta.read().await.map_err(|why| why.to_string())?;
    let role = match roles::get(&mut tx, account, name).await {
        Ok(role) => role,
        Err(error) if error.kind == ashiato_meta::Kind::NotFound => return Err(DENIED.to_string()),
        Err(error) => return Err(error.to_string()),
    };
    drop(tx);
    if !trusts(&role.trust_policy, role_arn, trail, now) {
        return Err(DENIED.to_string());
    }
    let arn = Arn::new("sts", "", account.as_str(), format!("assumed-role/{}/{SESSION}", role.name)).to_string();
    let session = Session {
        arn: arn.clone(),
        principal_id: role.id.0.clone(),
        name: SESSION.to_string(),
        seconds: SECONDS,
        policies: Vec::new(),
        is_federated: false,
        carried: Carried::default(),
    };
    let claims = session_claims(state, now, session).map_err(|why| why.to_string())?;
    let token = seal_session_token(&state.kept.keys, &claims, chance::bytes());
    let credential = session_credential(claims, &token);
    if is_told {
        let expiration = credential.expires.map(|expires| expires.format("%b %-d, %Y, %-I:%M:%S %p").to_string());
        let answered = json!({
            "credentials": { "accessKeyId": credential.access_key_id, "expiration": expiration },
            "assumedRoleUser": { "assumedRoleId": credential.principal.user_id, "arn": arn },
        });
        let asked = json!({ "roleArn": role_arn, "roleSessionName": SESSION });
        own_records::assumed_role(state, trail, (role_arn, asked), answered).await.map_err(|why| why.to_string())?;
    }
    Ok(credential)
}

/// Whether a trust policy lets CloudTrail assume the role.
fn trusts(trust: &str, role_arn: &str, trail: &Trail, now: DateTime<Utc>) -> bool {
    let Ok(document) = Document::parse(trust, PolicyKind::Trust) else { return false };
    let account = trail.account.as_str();
    let keys = |key: &str| {
        let value = match key {
            "aws:sourcearn" => trail.arn.clone(),
            "aws:sourceaccount" | "aws:resourceaccount" => account.to_string(),
            "aws:requestedregion" => trail.region.clone(),
            "aws:securetransport" => "true".to_string(),
            "aws:currenttime" => now.to_rfc3339_opts(SecondsFormat::Secs, true),
            "aws:epochtime" => now.timestamp().to_string(),
            _ => return None,
        };
        Some(vec![value])
    };
    let request = Request {
        principal: &Principal::Service { name: CLOUDTRAIL.to_string() },
        action: "sts:AssumeRole",
        resource: role_arn,
        resource_account: account,
        keys: &keys,
    };
    let policies = Policies {
        resource: Some(Named { name: role_arn, document: &document }),
        resource_rule: ResourceRule::ResourceMustPermit,
        ..Policies::default()
    };
    decide(&request, &policies).is_allowed()
}
