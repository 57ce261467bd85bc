//! The record of an attempt to sign in to the console.
//!
//! Source: AWS CloudTrail User Guide, "AWS Management Console sign-in events": at the endpoint that is for all regions the
//! region is `us-east-1`, and a name that no user has is not repeated.

use ashiato_event::record::{EVENT_VERSION, Record, TlsDetails, UserIdentity};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use std::net::IpAddr;
use uuid::Uuid;

use super::heard::Who;
use super::identity;
use super::names::GLOBAL_REGION;
use super::parameters::HIDDEN;
use super::suites::TlsFacts;
use crate::access::Issuer;
use crate::signature::{Credential, Principal};

/// What somebody tried at the sign-in.
pub(crate) struct SigningIn<'a> {
    pub(crate) event: &'static str,
    pub(crate) who: SigningWho<'a>,
    pub(crate) from: SigningFrom<'a>,
    /// Why not; `None`: it succeeded.
    pub(crate) failure: Option<&'static str>,
    /// Where who signs in is going, where it is somewhere.
    pub(crate) login_to: Option<String>,
}

/// Who tried.
pub(crate) enum SigningWho<'a> {
    /// A session's key that was proven, and the user or role whose policies it has.
    Known(&'a Credential, Option<&'a Issuer>),
    /// Somebody who named this user, and is not let in.
    Named(&'a Principal),
    /// Somebody who named no user of the account.
    Nobody,
}

/// Where a request came from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SigningFrom<'a> {
    pub(crate) address: IpAddr,
    pub(crate) tls: Option<TlsFacts>,
    pub(crate) host: Option<&'a str>,
    pub(crate) user_agent: Option<&'a str>,
}

/// A password that somebody had to change before they were let in.
pub(crate) struct ChangedPassword<'a> {
    pub(crate) credential: &'a Credential,
    pub(crate) from: SigningFrom<'a>,
    pub(crate) request_id: &'a str,
    /// IAM's code and sentence, where it was not.
    pub(crate) error: Option<(&'static str, String)>,
}

/// The record of it.
pub(super) fn of(signing: SigningIn<'_>, account: &str, now: DateTime<Utc>) -> Record {
    let outcome = if signing.failure.is_some() { "Failure" } else { "Success" };
    let mut answered = Map::new();
    answered.insert(signing.event.to_string(), outcome.into());
    let additional =
        signing.login_to.map(|login_to| json!({ "LoginTo": login_to, "MobileVersion": "No", "MFAUsed": "No" }));
    let from = signing.from;
    Record {
        event_version: EVENT_VERSION,
        user_identity: user_identity(&signing.who, account),
        event_time: identity::moment(now),
        event_source: "signin.amazonaws.com".to_string(),
        event_name: signing.event.to_string(),
        aws_region: GLOBAL_REGION.to_string(),
        source_ip_address: from.address.to_string(),
        user_agent: from.user_agent.map(str::to_string),
        error_code: None,
        error_message: signing.failure.map(str::to_string),
        request_parameters: None,
        response_elements: Some(Value::Object(answered)),
        additional_event_data: additional,
        request_id: None,
        event_id: Uuid::new_v4().to_string(),
        read_only: false,
        resources: Vec::new(),
        event_type: "AwsConsoleSignIn",
        management_event: true,
        recipient_account_id: account.to_string(),
        service_event_details: None,
        shared_event_id: None,
        vpc_endpoint_id: None,
        event_category: "Management",
        tls_details: from.tls.map(|tls| TlsDetails {
            tls_version: tls.version.to_string(),
            cipher_suite: tls.suite.to_string(),
            client_provided_host_header: from.host.map(str::to_string),
        }),
        session_credential_from_console: None,
    }
}

/// The record of a password that was changed: a call of IAM that the sign-in made.
pub(super) fn changed_password(changed: ChangedPassword<'_>, account: &str, now: DateTime<Utc>) -> Record {
    const SIGN_IN: &str = "signin.amazonaws.com";
    let caller = identity::of(&Who::Known(Box::new(changed.credential.clone())), None);
    let (error_code, error_message) = changed.error.map(|(code, message)| (code.to_string(), message)).unzip();
    let signing = SigningIn {
        event: "ChangePassword",
        who: SigningWho::Nobody,
        from: SigningFrom { user_agent: Some(SIGN_IN), ..changed.from },
        failure: None,
        login_to: None,
    };
    Record {
        user_identity: UserIdentity { invoked_by: Some(SIGN_IN.to_string()), ..caller },
        event_source: "iam.amazonaws.com".to_string(),
        event_type: "AwsApiCall",
        error_code,
        error_message: error_message.filter(|message| !message.is_empty()),
        response_elements: None,
        request_id: Some(changed.request_id.to_string()),
        ..of(signing, account, now)
    }
}

fn user_identity(who: &SigningWho<'_>, account: &str) -> UserIdentity {
    let account_id = Some(account.to_string());
    let named = |principal_id, user_name| UserIdentity {
        kind: Some("IAMUser"),
        principal_id,
        account_id: account_id.clone(),
        access_key_id: Some(String::new()),
        user_name: Some(user_name),
        ..UserIdentity::default()
    };
    match who {
        SigningWho::Known(credential, issuer) => {
            let known = identity::of(&Who::Known(Box::new((*credential).clone())), *issuer);
            // A user has no session yet that this could be told of.
            let is_user = known.user_name.is_some();
            let session_context = known.session_context.filter(|_| !is_user);
            UserIdentity { access_key_id: None, session_context, ..known }
        }
        SigningWho::Named(principal) => {
            let name = principal.arn.rsplit('/').next().unwrap_or_default().to_string();
            named(Some(principal.user_id.clone()), name)
        }
        SigningWho::Nobody => named(None, HIDDEN.to_string()),
    }
}
