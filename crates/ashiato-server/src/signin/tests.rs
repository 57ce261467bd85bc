use bytes::Bytes;
use http::Request;
use http::request::Parts;
use proptest::prelude::*;
use std::collections::HashMap;
use std::net::IpAddr;

use super::asked::{Asked, is_path};
use super::guesses::{GuessLimits, Guesses, TooMany};
use super::origin::is_of;
use super::{Door, door};

const MINUTE: i64 = 60 * 1000;

fn address(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

type Headers<'a> = &'a [(&'a str, &'a str)];

fn parts(method: &str, uri: &str, headers: Headers<'_>) -> Parts {
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).expect("a request").into_parts().0
}

#[test]
fn doors_open_to_what_no_bucket_is_asked() {
    let json = ("content-type", "application/json");
    let cases: &[(&str, &str, Headers<'_>, Option<Door>)] = &[
        ("POST", "/signin", &[json], Some(Door::SignIn)),
        ("POST", "/signin", &[("content-type", "application/x-www-form-urlencoded")], Some(Door::SignIn)),
        ("POST", "/signin/session", &[], Some(Door::Session)),
        ("POST", "/signout", &[], Some(Door::SignOut)),
        ("GET", "/federation?Action=getSigninToken&Session=%7B%7D", &[], Some(Door::Federation)),
        // A bucket's: made, listed, emptied, uploaded to.
        ("PUT", "/signin", &[], None),
        ("GET", "/signin", &[], None),
        ("GET", "/signin?list-type=2", &[], None),
        ("POST", "/signin?delete", &[], None),
        ("POST", "/signin/key?uploads", &[], None),
        ("POST", "/signin", &[("content-type", "multipart/form-data; boundary=x")], None),
        (
            "POST",
            "/signin",
            &[
                json,
                (
                    "authorization",
                    "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00",
                ),
            ],
            None,
        ),
        ("GET", "/federation?list-type=2", &[], None),
        ("GET", "/federation", &[], None),
        ("POST", "/signin/other", &[], None),
    ];
    for (method, uri, headers, expected) in cases {
        assert_eq!(door(&parts(method, uri, headers)), *expected, "{method} {uri} {headers:?}");
    }
}

#[test]
fn other_sites_are_told_from_the_own_one() {
    let cases = [
        ("http://127.0.0.1:4590", true),
        ("https://console.example.com", true),
        ("https://CONSOLE.example.com", true),
        ("https://console.example.com:8443", false),
        ("http://127.0.0.1:4591", false),
        ("http://127.0.0.1", false),
        ("https://evil.example", false),
        ("https://console.example.com.evil.example", false),
        ("null", false),
        ("", false),
    ];
    for (origin, expected) in cases {
        assert_eq!(is_of(origin, Some("127.0.0.1:4590"), "https://console.example.com"), expected, "{origin}");
    }
}

#[test]
fn destinations_are_paths_on_this_server() {
    for own in ["/", "/console/event-history?a=b#c", "/a//b"] {
        assert!(is_path(own), "{own}");
    }
    let long = format!("/{}", "a".repeat(2048));
    for other in ["", "a", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nb", "/ a", "/é", &long]
    {
        assert!(!is_path(other), "{other}");
    }
}

#[test]
fn what_is_said_is_read_as_json_and_as_a_form() {
    let json = Bytes::from_static(br#"{"account":"1","user":"u","password":"p&=%"}"#);
    let form = Bytes::from_static(b"account=1&user=u&password=p%26%3D%25&destination=%2Fa");
    for (content_type, body, destination) in
        [("application/json; charset=utf-8", json, None), ("application/x-www-form-urlencoded", form, Some("/a"))]
    {
        let asked = Asked::read(content_type, &body).expect("it is read");
        let told = (asked.account.as_str(), asked.user.as_str(), asked.password.as_str());
        assert_eq!((told, asked.destination.as_deref()), (("1", "u", "p&=%"), destination));
        assert!(!format!("{asked:?}").contains("p&"), "it does not print");
    }
    let refused: &[(&str, &[u8])] = &[
        ("application/json", b"{"),
        ("application/json", b"[]"),
        ("application/json", br#"{"account":"1","user":"u"}"#),
        ("application/json", br#"{"account":"1","user":"u","password":1}"#),
        ("application/json", br#"{"account":"1","user":"u","password":"p","other":"x"}"#),
        ("application/json", br#"{"account":"1","user":"u","password":"p","destination":"//x"}"#),
        ("application/x-www-form-urlencoded", b"account=1&user=u"),
        ("application/x-www-form-urlencoded", b"account=%zz&user=u&password=p%ff"),
        ("text/plain", b"account=1&user=u&password=p"),
        ("", b""),
    ];
    for (content_type, body) in refused {
        let refusal = Asked::read(content_type, &Bytes::copy_from_slice(body)).expect_err("it is refused");
        assert!(!refusal.message().contains('p') || !refusal.message().contains("password\":"), "{content_type}");
    }
}

#[test]
fn guesses_of_a_user_end_and_begin_again_when_they_are_old() {
    let guesses = Guesses::new(&GuessLimits { of_user: 3, of_address: 100 });
    let begin = |user: &str, at: i64| guesses.begin(("1", user), address("203.0.113.1"), at);
    for at in [0, 1000, 2000] {
        begin("alice", at).expect("it is let be");
    }
    assert_eq!(begin("Alice", 3000).expect_err("the case of letters is none"), TooMany(897));
    begin("bob", 3000).expect("another user");
    assert_eq!(begin("alice", 15 * MINUTE - 1).expect_err("the first counts still"), TooMany(1));
    begin("alice", 15 * MINUTE).expect("the first is old");
    assert!(begin("alice", 15 * MINUTE).is_err());
}

#[test]
fn a_right_password_forgives_the_user_and_not_the_address() {
    let guesses = Guesses::new(&GuessLimits { of_user: 2, of_address: 4 });
    let begin = |user: &str, at: i64| guesses.begin(("1", user), address("203.0.113.1"), at);
    for round in 0..3 {
        begin(&format!("victim {round}"), round).expect("it is let be");
        let own = begin("mallory", round).expect("it is let be");
        guesses.succeeded(&own);
    }
    begin("victim 3", 3).expect("the fourth of the address");
    assert!(begin("mallory", 4).is_err(), "own passwords do not clear the address");

    let guesses = Guesses::new(&GuessLimits { of_user: 2, of_address: 4 });
    let first = guesses.begin(("1", "alice"), address("2001:db8::1"), 0).expect("it is let be");
    let second = guesses.begin(("1", "alice"), address("2001:db8::ffff"), 0).expect("it is let be");
    guesses.withdraw(&first);
    guesses.begin(("1", "alice"), address("2001:db8::2"), 0).expect("what was not looked at does not count");
    guesses.succeeded(&second);
    for user in ["a", "b", "c"] {
        guesses.begin(("1", user), address("2001:db8::3"), 0).expect("it is let be");
    }
    let same_network = guesses.begin(("1", "d"), address("2001:db8:0:0:1::1"), 0);
    assert!(same_network.is_err(), "one network of 64 bits is one address");
    guesses.begin(("1", "d"), address("2001:db8:0:1::1"), 0).expect("another network");
}

proptest! {
    /// Whatever comes, within a quarter of an hour no user has more failures looked at than the limit.
    #[test]
    fn no_order_of_attempts_gets_more_guesses(
        attempts in proptest::collection::vec((0..3_usize, 0..3_u8, 0..5 * MINUTE, any::<bool>()), 1..200)
    ) {
        let limits = GuessLimits { of_user: 4, of_address: 6 };
        let guesses = Guesses::new(&limits);
        let mut now = 0;
        let mut failed: HashMap<String, Vec<i64>> = HashMap::new();
        for (user, host, wait, is_right) in attempts {
            now += wait;
            let from = address(&format!("198.51.100.{host}"));
            let Ok(attempt) = guesses.begin(("1", ["a", "b", "c"][user]), from, now) else { continue };
            let keys = [format!("user {user}"), format!("host {host}")];
            if is_right {
                guesses.succeeded(&attempt);
                failed.remove(&keys[0]);
                continue;
            }
            for (key, most) in keys.into_iter().zip([limits.of_user, limits.of_address]) {
                let times = failed.entry(key).or_default();
                times.retain(|time| now - time < 15 * MINUTE);
                times.push(now);
                prop_assert!(times.len() <= most as usize);
            }
        }
    }

    #[test]
    fn no_body_breaks_the_reader(body in proptest::collection::vec(any::<u8>(), 0..200)) {
        for content_type in ["application/json", "application/x-www-form-urlencoded"] {
            let _ = Asked::read(content_type, &Bytes::from(body.clone()));
        }
    }
}
