//! Requests that nobody signed and that S3 refuses, against a real process: recorded, and no more of them than may be.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};

const SCRIPT: &str = r#"
import json, os, subprocess
import boto3, botocore
from botocore.exceptions import ClientError

s3 = boto3.client("s3")
stranger = boto3.client("s3", config=botocore.config.Config(signature_version=botocore.UNSIGNED, retries={"total_max_attempts": 1}))
s3.create_bucket(Bucket="closed")
codes = []
for number in range(5):
    try:
        stranger.get_object(Bucket="closed", Key=f"secret-{number}")
    except ClientError as error:
        codes.append(error.response["Error"]["Code"])
assert codes[0] == "AccessDenied" and "SlowDown" in codes and set(codes) == {"AccessDenied", "SlowDown"}, codes
found = subprocess.run([os.environ["ASHIATO"], "history", "--data-events", "--all-regions", "EventName=GetObject", "--output", "json"],
                       stdout=subprocess.PIPE, text=True, check=True)
events = json.loads(found.stdout)["Records"]
refused = [f"secret-{number}" for number, code in enumerate(codes) if code == "AccessDenied"]
assert sorted(event["requestParameters"]["key"] for event in events) == refused, (events, codes)
assert {event["errorCode"] for event in events} == {"AccessDenied"}
assert {event["userIdentity"]["accountId"] for event in events} == {"ANONYMOUS_PRINCIPAL"}, events[0]["userIdentity"]
print("recorded")
"#;

#[test]
fn strangers_that_are_refused_are_recorded_so_many_a_second() {
    let (_folder, data) = data();
    let limits = ["--limit-refused-strangers-per-second", "1", "--limit-lookups-per-second", "1000"];
    let server = Server::start(&data, &[&limits[..], &["--log-level", "warn"]].concat());
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato"))];
    let Some(python) = python(&data, &format!("http://{}", server.address), SCRIPT, &more) else { return };
    assert_eq!(printed(python), "recorded\n");
    assert_eq!(server.terminate().1, Some(0));
}
