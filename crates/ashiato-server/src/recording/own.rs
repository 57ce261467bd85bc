//! Records of what services do: calls that one makes of another, for itself or for who called it, and what one does
//! because its time has come.
//!
//! Sources: AWS CloudTrail User Guide, "CloudTrail userIdentity element", "AWS service events" and "How AWS CloudTrail uses
//! AWS KMS".

use ashiato_event::record::{EVENT_VERSION, Record, Resource, UserIdentity};
use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::heard::Who;
use super::identity;
use crate::access::Issuer;
use crate::signature::Credential;

/// How AWS calls a service that it does not name.
const UNNAMED: &str = "AWS Internal";

/// Who calls.
pub(crate) enum By<'a> {
    /// A service, for itself: `cloudtrail.amazonaws.com`.
    Service(&'static str),
    /// A service that is not named, with the rights of who called it.
    Caller(&'a Credential),
}

/// A call that a service makes.
pub(crate) struct OwnCall<'a> {
    pub(crate) by: By<'a>,
    /// `kms.amazonaws.com`.
    pub(crate) source: &'static str,
    pub(crate) name: &'static str,
    pub(crate) region: String,
    pub(crate) is_read_only: bool,
    pub(crate) is_data: bool,
    pub(crate) asked: Value,
    pub(crate) answered: Option<Value>,
    pub(crate) additional: Option<Value>,
    /// Code and sentence, where it was refused or failed.
    pub(crate) error: Option<(String, String)>,
    pub(crate) resources: Vec<Resource>,
}

/// What a service does because its time has come.
pub(crate) struct OwnEvent<'a> {
    pub(crate) source: &'static str,
    pub(crate) name: &'static str,
    pub(crate) region: &'a str,
    pub(crate) answered: Option<Value>,
    pub(crate) resource: Resource,
    pub(crate) details: Value,
}

/// The record of a call. `issuer` is the user or role whose policies the caller's session has.
pub(super) fn call(own: OwnCall<'_>, issuer: Option<&Issuer>, account: &str, now: DateTime<Utc>) -> Record {
    let (user_identity, by) = match own.by {
        By::Service(name) => {
            let kind = Some("AWSService");
            (UserIdentity { kind, invoked_by: Some(name.to_string()), ..UserIdentity::default() }, name)
        }
        By::Caller(credential) => {
            let caller = identity::of(&Who::Known(Box::new(credential.clone())), issuer);
            (UserIdentity { invoked_by: Some(UNNAMED.to_string()), ..caller }, UNNAMED)
        }
    };
    let is_for_itself = matches!(own.by, By::Service(_));
    let is_from_console = matches!(own.by, By::Caller(credential) if credential.is_from_console);
    let (error_code, error_message) = own.error.unzip();
    Record {
        error_code,
        error_message,
        request_parameters: Some(own.asked),
        response_elements: own.answered,
        additional_event_data: own.additional,
        request_id: Some(Uuid::new_v4().to_string()),
        read_only: own.is_read_only,
        resources: own.resources,
        management_event: !own.is_data,
        event_category: if own.is_data { "Data" } else { "Management" },
        // A service is of no account, so that its call and what it was about are of two.
        shared_event_id: is_for_itself.then(|| Uuid::new_v4().to_string()),
        session_credential_from_console: is_from_console.then_some("true"),
        ..blank(user_identity, (own.source, own.name, &own.region), by, (account, now))
    }
}

/// The record of what was done because its time had come.
pub(super) fn event(own: OwnEvent<'_>, account: &str, now: DateTime<Utc>) -> Record {
    let (account_id, invoked_by) = (Some(account.to_string()), Some(UNNAMED.to_string()));
    let user_identity = UserIdentity { account_id, invoked_by, ..UserIdentity::default() };
    Record {
        event_type: "AwsServiceEvent",
        response_elements: own.answered,
        resources: vec![own.resource],
        service_event_details: Some(own.details),
        ..blank(user_identity, (own.source, own.name, own.region), UNNAMED, (account, now))
    }
}

/// A management event that asked, answered and changed nothing.
fn blank(
    user_identity: UserIdentity,
    (source, name, region): (&str, &str, &str),
    by: &str,
    (account, now): (&str, DateTime<Utc>),
) -> Record {
    Record {
        event_version: EVENT_VERSION,
        user_identity,
        event_time: identity::moment(now),
        event_source: source.to_string(),
        event_name: name.to_string(),
        aws_region: region.to_string(),
        source_ip_address: by.to_string(),
        user_agent: Some(by.to_string()),
        error_code: None,
        error_message: None,
        request_parameters: None,
        response_elements: None,
        additional_event_data: None,
        request_id: None,
        event_id: Uuid::new_v4().to_string(),
        read_only: false,
        resources: Vec::new(),
        event_type: "AwsApiCall",
        management_event: true,
        recipient_account_id: account.to_string(),
        service_event_details: None,
        shared_event_id: None,
        vpc_endpoint_id: None,
        event_category: "Management",
        tls_details: None,
        session_credential_from_console: None,
    }
}
