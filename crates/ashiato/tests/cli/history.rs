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

/// Who follows is shown each call that is answered meanwhile, once, in whatever second it was recorded.
#[test]
fn a_follower_is_shown_each_call_of_many_at_once() {
    let (_folder, data) = data();
    let server = Server::start(&data, FREELY);
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1")];
    let endpoint = format!("http://{}", server.address);
    let Some(python) = python(&data, &endpoint, include_str!("history_follow.py"), &more) else { return };
    assert_eq!(printed(python), "each once\n");
    assert_eq!(server.terminate().1, Some(0));
}

/// Nobody's lookups are in the way of anybody else's, at AWS's quota.
#[test]
fn a_follower_waits_and_leaves_the_quota_to_others() {
    let (_folder, data) = data();
    let server = Server::start(&data, &["--log-level", "warn"]);
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1")];
    let endpoint = format!("http://{}", server.address);
    let Some(python) = python(&data, &endpoint, include_str!("history_beside.py"), &more) else { return };
    assert_eq!(printed(python), "beside each other\n");
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn a_lookup_waits_for_what_is_no_lookup_for_as_long_as_it_is_asked_to() {
    let (_folder, data) = data();
    let server = Server::start(&data, FREELY);
    let endpoint = format!("http://{}", server.address);
    let Some(python) = python(&data, &endpoint, include_str!("history_waits.py"), &[]) else { return };
    assert_eq!(printed(python), "waited\n");
    assert_eq!(server.terminate().1, Some(0));
}

/// What event history does not hold, and what others hold, is told with each answer: here the server had another name
/// before.
#[test]
fn what_is_missing_is_told() {
    let (_folder, data) = data();
    let script = "
import os, subprocess
import boto3
boto3.client('s3').list_buckets()
told = subprocess.run([os.environ['ASHIATO'], 'history'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=True)
print(told.stderr, end='')
";
    let look = |server: &Server| {
        let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1")];
        python(&data, &format!("http://{}", server.address), script, &more).map(printed)
    };
    let server = Server::start(&data, &[FREELY, &["--server-name", "before"]].concat());
    let Some(told) = look(&server) else { return };
    assert!(told.ends_with("missing    nothing that is known of\n"), "{told}");
    assert_eq!(server.terminate().1, Some(0));
    let server = Server::start(&data, FREELY);
    let told = look(&server).expect("there is boto3");
    let others = "missing    what other servers of the same state recorded, each for itself: before\n";
    assert!(told.ends_with(others), "{told}");
    server.kill();
}

#[test]
fn lookups_are_as_many_a_second_as_they_may_be() {
    let (_folder, data) = data();
    let server = Server::start(&data, &["--limit-lookups-per-second", "1", "--log-level", "warn"]);
    let script = "
import boto3, botocore
once = botocore.config.Config(retries={'total_max_attempts': 1})
trail, other = (boto3.client('cloudtrail', config=once, region_name=region) for region in ('eu-north-1', 'us-east-1'))
codes = set()
while not codes:
    try: trail.lookup_events()
    except botocore.exceptions.ClientError as error: codes.add(error.response['Error']['Code'])
other.lookup_events()
print(*codes)
";
    let Some(python) = python(&data, &format!("http://{}", server.address), script, &[]) else { return };
    assert_eq!(printed(python), "ThrottlingException\n");
    server.kill();
}
