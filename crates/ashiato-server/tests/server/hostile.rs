//! What no honest client sends: each is answered with an error, or cut off, and costs bounded memory.

use crate::running::Running;
use ashiato_server::http::Limits;
use chrono::Utc;
use std::time::{Duration, Instant};

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or("closed")
}

const UNSIGNED: &str =
    "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-Amz-Target: AmazonAthena.ListWorkGroups\r\n";
/// Well formed, and no key's.
const STATED: &str = "Authorization: AWS4-HMAC-SHA256 Credential=AKIDALICE/20261126/r/athena/aws4_request, \
                      SignedHeaders=host, Signature=0\r\n";

#[test]
fn an_unsigned_request_is_refused_before_its_body() {
    let server = Running::start();
    let answer = server.raw(format!("{UNSIGNED}Content-Length: 100000000\r\n\r\n{{").as_bytes());
    assert_eq!(status(&answer), "400", "{answer}");
    assert!(answer.contains("MissingAuthenticationTokenException"), "{answer}");
    assert!(answer.contains("x-amzn-requestid"), "{answer}");
}

#[test]
fn a_body_of_100_mb_is_refused_unread() {
    let server = Running::start();
    let answer = server.raw(format!("{UNSIGNED}{STATED}Content-Length: 100000000\r\n\r\n{{").as_bytes());
    assert_eq!(status(&answer), "413", "{answer}");
}

#[test]
fn a_body_of_unsaid_length_is_cut_at_the_limit() {
    let server = Running::start();
    let mut request = format!("{UNSIGNED}{STATED}Transfer-Encoding: chunked\r\n\r\n").into_bytes();
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..3 {
        request.extend(b"100000\r\n");
        request.extend(&chunk);
        request.extend(b"\r\n");
    }
    let answer = server.raw(&request);
    assert_eq!(status(&answer), "413", "{answer}");
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    let limits = Limits { body_timeout: Duration::from_millis(100), ..Limits::default() };
    let server = Running::start_with(limits, Utc::now);
    let answer = server.raw(format!("{UNSIGNED}{STATED}Content-Length: 10\r\n\r\n{{").as_bytes());
    assert_eq!(status(&answer), "408", "{answer}");
}

#[test]
fn headers_are_bounded_in_size_and_time() {
    let limits = Limits { header_timeout: Duration::from_millis(100), ..Limits::default() };
    let server = Running::start_with(limits, Utc::now);
    let huge = "x".repeat(100_000);
    assert_eq!(status(&server.raw(format!("{UNSIGNED}X-Huge: {huge}\r\n\r\n").as_bytes())), "431");

    let began = Instant::now();
    server.raw(b"GET / HTTP/1.1\r\nHost: ");
    assert!(began.elapsed() < Duration::from_secs(10), "a client that sends half its headers is cut off");
}

#[test]
fn signed_nonsense_is_answered_with_an_error() {
    let server = Running::start();
    let check = |service: &str, body: &str, content_type: &str, expected: &str| {
        let script = format!(
            "headers = {{'Content-Type': '{content_type}', 'X-Amz-Target': 'AmazonAthena.ListWorkGroups'}}
if '{service}' != 'athena': del headers['X-Amz-Target']
status, text = signed('{service}', {body}, headers)
print(status, '{expected}' in text, text if '{expected}' not in text else '')"
        );
        if let Some(printed) = server.python(&script) {
            assert_eq!(printed, "400 True", "{service} {body} {content_type}");
        }
    };
    check("athena", "b'{}'", "application/cbor", "SerializationException");
    check("athena", "b'{}'", "text/plain", "SerializationException");
    check("sts", "b'{}'", "application/x-amz-json-1.1", "SerializationException");
    check("sts", "b'\\xff=%ff'", "application/x-www-form-urlencoded", "SerializationException");
    check("sts", "b'Version=2011-06-15'", "application/x-www-form-urlencoded", "MissingAction");
    check("sts", "b'Action=Nothing&Version=2011-06-15'", "application/x-www-form-urlencoded", "InvalidAction");
    check(
        "sts",
        "b'&'.join(b'a%d=1' % i for i in range(20000))",
        "application/x-www-form-urlencoded",
        "more than 10000",
    );
}

#[test]
fn health_and_metrics_need_no_signature() {
    let server = Running::start();
    let get =
        |path: &str| server.raw(format!("GET {path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").as_bytes());
    assert_eq!(status(&get("/health")), "200");
    assert_eq!(status(&get("/bucket/key")), "403");
    let metrics = get("/metrics");
    assert!(
        metrics.contains("ashiato_requests_total{service=\"s3\",operation=\"GetObject\",status=\"403\"} 1"),
        "{metrics}"
    );
    assert!(metrics.contains("ashiato_trail_spool_bytes 0\n"), "{metrics}");
}
