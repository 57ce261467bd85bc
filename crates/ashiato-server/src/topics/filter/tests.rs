//! The examples of SNS's developer guide, and what is refused.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

use super::FilterPolicy;
use crate::topics::Notification;

fn policy(text: &str, scope: &str) -> Result<Option<FilterPolicy>, String> {
    let attributes = [("FilterPolicy", text), ("FilterPolicyScope", scope)];
    FilterPolicy::of(&BTreeMap::from(attributes.map(|(name, value)| (name.to_string(), value.to_string()))))
}

/// Attributes as they are published: name, type and value.
fn attributes(given: &[(&str, &str, &str)]) -> Notification {
    let shown = |(name, kind, value): &(&str, &str, &str)| (name.to_string(), json!({ "Type": kind, "Value": value }));
    Notification { attributes: given.iter().map(shown).collect(), ..Notification::default() }
}

fn body(text: &str) -> Notification {
    Notification { message: text.to_string(), ..Notification::default() }
}

#[track_caller]
fn check(filter: &str, scope: &str, published: &Notification, expected: bool) {
    let policy = policy(filter, scope).expect(filter).expect("there is a policy");
    assert_eq!(policy.wants(published, "http"), expected, "{filter} of {published:?}");
}

#[test]
fn attributes_are_held_against_each_operator() {
    let cases: &[(&str, (&str, &str), bool)] = &[
        (r#"["rugby", "tennis"]"#, ("String", "rugby"), true),
        (r#"["rugby", "tennis"]"#, ("String", "baseball"), false),
        (r#"["rugby"]"#, ("String", "Rugby"), false),
        (r#"["rugby", "tennis"]"#, ("String.Array", r#"["baseball", "tennis"]"#), true),
        (r#"["rugby", "tennis"]"#, ("String.Array", r#"["baseball"]"#), false),
        (r#"["rugby"]"#, ("String.Array", "no list"), false),
        (r#"["rugby"]"#, ("String.sport", "rugby"), true),
        (r#"["cnVnYnk="]"#, ("Binary", "cnVnYnk="), false),
        (r#"[{"anything-but": "rugby"}]"#, ("Binary", "AAA="), false),
        (r#"[{"exists": true}]"#, ("Binary", "AAA="), true),
        (r#"[{"anything-but": ["rugby", "tennis"]}]"#, ("String", "baseball"), true),
        (r#"[{"anything-but": ["rugby", "tennis"]}]"#, ("String", "rugby"), false),
        (r#"[{"anything-but": ["rugby", "tennis"]}]"#, ("String.Array", r#"["rugby", "baseball"]"#), true),
        (r#"[{"anything-but": ["rugby"]}]"#, ("String.Array", r#"["rugby"]"#), false),
        (r#"[{"anything-but": "rugby"}]"#, ("String", "tennis"), true),
        (r#"[{"anything-but": {"prefix": "order-"}}]"#, ("String", "data-entry"), true),
        (r#"[{"anything-but": {"prefix": "order-"}}]"#, ("String", "order-cancelled"), false),
        (r#"[{"equals-ignore-case": "tennis"}]"#, ("String", "TeNNis"), true),
        (r#"[{"equals-ignore-case": "tennis"}]"#, ("String", "rugby"), false),
        (r#"[{"prefix": "bas"}]"#, ("String", "baseball"), true),
        (r#"[{"prefix": "bas"}]"#, ("String", "rugby"), false),
        (r#"[{"suffix": "ball"}]"#, ("String", "baseball"), true),
        (r#"[{"suffix": "ball"}]"#, ("String", "rugby"), false),
        (r#"[{"cidr": "10.0.0.0/24"}]"#, ("String", "10.0.0.255"), true),
        (r#"[{"cidr": "10.0.0.0/24"}]"#, ("String", "10.1.1.0"), false),
        (r#"[{"cidr": "10.0.0.0/24"}]"#, ("String", "no address"), false),
        ("[301.5]", ("Number", "301.5"), true),
        ("[15]", ("Number", "15.0"), true),
        ("[15]", ("String", "15"), false),
        (r#"["15"]"#, ("Number", "15"), false),
        ("[0.1]", ("Number", "0.100001"), true),
        ("[0.1]", ("Number", "0.10002"), false),
        (r#"[{"anything-but": [100, 500]}]"#, ("Number", "101"), true),
        (r#"[{"anything-but": [100, 500]}]"#, ("Number", "100"), false),
        (r#"[{"numeric": ["=", 301.5]}]"#, ("Number", "3.015e2"), true),
        (r#"[{"numeric": ["<", 0]}]"#, ("Number", "-1"), true),
        (r#"[{"numeric": [">", 0, "<=", 150]}]"#, ("Number", "150"), true),
        (r#"[{"numeric": [">", 0, "<=", 150]}]"#, ("Number", "0"), false),
        (r#"[{"numeric": [">", 0, "<=", 150]}]"#, ("Number", "151"), false),
        (r#"[{"numeric": [">", 0]}]"#, ("String", "1"), false),
        (r#"[{"numeric": [">", 1]}]"#, ("String.Array", "[1, 2]"), true),
        ("[true, null]", ("String.Array", "[false, null]"), true),
        ("[true]", ("String", "true"), false),
        (r#"[{"exists": true}]"#, ("String", "x"), true),
        (r#"[{"exists": false}]"#, ("String", "x"), false),
        (r#"["rugby", {"prefix": "bas"}]"#, ("String", "basket"), true),
    ];
    for (rules, (kind, value), expected) in cases {
        check(&format!(r#"{{"key": {rules}}}"#), "MessageAttributes", &attributes(&[("key", kind, value)]), *expected);
    }
    for (rules, expected) in [(r#"[{"exists": false}]"#, true), (r#"[{"exists": true}]"#, false)] {
        check(&format!(r#"{{"key": {rules}}}"#), "MessageAttributes", &attributes(&[]), expected);
    }
    check(r#"{"key": [{"anything-but": "rugby"}]}"#, "MessageAttributes", &attributes(&[]), false);
}

#[test]
fn all_keys_must_hold_and_one_of_alternatives() {
    let sent = |given: &[(&str, &str)]| {
        attributes(&given.iter().map(|(name, value)| (*name, "String", *value)).collect::<Vec<_>>())
    };
    let both = r#"{"store": ["s"], "event": ["sold", "left"]}"#;
    check(both, "MessageAttributes", &sent(&[("store", "s"), ("event", "left"), ("other", "x")]), true);
    check(both, "MessageAttributes", &sent(&[("store", "s"), ("event", "x")]), false);
    check(both, "MessageAttributes", &sent(&[("store", "s")]), false);
    let either = r#"{"source": ["cw"], "$or": [{"name": ["CPU"]}, {"space": ["EC2", "ES"], "zone": ["a"]}]}"#;
    check(either, "MessageAttributes", &sent(&[("source", "cw"), ("name", "CPU")]), true);
    check(either, "MessageAttributes", &sent(&[("source", "cw"), ("space", "ES"), ("zone", "a")]), true);
    check(either, "MessageAttributes", &sent(&[("source", "cw"), ("space", "ES")]), false);
    check(either, "MessageAttributes", &sent(&[("name", "CPU")]), false);
    // An attribute may be called so.
    check(r#"{"$or": ["x"]}"#, "MessageAttributes", &sent(&[("$or", "x")]), true);
    check("{}", "MessageAttributes", &sent(&[]), true);
    // Attributes and bodies are not taken for each other.
    check(r#"{"a": ["b"]}"#, "MessageAttributes", &body(r#"{"a": "b"}"#), false);
    check(r#"{"a": ["b"]}"#, "MessageBody", &sent(&[("a", "b")]), false);
}

#[test]
fn bodies_are_walked_into() {
    let cases = [
        (r#"{"a": ["b"]}"#, r#"{"a": "b", "c": 1}"#, true),
        (r#"{"a": ["b"]}"#, r#"{"a": ["x", "b"]}"#, true),
        (r#"{"a": ["b"]}"#, r#"{"a": [["x"], ["b"]]}"#, true),
        (r#"{"a": [null, 1.5, true]}"#, r#"{"a": null}"#, true),
        (r#"{"a": [{"anything-but": "b"}]}"#, r#"{"a": null}"#, true),
        (r#"{"person": {"name": {"first": [{"prefix": "J"}]}}}"#, r#"{"person": {"name": {"first": "Jane"}}}"#, true),
        (r#"{"person": {"name": {"first": [{"prefix": "J"}]}}}"#, r#"{"person": {"name": {"first": "Bob"}}}"#, false),
        (r#"{"person": {"name": ["J"]}}"#, r#"{"person": "J"}"#, false),
        (r#"{"person": {"name": ["J"]}}"#, r#"{"name": "J"}"#, false),
        // The keys of one item of a list hold together.
        (
            r#"{"r": {"kind": ["a"], "size": [1]}}"#,
            r#"{"r": [{"kind": "a", "size": 2}, {"kind": "a", "size": 1}]}"#,
            true,
        ),
        (
            r#"{"r": {"kind": ["a"], "size": [1]}}"#,
            r#"{"r": [{"kind": "a", "size": 2}, {"kind": "b", "size": 1}]}"#,
            false,
        ),
        (r#"{"a": {"b": [{"exists": false}]}}"#, r#"{"a": {}}"#, true),
        (r#"{"a": {"b": [{"exists": false}]}}"#, "{}", true),
        (r#"{"a": {"b": [{"exists": false}]}}"#, r#"{"a": []}"#, true),
        (r#"{"a": {"b": [{"exists": false}]}}"#, r#"{"a": {"b": 1}}"#, false),
        (r#"{"a": [{"exists": true}]}"#, r#"{"a": {"b": 1}}"#, false),
        (r#"{"a": {"$or": [{"b": ["x"]}, {"c": [{"numeric": [">", 1]}]}]}}"#, r#"{"a": {"c": 2}}"#, true),
        (r#"{"a": {"$or": [{"b": ["x"]}, {"c": [{"numeric": [">", 1]}]}]}}"#, r#"{"a": {"c": 1}}"#, false),
        (r#"{"a": [{"exists": false}]}"#, "no JSON", false),
        (r#"{"a": [{"exists": false}]}"#, r#"["a"]"#, false),
        ("{}", "no JSON", true),
    ];
    for (filter, text, expected) in cases {
        check(filter, "MessageBody", &body(text), expected);
    }
    // What the subscription's protocol gets is what counts.
    let by_protocol: Map<String, Value> = [("http".to_string(), Value::from(r#"{"a": "b"}"#))].into_iter().collect();
    check(r#"{"a": ["b"]}"#, "MessageBody", &Notification { by_protocol, ..body("{}") }, true);
}

#[test]
fn what_sns_refuses_is_refused_in_its_words() {
    let list = |count: usize| format!("[{}]", vec!["\"x\""; count].join(","));
    let cases = [
        ("{", "FilterPolicy: failed to parse JSON. EOF while parsing an object at line 1 column 1".to_string()),
        (r#"{"a": "b"}"#, "FilterPolicy: \"a\" must be an object or an array".to_string()),
        (r#"{"a": []}"#, "FilterPolicy: Empty arrays are not allowed".to_string()),
        (r#"{"a": [["b"]]}"#, "FilterPolicy: Match value must be String, number, true, false, or null".to_string()),
        (r#"{"a": [{}]}"#, "FilterPolicy: Only one key allowed in match expression".to_string()),
        (r#"{"a": [{"wildcard": "x*"}]}"#, "FilterPolicy: Unrecognized match type wildcard".to_string()),
        (r#"{"a": [{"suffix": 1}]}"#, "FilterPolicy: suffix match pattern must be a string".to_string()),
        (r#"{"a": [{"exists": "x"}]}"#, "FilterPolicy: exists match pattern must be either true or false.".to_string()),
        (
            r#"{"a": [{"anything-but": {"suffix": "x"}}]}"#,
            "FilterPolicy: Unsupported anything-but pattern: suffix".to_string(),
        ),
        (r#"{"a": [{"cidr": "10.0.0.0"}]}"#, "FilterPolicy: Malformed CIDR, one '/' required".to_string()),
        (
            r#"{"a": [{"cidr": "10.0.0.0/x"}]}"#,
            "FilterPolicy: Malformed CIDR, mask bits must be an integer".to_string(),
        ),
        (r#"{"a": [{"cidr": "10.0.0/8"}]}"#, "FilterPolicy: Nonstandard IP address: 10.0.0".to_string()),
        (r#"{"a": [{"numeric": []}]}"#, "FilterPolicy: Invalid member in numeric match: ]".to_string()),
        (r#"{"a": [{"numeric": [1]}]}"#, "FilterPolicy: Invalid member in numeric match: 1".to_string()),
        (r#"{"a": [{"numeric": ["!=", 1]}]}"#, "FilterPolicy: Unrecognized numeric range operator: !=".to_string()),
        (r#"{"a": [{"numeric": ["=", "1"]}]}"#, "FilterPolicy: Value of equals must be numeric".to_string()),
        (
            r#"{"a": [{"numeric": ["<", 1, ">", 0]}]}"#,
            "FilterPolicy: Too many elements in numeric expression".to_string(),
        ),
        (r#"{"a": [{"numeric": [">", 1, "=", 2]}]}"#, "FilterPolicy: Bad numeric range operator: =".to_string()),
        (r#"{"a": [{"numeric": [">", 1, 2]}]}"#, "FilterPolicy: Bad value in numeric range: 2".to_string()),
        (r#"{"a": [{"numeric": [">", 2, "<", 1]}]}"#, "FilterPolicy: Bottom must be less than top".to_string()),
        (
            r#"{"a": [{"numeric": [">", 1, "<", 2, "<", 3]}]}"#,
            "FilterPolicy: Too many terms in numeric range expression".to_string(),
        ),
        (
            r#"{"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}"#,
            "FilterPolicy: Filter policy can not have more than 5 keys".to_string(),
        ),
        (
            &format!(r#"{{"a": {}, "b": {}}}"#, list(11), list(14)),
            "FilterPolicy: Filter policy is too complex".to_string(),
        ),
        (&" ".repeat(262_145), "FilterPolicy: Filter policy is larger than 262144 bytes".to_string()),
    ];
    for (filter, expected) in cases {
        assert_eq!(policy(filter, "MessageAttributes"), Err(expected), "{:.80}", filter);
    }
    let nested = r#"{"a": {"b": ["c"]}}"#;
    let refused = "Filter policy scope MessageAttributes does not support nested filter policy".to_string();
    assert_eq!(policy(nested, "MessageAttributes"), Err(refused));
    assert!(policy(nested, "MessageBody").is_ok());
    assert!(policy(&format!(r#"{{"a": {}, "b": {}}}"#, list(10), list(15)), "MessageAttributes").is_ok());
    // 3 x 4 x 2 x 3 x 3, as the guide counts.
    let deep = format!(r#"{{"a": {{"b": {{"c": {}}}}}, "d": {{"e": {}}}, "f": {}}}"#, list(4), list(3), list(3));
    assert_eq!(policy(&deep, "MessageBody"), Err("FilterPolicy: Filter policy is too complex".to_string()));
    assert_eq!(FilterPolicy::of(&BTreeMap::new()), Ok(None));
}
