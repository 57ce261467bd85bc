//! boto3 and the AWS CLI, from a signature to an answer.

use crate::running::Running;
use ashiato_server::http::Limits;
use chrono::{TimeDelta, Utc};

/// Runs a script that prints, and compares what it prints.
fn check(server: &Running, script: &str, expected: &str) {
    if let Some(printed) = server.python(script) {
        assert_eq!(printed, expected, "{script}");
    }
}

#[test]
fn boto3_learns_who_it_is() {
    let server = Running::start();
    let script = "answer = client('sts').get_caller_identity()
print(answer['Account'], answer['Arn'], answer['UserId'], answer['ResponseMetadata']['HTTPStatusCode'])";
    check(&server, script, "111122223333 arn:aws:iam::111122223333:user/<alice>&co AIDAEXAMPLE 200");
    server.stop();
}

#[test]
fn a_session_needs_its_token() {
    let server = Running::start();
    check(&server, "print(client('sts', 'ASIAALICE', token='token').get_caller_identity()['Account'])", "111122223333");
    let refused = |key: &str, token: &str, expected: &str| {
        check(&server, &format!("print(*code(client('sts', '{key}', token={token}).get_caller_identity))"), expected);
    };
    refused("ASIAALICE", "None", "403 InvalidClientTokenId");
    refused("ASIAALICE", "'stolen'", "403 InvalidClientTokenId");
    refused("ASIALATE", "'token'", "403 ExpiredToken");
    refused("AKIDALICE", "'token'", "403 InvalidClientTokenId");
}

#[test]
fn each_protocol_has_its_own_refusals() {
    let server = Running::start();
    let refused = |call: &str, expected: &str| check(&server, &format!("print(*code({call}))"), expected);
    refused("client('sts', secret='wrong').get_caller_identity", "403 SignatureDoesNotMatch");
    refused("client('sts', 'AKIDNOBODY').get_caller_identity", "403 InvalidClientTokenId");
    refused("client('athena', secret='wrong').list_work_groups", "400 InvalidSignatureException");
    refused("client('athena', 'AKIDNOBODY').list_work_groups", "400 UnrecognizedClientException");
    refused("client('s3', secret='wrong').list_buckets", "403 SignatureDoesNotMatch");
    refused("client('s3', 'AKIDNOBODY').list_buckets", "403 InvalidAccessKeyId");
    refused("client('s3').get_object, Bucket='nowhere', Key='a//../ü +%'", "404 NoSuchBucket");
}

#[test]
fn what_is_not_built_says_so() {
    let server = Running::start();
    let refused = |call: &str, expected: &str| check(&server, &format!("print(*code({call}))"), expected);
    refused("client('athena').list_capacity_reservations", "400 UnsupportedOperationException");
    refused("client('athena').list_sessions, WorkGroup='primary'", "400 UnsupportedOperationException");
    refused("client('cloudtrail').list_channels", "400 UnsupportedOperationException");
    refused("client('cloudwatch').list_dashboards", "400 UnsupportedOperation");
    refused("client('iam').list_mfa_devices", "400 UnsupportedOperation");
    refused("client('sqs').list_queues", "400 UnknownOperationException");
    refused("client('cloudformation').list_stacks", "400 UnknownOperationException");
}

#[test]
fn an_old_signature_is_refused() {
    let server = Running::start_with(Limits::default(), || Utc::now() + TimeDelta::minutes(6));
    let refused = |call: &str, expected: &str| check(&server, &format!("print(*code({call}))"), expected);
    refused("client('sts').get_caller_identity", "403 SignatureDoesNotMatch");
    refused("client('athena').list_work_groups", "400 InvalidSignatureException");
    refused("client('s3').list_buckets", "403 RequestTimeTooSkewed");
}

#[test]
fn a_presigned_url_speaks_for_its_signer() {
    let server = Running::start();
    let script = "url = client('sts').generate_presigned_url('get_caller_identity', HttpMethod='GET')
answer = urllib.request.urlopen(url)
print(answer.status, '<Account>111122223333</Account>' in answer.read().decode())";
    check(&server, script, "200 True");
}

#[test]
fn the_command_line_of_aws_learns_who_it_is() {
    let server = Running::start();
    let script =
        "keys = dict(AWS_ACCESS_KEY_ID='AKIDALICE', AWS_SECRET_ACCESS_KEY='secret', AWS_DEFAULT_REGION='eu-north-1')
command = [os.environ['BIN'] + '/aws', 'sts', 'get-caller-identity', '--query', 'Account', '--output', 'text']
env = dict(PATH=os.environ['PATH'], AWS_ENDPOINT_URL=ENDPOINT, **keys)
print(subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True).stdout)
";
    check(&server, script, "111122223333");
}
