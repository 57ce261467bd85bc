//! The record of one call, as CloudTrail writes it.
//!
//! Source: AWS CloudTrail User Guide, "CloudTrail record contents" and "CloudTrail userIdentity element"; the order of the
//! members is that of the records which AWS delivers.

mod identity;
mod size;

use serde::Serialize;
use serde_json::Value;

pub use identity::{SessionAttributes, SessionContext, SessionIssuer, UserIdentity};

/// The version of the format that is written.
pub const EVENT_VERSION: &str = "1.11";

/// One record of a log file.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// [`EVENT_VERSION`].
    pub event_version: &'static str,
    /// Who called.
    pub user_identity: UserIdentity,
    /// When the call was completed, UTC, whole seconds: `2026-11-27T01:02:03Z`.
    pub event_time: String,
    /// The service: `s3.amazonaws.com`.
    pub event_source: String,
    /// The operation, as the service calls it in its events.
    pub event_name: String,
    /// The region that was asked; `us-east-1` for services that have none.
    pub aws_region: String,
    /// The address of who called, or the name of the service that did.
    #[serde(rename = "sourceIPAddress")]
    pub source_ip_address: String,
    /// What the client calls itself.
    pub user_agent: Option<String>,
    /// Of a call that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// Of a call that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
    /// What was asked; null where nothing was.
    pub request_parameters: Option<Value>,
    /// What a call that changes something was answered; null for others.
    pub response_elements: Option<Value>,
    /// What else is known of the call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_event_data: Option<Value>,
    /// As the answer's headers carry it.
    #[serde(rename = "requestID", skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// A UUID of this record.
    #[serde(rename = "eventID")]
    pub event_id: String,
    /// The call changes nothing.
    pub read_only: bool,
    /// What the call was about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    /// `AwsApiCall`, `AwsConsoleSignIn`, …
    pub event_type: &'static str,
    /// The category is `Management`.
    pub management_event: bool,
    /// The account whose trails the record is for.
    pub recipient_account_id: String,
    /// Of what a service did by itself, what it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_event_details: Option<Value>,
    /// Of an event that goes to several accounts: the same in each.
    #[serde(rename = "sharedEventID", skip_serializing_if = "Option::is_none")]
    pub shared_event_id: Option<String>,
    /// The VPC endpoint that the call came through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vpc_endpoint_id: Option<String>,
    /// `Management` or `Data`.
    pub event_category: &'static str,
    /// Of a call over TLS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tls_details: Option<TlsDetails>,
    /// `true`, as text, of a call with the credentials of somebody who signed in to the console.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_credential_from_console: Option<&'static str>,
}

/// What a call was about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Resource {
    /// Whose it is; absent for an object, which is its bucket's owner's.
    #[serde(rename = "accountId", skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    /// `AWS::S3::Bucket`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Which.
    #[serde(rename = "ARN", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    /// What the names of all that it was about begin with, where it was about several.
    #[serde(rename = "ARNPrefix", skip_serializing_if = "Option::is_none")]
    pub arn_prefix: Option<String>,
}

/// The connection that a call came over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TlsDetails {
    /// `TLSv1.3`.
    pub tls_version: String,
    /// As OpenSSL calls it: `ECDHE-RSA-AES128-GCM-SHA256`, `TLS_AES_128_GCM_SHA256`.
    pub cipher_suite: String,
    /// The `Host` that the client named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_provided_host_header: Option<String>,
}

impl Record {
    /// The record as a log file holds it, within the sizes that CloudTrail allows each member.
    ///
    /// # Errors
    /// A value that JSON cannot hold.
    pub fn to_json(mut self) -> serde_json::Result<Vec<u8>> {
        size::bound(&mut self);
        serde_json::to_vec(&self)
    }
}
