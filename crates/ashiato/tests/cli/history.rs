//! Event history of a real process, by boto3 and by the command; what it holds is there again after a stop and a kill.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};

const FREELY: &[&str] = &["--limit-lookups-per-second", "100000", "--log-level", "warn"];

#[test]
fn what_was_called_is_found_by_every_attribute_and_beyond() {
    let (_folder, data) = data();
    let server = Server::start(&data, FREELY);
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1")];
    let endpoint = format!("http://{}", server.address);
    let Some(python) = python(&data, &endpoint, include_str!("history.py"), &more) else { return };
    assert_eq!(printed(python), "looked up\n");
    assert_eq!(server.terminate().1, Some(0));
}

/// Two buckets made and found, then each once more after the server went and came back.
#[test]
fn a_stop_and_a_kill_leave_each_event_once() {
    let (_folder, data) = data();
    let make = |server: &Server, script: &str| {
        let python = python(&data, &format!("http://{}", server.address), script, &[]);
        python.map(printed)
    };
    let made = "
import boto3, sys
s3, trail = boto3.client('s3'), boto3.client('cloudtrail')
s3.create_bucket(Bucket='NAME', CreateBucketConfiguration={'LocationConstraint': 'eu-north-1'})
found = trail.lookup_events(LookupAttributes=[{'AttributeKey': 'EventName', 'AttributeValue': 'CreateBucket'}])['Events']
print(len(found), len({event['EventId'] for event in found}))
";
    let server = Server::start(&data, FREELY);
    let Some(first) = make(&server, &made.replace("NAME", "first")) else { return };
    assert_eq!(first, "1 1\n");
    server.kill();
    let server = Server::start(&data, FREELY);
    assert_eq!(make(&server, &made.replace("NAME", "second")).as_deref(), Some("2 2\n"));
    // What was in memory goes into the table.
    assert_eq!(server.terminate().1, Some(0));
    let server = Server::start(&data, FREELY);
    assert_eq!(make(&server, &made.replace("NAME", "third")).as_deref(), Some("3 3\n"));
    server.kill();
}

#[test]
fn lookups_are_as_many_a_second_as_they_may_be() {
    let (_folder, data) = data();
    let server = Server::start(&data, &["--limit-lookups-per-second", "1", "--log-level", "warn"]);
    let script = "
import boto3, botocore
trail = boto3.client('cloudtrail', config=botocore.config.Config(retries={'total_max_attempts': 1}))
codes = set()
for _ in range(20):
    try: trail.lookup_events()
    except botocore.exceptions.ClientError as error: codes.add(error.response['Error']['Code'])
print(*codes)
";
    let Some(python) = python(&data, &format!("http://{}", server.address), script, &[]) else { return };
    assert_eq!(printed(python), "ThrottlingException\n");
    server.kill();
}
