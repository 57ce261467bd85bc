//! Writes one record, its members in the order in which CloudTrail writes them.

use super::caller::append;
use super::chance::{BASE32, Chance};
use super::clock;
use super::operation::{Kind, PreparedFailure};
use super::scene::{Client, Scene};
use super::world::Account;

/// How a call ended.
#[derive(Clone, Copy)]
pub(super) enum Outcome<'a> {
    Success,
    Failed(&'a PreparedFailure),
}

/// Where and when a call was made.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) organization: &'a str,
    pub(super) account: &'a Account,
    pub(super) region: &'a str,
    /// Seconds since 1970.
    pub(super) time: i64,
}

/// Appends one record.
pub(super) fn write(
    out: &mut Vec<u8>,
    place: Place<'_>,
    client: &Client<'_>,
    outcome: Outcome<'_>,
    chance: &mut Chance,
) {
    let Place { organization, account, region, time } = place;
    let mut actor = Vec::with_capacity(128);
    client.caller.arn(&mut actor, account);
    let scene = Scene {
        client,
        organization,
        account,
        region,
        time,
        actor: std::str::from_utf8(&actor).expect("ARNs are written as text"),
        object: chance.favour(&account.objects).as_str(),
        machine: chance.favour(&account.resource_ids).as_str(),
        network: chance.favour(&account.resource_ids[..40]).as_str(),
    };
    who_and_what(out, &scene);
    answer(out, &scene, outcome, chance);
    ids(out, &scene, outcome, chance);
    connection(out, &scene, chance);
    out.push(b'}');
}

fn who_and_what(out: &mut Vec<u8>, scene: &Scene<'_>) {
    let Scene { client, account, region, .. } = *scene;
    let table = client.operation.table;
    append(out, &[r#"{"eventVersion":""#, table.version, r#"","userIdentity":{"#]);
    client.caller.identity(out, account, scene.actor, scene.time);
    append(out, &[r#"},"eventTime":""#]);
    clock::iso(out, scene.time);
    append(out, &[r#"","eventSource":""#, table.source, r#".amazonaws.com","eventName":""#, table.name]);
    append(out, &[r#"","awsRegion":""#, region, r#"","sourceIPAddress":""#, client.address]);
    append(out, &[r#"","userAgent":""#, client.agent, r#"","#]);
}

fn answer(out: &mut Vec<u8>, scene: &Scene<'_>, outcome: Outcome<'_>, chance: &mut Chance) {
    let operation = scene.client.operation;
    let response = match outcome {
        Outcome::Success => &operation.response,
        Outcome::Failed(failure) => {
            if !failure.code.is_empty() {
                append(out, &[r#""errorCode":""#, failure.code, r#"","#]);
            }
            if !failure.message.is_empty() {
                append(out, &[r#""errorMessage":""#]);
                failure.message.fill(out, scene, chance);
                append(out, &[r#"","#]);
            }
            &operation.failed_response
        }
    };
    for (name, template) in [(r#""requestParameters":"#, &operation.request), (r#""responseElements":"#, response)] {
        append(out, &[name]);
        if template.is_empty() {
            append(out, &["null"]);
        }
        template.fill(out, scene, chance);
        out.push(b',');
    }
    if !operation.additional.is_empty() {
        append(out, &[r#""additionalEventData":"#]);
        operation.additional.fill(out, scene, chance);
        out.push(b',');
    }
}

fn ids(out: &mut Vec<u8>, scene: &Scene<'_>, outcome: Outcome<'_>, chance: &mut Chance) {
    let operation = scene.client.operation;
    let table = operation.table;
    if table.kind == Kind::ApiCall {
        append(out, &[r#""requestID":""#]);
        match table.source {
            "s3" => chance.letters(out, BASE32, 16),
            _ => chance.uuid(out),
        }
        append(out, &[r#"","#]);
    }
    append(out, &[r#""eventID":""#]);
    chance.uuid(out);
    append(out, &[r#"","readOnly":"#, if table.is_read { "true" } else { "false" }]);
    if matches!(outcome, Outcome::Success) && !operation.resources.is_empty() {
        append(out, &[r#","resources":"#]);
        operation.resources.fill(out, scene, chance);
    }
    let kind = match table.kind {
        Kind::ApiCall => "AwsApiCall",
        Kind::ConsoleSignIn => "AwsConsoleSignIn",
        Kind::ServiceEvent => "AwsServiceEvent",
    };
    append(out, &[r#","eventType":""#, kind]);
    if !table.api_version.is_empty() {
        append(out, &[r#"","apiVersion":""#, table.api_version]);
    }
    append(out, &[r#"","managementEvent":"#, if table.is_data { "false" } else { "true" }]);
    append(out, &[r#","recipientAccountId":""#, &scene.account.id, r#"","#]);
    if !operation.service_details.is_empty() {
        append(out, &[r#""serviceEventDetails":"#]);
        operation.service_details.fill(out, scene, chance);
        out.push(b',');
    }
    if table.is_shared && chance.happens(0.7) {
        append(out, &[r#""sharedEventID":""#]);
        chance.uuid(out);
        append(out, &[r#"","#]);
    }
}

fn connection(out: &mut Vec<u8>, scene: &Scene<'_>, chance: &mut Chance) {
    const ENDPOINTS: [&str; 4] =
        ["vpce-0a1b2c3d4e5f60718", "vpce-0f9e8d7c6b5a40312", "vpce-04d3c2b1a0f9e8d7c", "vpce-07a6b5c4d3e2f1098"];
    let client = scene.client;
    let table = client.operation.table;
    if client.caller.connects() && chance.happens(if table.is_data { 0.3 } else { 0.02 }) {
        append(out, &[r#""vpcEndpointId":""#, *chance.pick(&ENDPOINTS)]);
        append(out, &[r#"","vpcEndpointAccountId":""#, &scene.account.id, r#"","#]);
    }
    append(out, &[r#""eventCategory":""#, if table.is_data { "Data\"" } else { "Management\"" }]);
    if client.caller.is_in_console(client.agent) {
        append(out, &[r#","sessionCredentialFromConsole":"true""#]);
    } else if client.caller.connects() {
        tls(out, scene, chance);
    }
}

fn tls(out: &mut Vec<u8>, scene: &Scene<'_>, chance: &mut Chance) {
    let client = scene.client;
    let (version, cipher) = match chance.happens(0.7) {
        true => ("TLSv1.3", "TLS_AES_128_GCM_SHA256"),
        false => ("TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256"),
    };
    append(out, &[r#","tlsDetails":{"tlsVersion":""#, version, r#"","cipherSuite":""#, cipher]);
    append(out, &[r#"","clientProvidedHostHeader":""#]);
    match client.operation.table.source {
        "s3" if !client.operation.request.is_empty() => append(out, &[client.bucket, ".s3.", scene.region]),
        "signin" => append(out, &["signin.aws"]),
        "iam" => append(out, &["iam"]),
        source => append(out, &[source, ".", scene.region]),
    }
    append(out, &[r#".amazonaws.com"}"#]);
}
