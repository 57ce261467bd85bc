use http::HeaderMap;
use proptest::prelude::*;
use serde_json::json;
use std::net::IpAddr;

use super::TrustedProxies;
use super::{names, objects, parameters, xml};
use crate::aws::generated::sns;
use crate::aws::service::ServiceId;

fn forwarded(values: &[&str]) -> HeaderMap {
    let values =
        values.iter().map(|value| (http::HeaderName::from_static("x-forwarded-for"), value.parse().expect("a value")));
    values.collect()
}

fn address(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

#[test]
fn a_proxy_is_believed_where_it_is_trusted_and_only_for_the_hop_before_it() {
    let trusted: TrustedProxies = "10.0.0.0/8, 2001:db8::1".parse().expect("proxies");
    let cases: &[(&str, &[&str], &str)] = &[
        ("203.0.113.5", &["198.51.100.1"], "203.0.113.5"),
        ("10.1.2.3", &["198.51.100.1"], "198.51.100.1"),
        ("10.1.2.3", &["1.1.1.1, 198.51.100.1"], "198.51.100.1"),
        ("10.1.2.3", &["198.51.100.1, 10.9.9.9"], "198.51.100.1"),
        ("10.1.2.3", &["198.51.100.1", "10.9.9.9"], "198.51.100.1"),
        ("2001:db8::1", &["[2001:db8::7]:4711"], "2001:db8::7"),
        ("::ffff:10.1.2.3", &["198.51.100.1:80"], "198.51.100.1"),
        ("10.1.2.3", &["nonsense"], "10.1.2.3"),
        ("10.1.2.3", &[], "10.1.2.3"),
    ];
    for (peer, headers, expected) in cases {
        assert_eq!(trusted.source(address(peer), &forwarded(headers)), address(expected), "{peer} {headers:?}");
    }
    assert!("10.0.0.0/8, somewhere".parse::<TrustedProxies>().is_err());
}

#[test]
fn documents_become_json_as_records_hold_them() {
    let read = |document: &str| xml::to_json(document.as_bytes());
    let created = r#"<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>ap-northeast-1</LocationConstraint></CreateBucketConfiguration>"#;
    let (name, value) = read(created).expect("a document");
    assert_eq!(name, "CreateBucketConfiguration");
    assert_eq!(
        value,
        json!({"xmlns": "http://s3.amazonaws.com/doc/2006-03-01/", "LocationConstraint": "ap-northeast-1"})
    );
    let (_, tags) = read(
        "<T><S><Tag><Key>a&amp;b</Key><Value>true</Value></Tag><Tag><Key>007</Key><Value>7</Value></Tag></S><E/></T>",
    )
    .expect("a document");
    assert_eq!(tags, json!({"S": {"Tag": [{"Key": "a&b", "Value": true}, {"Key": "007", "Value": 7}]}, "E": ""}));
    assert_eq!(read("nothing"), None);
    assert_eq!(read(&"<a>".repeat(100)), None);
}

#[test]
fn what_changes_nothing_is_told_from_what_does() {
    for reading in ["GetObject", "ListBuckets", "BatchGetNamedQuery", "AssumeRole", "HeadObject", "LookupEvents"] {
        assert!(names::is_read_only(reading), "{reading}");
    }
    for changing in ["PutObject", "StartQueryExecution", "Issue", "CreateTrail", "DeleteObjects", "Getaway"] {
        assert!(!names::is_read_only(changing), "{changing}");
    }
}

#[test]
fn the_algorithm_of_a_key_is_told_where_the_client_leaves_it_to_kms() {
    let asked = |operation| parameters::asked(&json!({}), (ServiceId::Kms, operation), None);
    assert_eq!(asked("Decrypt"), Some(json!({ "encryptionAlgorithm": "SYMMETRIC_DEFAULT" })));
    assert_eq!(asked("DescribeKey"), None);
}

#[test]
fn the_password_of_an_endpoint_is_in_no_record() {
    let subscribe = sns::SERVICE.operation("Subscribe").and_then(|operation| operation.input);
    let asked = json!({ "TopicArn": "t", "Protocol": "https", "Endpoint": "https://user:secret@example.com/" });
    let recorded = parameters::asked(&asked, (ServiceId::Sns, "Subscribe"), subscribe).expect("something was asked");
    assert_eq!(recorded["endpoint"], "https://user:****@example.com/");
    assert!(!recorded.to_string().contains("secret"), "{recorded}");
}

#[test]
fn paths_name_bucket_and_key() {
    let place = |path| objects::place(path);
    assert_eq!(place("/"), (None, None));
    assert_eq!(place("/b"), (Some("b".into()), None));
    assert_eq!(place("/b/"), (Some("b".into()), None));
    assert_eq!(place("/b/a%20b//c"), (Some("b".into()), Some("a b//c".into())));
}

proptest! {
    #[test]
    fn no_document_breaks_the_reader(document in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = xml::to_json(&document);
    }

    #[test]
    fn nested_and_broken_documents_are_read_or_refused(parts in proptest::collection::vec("(<a>|</a>|<b/>|&lt;|&x;|<!\\[CDATA\\[x\\]\\]>|text|<a x=\"1\">)", 0..60)) {
        let _ = xml::to_json(parts.concat().as_bytes());
    }
}
