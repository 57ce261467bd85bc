//! The server records itself: trails made, delivered, proved and tampered with, by AWS's own clients.

use super::serve::{Server, data};
use super::serve_hardship::{certificate, printed, python};
use serde_json::Value;
use std::collections::BTreeMap;

/// Log files every second and digests every three, so that a test need not wait for an hour.
const SOON: &[&str] = &["--trail-delivery-seconds", "1", "--trail-digest-seconds", "3", "--log-level", "warn"];

#[test]
fn the_walk_of_the_seeds_from_a_quick_trail_to_its_proof() {
    let (_folder, data) = data();
    let server = Server::start(&data, &[SOON, &["--limit-lookups-per-second", "100"]].concat());
    let endpoint = format!("http://{}", server.address);
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1")];
    let Some(python) = python(&data, &endpoint, include_str!("trails.py"), &more) else { return };
    assert_eq!(printed(python), "walked\n");
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn a_quick_trail_is_made_once_however_often_it_is_asked_for() {
    let (_folder, data) = data();
    let server = Server::start(&data, SOON);
    let endpoint = format!("http://{}", server.address);
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato"))];
    let Some(python) = python(&data, &endpoint, include_str!("trails_again.py"), &more) else { return };
    assert_eq!(printed(python), "made once\n");
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn events_of_global_services_reach_trails_of_the_leading_region_and_of_all() {
    let (_folder, data) = data();
    let server = Server::start(&data, SOON);
    let endpoint = format!("http://{}", server.address);
    let Some(python) = python(&data, &endpoint, include_str!("trails_global.py"), &[]) else { return };
    assert_eq!(printed(python), "where they belong\n");
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn data_events_reach_the_trails_that_select_them() {
    let (_folder, data) = data();
    let server = Server::start(&data, SOON);
    let endpoint = format!("http://{}", server.address);
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1")];
    let Some(python) = python(&data, &endpoint, include_str!("trails_data.py"), &more) else { return };
    assert_eq!(printed(python), "selected\n");
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn a_chain_of_digests_goes_on_under_another_key() {
    let (_folder, data) = data();
    let server = Server::start(&data, SOON);
    let endpoint = format!("http://{}", server.address);
    let state = data.join("state.db");
    let state = state.to_str().expect("a plain path");
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1"), ("STATE", state)];
    let Some(python) = python(&data, &endpoint, include_str!("trails_rotated.py"), &more) else { return };
    assert_eq!(printed(python), "rotated\n");
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn more_than_a_log_file_holds_goes_into_several() {
    let (_folder, data) = data();
    // Nothing is planned before all is recorded.
    let server = Server::start(&data, &["--trail-delivery-seconds", "3600", "--log-level", "warn"]);
    let endpoint = format!("http://{}", server.address);
    let Some(python) = python(&data, &endpoint, include_str!("trails_sizes.py"), &[]) else { return };
    assert_eq!(printed(python), "cut\n");
    assert_eq!(server.terminate().1, Some(0));
}

/// What each member of a record is, by its path.
fn members(path: &str, value: &Value, found: &mut BTreeMap<String, &'static str>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(members_) => {
            for (name, value) in members_ {
                members(&format!("{path}.{name}"), value, found);
            }
            "object"
        }
    };
    found.insert(path.to_string(), kind);
}

/// The record that the second seed prints of a bucket made by CloudTrail's console: a user's session, over TLS, through a
/// VPC endpoint. Values are masked there; members are not.
const CREATED_BUCKET: &str = r#"{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","principalId":"x","arn":"x",
"accountId":"x","accessKeyId":"x","userName":"x","sessionContext":{"sessionIssuer":{},"webIdFederationData":{},
"attributes":{"creationDate":"2021-10-29T07:29:15Z","mfaAuthenticated":"true"}}},"eventTime":"2021-10-29T09:01:15Z",
"eventSource":"s3.amazonaws.com","eventName":"CreateBucket","awsRegion":"ap-northeast-1","sourceIPAddress":"x",
"userAgent":"x","requestParameters":{"CreateBucketConfiguration":{"LocationConstraint":"ap-northeast-1",
"xmlns":"http://s3.amazonaws.com/doc/2006-03-01/"},"bucketName":"x","Host":"x"},"responseElements":null,
"additionalEventData":{"SignatureVersion":"SigV4","CipherSuite":"x","bytesTransferredIn":158,
"AuthenticationMethod":"AuthHeader","x-amz-id-2":"x","bytesTransferredOut":0},"requestID":"x","eventID":"x",
"readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"x","vpcEndpointId":"x",
"eventCategory":"Management"}"#;

#[test]
fn a_bucket_that_is_made_is_recorded_member_by_member_as_aws_does() {
    let (folder, data) = data();
    let Some((certificate, key)) = certificate(folder.path()) else { return };
    let tls = ["--tls-cert", &certificate, "--tls-key", &key, "--recording-vpc-endpoint-id", "vpce-1a2b3c4d"];
    let server = Server::start(&data, &[SOON, &tls[..]].concat());
    let endpoint = format!("https://{}", server.address);
    let more = [("CERTIFICATE", certificate.as_str()), ("AWS_DEFAULT_REGION", "ap-northeast-1")];
    let Some(python) = python(&data, &endpoint, include_str!("created_bucket.py"), &more) else { return };
    let record: Value = serde_json::from_str(&printed(python)).expect("it prints JSON");
    let sample: Value = serde_json::from_str(CREATED_BUCKET).expect("it is JSON");
    let (mut found, mut expected) = (BTreeMap::new(), BTreeMap::new());
    members("", &record, &mut found);
    members("", &sample, &mut expected);
    // Later versions of the format tell of the connection beside the record's other members too.
    found.retain(|path, _| !path.starts_with(".tlsDetails"));
    assert_eq!(found, expected, "{record:#}");
    assert_eq!(record["eventVersion"], "1.11");
    assert_eq!(
        record["requestParameters"]["CreateBucketConfiguration"],
        sample["requestParameters"]["CreateBucketConfiguration"]
    );
    assert_eq!(record["requestParameters"]["bucketName"], "made");
    assert_eq!(record["additionalEventData"]["CipherSuite"], record["tlsDetails"]["cipherSuite"]);
    assert_eq!(record["sourceIPAddress"], "127.0.0.1");
    assert_eq!(record["awsRegion"], "ap-northeast-1");
    assert_eq!(server.terminate().1, Some(0));
}
