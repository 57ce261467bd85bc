//! Who called, in CloudTrail's words.
//!
//! Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element".

use ashiato_event::record::{SessionAttributes, SessionContext, SessionIssuer, UserIdentity};
use chrono::{DateTime, SecondsFormat, Utc};

use super::heard::Who;
use crate::access::Issuer;
use crate::signature::{Credential, Identity};

/// The identity of who called. `issuer` is the user or role whose policies the key has, where it is still there.
pub(super) fn of(who: &Who, issuer: Option<&Issuer>) -> UserIdentity {
    match who {
        Who::Known(credential) => of_credential(credential, issuer),
        Who::Anonymous => UserIdentity {
            kind: Some("AWSAccount"),
            principal_id: Some(String::new()),
            account_id: Some("ANONYMOUS_PRINCIPAL".to_string()),
            ..UserIdentity::default()
        },
    }
}

fn of_credential(credential: &Credential, issuer: Option<&Issuer>) -> UserIdentity {
    let principal = &credential.principal;
    let kind = match &credential.identity {
        Identity::Root => "Root",
        Identity::User(_) => "IAMUser",
        Identity::Role(_) => "AssumedRole",
        Identity::Federated(_) => "FederatedUser",
    };
    let name = principal.arn.rsplit('/').next().unwrap_or_default();
    let user_name = match &credential.identity {
        Identity::User(_) => Some(name.to_string()),
        // An account's alias is its root's name.
        Identity::Root => issuer.map(|issuer| issuer.name.clone()).filter(|alias| !alias.is_empty()),
        Identity::Role(_) | Identity::Federated(_) => None,
    };
    UserIdentity {
        kind: Some(kind),
        principal_id: Some(principal.user_id.clone()),
        arn: Some(principal.arn.clone()),
        account_id: Some(principal.account.clone()),
        access_key_id: Some(credential.access_key_id.clone()),
        user_name,
        session_context: credential.session_token.as_ref().map(|_| session(credential, issuer)),
        invoked_by: None,
    }
}

fn session(credential: &Credential, issuer: Option<&Issuer>) -> SessionContext {
    let account_id = Some(credential.principal.account.clone());
    let named = |kind, id: &str| SessionIssuer {
        kind: Some(kind),
        principal_id: Some(id.to_string()),
        arn: issuer.map(|issuer| issuer.arn.clone()),
        account_id: account_id.clone(),
        user_name: issuer.map(|issuer| issuer.name.clone()).filter(|name| !name.is_empty()),
    };
    let session_issuer = match &credential.identity {
        Identity::Role(id) => named("Role", id),
        Identity::Federated(Some(id)) => named("IAMUser", id),
        Identity::Federated(None) => named("Root", &credential.principal.account),
        // The caller's own session, by GetSessionToken.
        Identity::Root | Identity::User(_) => SessionIssuer::default(),
    };
    SessionContext {
        session_issuer,
        source_identity: credential.carried.source_identity.clone(),
        attributes: SessionAttributes {
            creation_date: credential.issued.map(moment).unwrap_or_default(),
            mfa_authenticated: "false",
        },
        ..SessionContext::default()
    }
}

/// `2026-11-27T01:02:03Z`.
pub(super) fn moment(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
