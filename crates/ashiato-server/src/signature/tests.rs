//! AWS's published signatures: the SigV4 test suite, and the examples of Amazon S3's API reference ("Authenticating
//! Requests: Using the Authorization Header", "… Using Query Parameters").

use ashiato_policy::sts::Carried;
use chrono::{DateTime, TimeDelta, Utc};
use futures::executor::block_on;
use http::request::Parts;

use super::*;

const SUITE_SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const S3_SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

fn keys(secret: &str, session_token: Option<&str>, expires: Option<DateTime<Utc>>) -> StaticCredentials {
    let key = |id: &str| Credential {
        access_key_id: id.into(),
        secret: Secret::new(secret),
        session_token: session_token.map(Secret::new),
        expires,
        principal: Principal {
            account: "111122223333".into(),
            arn: "arn:aws:iam::111122223333:root".into(),
            user_id: "111122223333".into(),
        },
        identity: Identity::Root,
        session_policies: None,
        issued: None,
        carried: Carried::default(),
        is_from_console: false,
    };
    [key("AKIDEXAMPLE"), key("AKIAIOSFODNN7EXAMPLE")].into_iter().collect()
}

fn suite_time() -> DateTime<Utc> {
    "2015-08-30T12:36:00Z".parse().expect("a time")
}

fn parts(method: &str, uri: &str, headers: &[(&str, &str)]) -> Parts {
    let mut request = http::Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).expect("a request").into_parts().0
}

/// A request of the suite, with further signed headers, and its signature.
fn suite(method: &str, uri: &str, further: &[(&str, &str)], signature: &str) -> Parts {
    let mut names: Vec<&str> = further.iter().map(|(name, _)| *name).collect();
    names.extend(["host", "x-amz-date"]);
    names.sort_unstable();
    names.dedup();
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={}, Signature={signature}",
        names.join(";")
    );
    let mut headers = vec![("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z")];
    headers.push(("authorization", &authorization));
    headers.extend(further);
    parts(method, uri, &headers)
}

fn verify_at(parts: &Parts, keys: &StaticCredentials, now: DateTime<Utc>) -> Result<(), Failure> {
    block_on(verify(parts, &hex_sha256(b""), PathStyle::Normalised, keys, now)).map(drop)
}

const VANILLA: &str = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

#[test]
fn the_suite_of_aws_is_accepted() {
    let check = |method: &str, uri: &str, further: &[(&str, &str)], signature: &str| {
        let parts = suite(method, uri, further, signature);
        assert_eq!(
            verify_at(&parts, &keys(SUITE_SECRET, None, None), suite_time()),
            Ok(()),
            "{method} {uri} {further:?}"
        );
    };
    check("GET", "/", &[], VANILLA);
    check("GET", "/example/..", &[], VANILLA);
    check("GET", "/example1/example2/../..", &[], VANILLA);
    check("GET", "/./", &[], VANILLA);
    check("POST", "/", &[], "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    check("GET", "//example//", &[], "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84");
    check(
        "GET",
        "/?Param2=value2&Param1=value1",
        &[],
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    );
    check("GET", "/?Param1=value1", &[], "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb");
    check(
        "GET",
        "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        &[],
        "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
    );
    check(
        "GET",
        "/",
        &[("my-header1", "value2"), ("my-header1", "value2"), ("my-header1", "value1")],
        "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
    );
    check(
        "GET",
        "/",
        &[("my-header1", " value1"), ("my-header2", " \"a   b   c\"")],
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    );
}

#[test]
fn the_examples_of_s3_are_accepted() {
    let now = "2013-05-24T00:00:00Z".parse().expect("a time");
    let keys = keys(S3_SECRET, None, None);
    let empty = hex_sha256(b"");
    let get = parts(
        "GET",
        "/test.txt",
        &[
            ("host", "examplebucket.s3.amazonaws.com"),
            ("range", "bytes=0-9"),
            ("x-amz-content-sha256", &empty),
            ("x-amz-date", "20130524T000000Z"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,\
                 SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,\
                 Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
            ),
        ],
    );
    assert!(block_on(verify(&get, &empty, PathStyle::Verbatim, &keys, now)).is_ok());

    let presigned = parts(
        "GET",
        "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2F\
         aws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=\
         aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
        &[("host", "examplebucket.s3.amazonaws.com")],
    );
    let at = |now| block_on(verify(&presigned, "UNSIGNED-PAYLOAD", PathStyle::Verbatim, &keys, now)).map(drop);
    assert_eq!(at(now), Ok(()));
    assert_eq!(at(now + TimeDelta::days(1)), Ok(()));
    assert_eq!(at(now + TimeDelta::days(1) + TimeDelta::seconds(1)), Err(Failure::PresignedExpired));
}

/// The sentences are S3's.
#[test]
fn a_presigned_url_is_good_for_a_week_at_most() {
    let check = |expires: &str, expected: Option<Failure>| {
        let uri = format!(
            "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fs3%2F\
             aws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires={expires}&X-Amz-SignedHeaders=host&X-Amz-Signature=0"
        );
        let parts = parts("GET", &uri, &[("host", "examplebucket.s3.amazonaws.com")]);
        assert_eq!(claimed(&parts).err(), expected, "{expires}");
    };
    let week = "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds";
    check("0", None);
    check("604800", None);
    check("604801", Some(Failure::Expires(week)));
    check("-1", Some(Failure::Expires("X-Amz-Expires must be non-negative")));
    for no_number in ["", "1h", "1.5", "%20", "99999999999999999999"] {
        check(no_number, Some(Failure::Expires("X-Amz-Expires should be a number")));
    }
}

#[test]
fn time_is_held_to_five_minutes() {
    let check = |seconds: i64, is_accepted: bool| {
        let now = suite_time() + TimeDelta::seconds(seconds);
        let result = verify_at(&suite("GET", "/", &[], VANILLA), &keys(SUITE_SECRET, None, None), now);
        match result {
            Ok(()) => assert!(is_accepted, "{seconds}"),
            Err(Failure::Skewed(_)) => assert!(!is_accepted, "{seconds}"),
            other => panic!("{seconds}: {other:?}"),
        }
    };
    check(300, true);
    check(301, false);
    check(-300, true);
    check(-301, false);
}

#[test]
fn what_is_not_the_senders_is_refused() {
    let check = |parts: Parts, keys: &StaticCredentials, expected: Failure| {
        assert_eq!(verify_at(&parts, keys, suite_time()), Err(expected));
    };
    let plain = keys(SUITE_SECRET, None, None);
    let vanilla = || suite("GET", "/", &[], VANILLA);
    check(vanilla(), &keys("another secret", None, None), Failure::Mismatch);
    check(vanilla(), &StaticCredentials::default(), Failure::UnknownKey("AKIDEXAMPLE".into()));
    check(vanilla(), &keys(SUITE_SECRET, Some("token"), None), Failure::WrongToken);
    check(suite("GET", "/other", &[], VANILLA), &plain, Failure::Mismatch);
    check(suite("GET", "/", &[], &VANILLA[..63]), &plain, Failure::Mismatch);
    check(suite("GET", "/", &[], ""), &plain, Failure::Mismatch);
    check(parts("GET", "/", &[]), &plain, Failure::Missing);
    check(vanilla(), &keys(SUITE_SECRET, None, Some(suite_time())), Failure::ExpiredToken);

    let mut carried = vanilla();
    carried.headers.insert("x-amz-target", "Added.OnTheWay".parse().expect("a value"));
    check(carried, &plain, Failure::Unsigned("x-amz-target".into()));
}

#[test]
fn a_malformed_header_says_what_is_missing() {
    let check = |header: &str, expected: &str| match Authorization::parse(header) {
        Err(Failure::Incomplete(why)) => assert!(why.contains(expected), "{header}: {why}"),
        other => panic!("{header}: {other:?}"),
    };
    check("Basic YTpi", "algorithm");
    check("AWS4-HMAC-SHA256 Credential=A/20150830/r/s/aws4_request, SignedHeaders=host", "'Signature'");
    check("AWS4-HMAC-SHA256 Credential=A/r/s/aws4_request, SignedHeaders=host, Signature=0", "Credential");
    check("AWS4-HMAC-SHA256 Credential=A/20150830/r/s/aws4_request, SignedHeaders=date, Signature=0", "'Host'");
}
