//! The sessions of the roles under which trails' events go to their log groups, as they are recorded. Whether a role lets
//! CloudTrail is asked each time that something is written ([`super::groups`]).
//!
//! Source: CloudTrail User Guide, "Role policy document for CloudTrail to use CloudWatch Logs for monitoring".

use ashiato_meta::trails::Trail;
use ashiato_meta::{roles, seal_session_token};
use ashiato_policy::arn::Arn;
use ashiato_policy::sts::Carried;
use chrono::{DateTime, Utc};
use serde_json::json;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::own_records;
use crate::access::session_credential;
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

/// Begins a session of the role of a trail, where none is under way. It is recorded where `is_told` says so.
pub(super) async fn session_begins(
    known: &LogRoles,
    state: &State,
    trail: &Trail,
    (is_told, now): (bool, DateTime<Utc>),
) -> Result<(), String> {
    let role = trail.log_role_arn.as_deref().ok_or("the trail has no role for its log group")?;
    let key = format!("{}\n{role}", trail.arn);
    if known.get(&key, now).is_none() {
        let credential = Arc::new(assume(state, trail, role, (is_told, now)).await?);
        known.put(key, credential, now);
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
