//! CloudTrail's record of a call.

use ashiato_event::record::{EVENT_VERSION, Record, Resource, TlsDetails};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode};
use serde_json::Value;
use uuid::Uuid;

use super::heard::{Heard, HeardCall, HeardObject, HeardOperation, Outcome, Who};
use super::regions::Regions;
use super::{identity, names, objects, parameters, resources};
use crate::access::Issuer;
use crate::aws::service::ServiceId;

/// How a call was answered.
pub(crate) struct Answered {
    pub(crate) request_id: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// Of the body that follows, as far as it is known.
    pub(crate) bytes: u64,
    /// The body, where S3 answers with an error.
    pub(crate) error: Bytes,
    /// Of S3, the operation that it turned out to be.
    pub(crate) object_operation: Option<&'static str>,
    /// Of S3, the region of the bucket that it was about, where there is one.
    pub(crate) bucket_region: Option<String>,
}

/// What is not of the call, but of the server and the moment.
pub(crate) struct Setting<'a> {
    pub(crate) account: &'a str,
    pub(crate) vpc_endpoint_id: Option<&'a str>,
    pub(crate) regions: &'a Regions,
    pub(crate) now: DateTime<Utc>,
}

/// What differs between a call of an operation and a request for an object.
struct Facts {
    source: String,
    name: String,
    region: String,
    error: Option<(String, String)>,
    asked: Option<Value>,
    answered: Option<Value>,
    additional: Option<Value>,
    is_read_only: bool,
    is_data: bool,
    resources: Vec<Resource>,
}

/// The record of a call. `None`: it did not turn out what was asked.
pub(super) fn of(heard: Heard, issuer: Option<&Issuer>, answered: &Answered, setting: &Setting<'_>) -> Option<Record> {
    let user_identity = identity::of(&heard.who, issuer);
    let is_signed = matches!(heard.who, Who::Known(_));
    let is_from_console = matches!(&heard.who, Who::Known(credential) if credential.is_from_console);
    let session_credential_from_console = is_from_console.then_some("true");
    let facts = match &heard.call {
        HeardCall::Operation(operation) => of_operation(operation, &heard.region, setting)?,
        HeardCall::Object(object) => of_object(object, &heard, is_signed, answered, setting)?,
    };
    let (error_code, error_message) = facts.error.unzip();
    Some(Record {
        event_version: EVENT_VERSION,
        user_identity,
        event_time: identity::moment(setting.now),
        event_source: facts.source,
        event_name: facts.name,
        aws_region: facts.region,
        source_ip_address: heard.source_ip.to_string(),
        user_agent: heard.user_agent,
        error_code,
        error_message: error_message.filter(|message| !message.is_empty()),
        request_parameters: facts.asked,
        response_elements: facts.answered,
        additional_event_data: facts.additional,
        request_id: Some(answered.request_id.clone()),
        event_id: Uuid::new_v4().to_string(),
        read_only: facts.is_read_only,
        resources: facts.resources,
        event_type: "AwsApiCall",
        management_event: !facts.is_data,
        recipient_account_id: setting.account.to_string(),
        service_event_details: None,
        // Nobody of another account gets what is this account's.
        shared_event_id: None,
        vpc_endpoint_id: setting.vpc_endpoint_id.map(str::to_string),
        event_category: if facts.is_data { "Data" } else { "Management" },
        tls_details: heard.tls.map(|tls| TlsDetails {
            tls_version: tls.version.to_string(),
            cipher_suite: tls.suite.to_string(),
            client_provided_host_header: heard.host,
        }),
        session_credential_from_console,
    })
}

fn of_operation(heard: &HeardOperation, region: &str, setting: &Setting<'_>) -> Option<Facts> {
    let account = setting.account;
    if heard.name.is_empty() {
        return None;
    }
    let service = heard.service.id;
    let is_read_only = names::is_read_only(&heard.name);
    let schema = |of: fn(&crate::aws::service::Operation) -> Option<&'static crate::aws::schema::Structure>| {
        heard.operation.and_then(of)
    };
    let asked_in = schema(|operation| operation.input);
    let asked = heard.input.as_ref().and_then(|input| parameters::asked(input, (service, &heard.name), asked_in));
    let internal = Outcome::Failed { code: "InternalFailure", message: String::new() };
    let (answered, error) = match heard.outcome.as_ref().unwrap_or(&internal) {
        Outcome::Output(output) if !is_read_only || names::tells_its_answer(service, &heard.name) => {
            (parameters::shaped(output, schema(|operation| operation.output)), None)
        }
        Outcome::Output(_) => (None, None),
        Outcome::Failed { code, message } => (None, Some((names::error_code(service, code), message.clone()))),
    };
    let is_role = service == ServiceId::Sts && heard.name == "AssumeRole";
    // As AWS has it, of a role that is refused the sentence alone tells which.
    let is_refused_role = is_role && error.as_ref().is_some_and(|(code, _)| code == "AccessDenied");
    let asked = asked.filter(|_| !is_refused_role);
    let resources = resources::of_operation(heard, asked.as_ref(), (region, account));
    Some(Facts {
        source: format!("{}.amazonaws.com", heard.service.signing_name),
        name: heard.name.clone(),
        region: names::region(service, region, setting.regions),
        resources,
        error,
        asked,
        answered,
        additional: None,
        is_read_only,
        is_data: names::is_data(service, &heard.name),
    })
}

fn of_object(
    heard: &HeardObject,
    call: &Heard,
    is_signed: bool,
    answer: &Answered,
    setting: &Setting<'_>,
) -> Option<Facts> {
    let operation = answer.object_operation?;
    let is_read_only = names::is_read_only(operation);
    let error = objects::failure(operation, answer.status, &answer.error);
    let answered = match error.is_none() && !is_read_only {
        true => objects::answered(&answer.headers),
        false => None,
    };
    let asked = objects::parameters(heard, call.host.as_deref());
    let region = objects::region((operation, heard, &asked), answer.bucket_region.as_deref(), &call.region);
    // Nobody's is a bucket that is not there.
    let is_missing = error.as_ref().is_some_and(|(code, _)| code == "NoSuchBucket");
    let owner = (!is_missing).then_some(setting.account);
    let told = objects::Answer { bytes: answer.bytes, id_2: &answer.request_id };
    Some(Facts {
        source: "s3.amazonaws.com".to_string(),
        name: objects::event_name(operation).to_string(),
        region: setting.regions.recorded(region).to_string(),
        error,
        asked: Some(asked),
        answered,
        additional: Some(objects::additional(heard, call.tls, is_signed, &told)),
        is_read_only,
        is_data: objects::is_data(operation),
        resources: objects::resources(operation, heard, owner),
    })
}
