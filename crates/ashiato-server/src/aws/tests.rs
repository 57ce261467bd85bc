//! The validation's sentences, and forms and XML that come back as they went, on a schema made for it.

use serde_json::{Value, json};

use super::protocol::{json as json_protocol, query::Form, xml};
use super::schema::{List, Map, Member, Pattern, Shape, Structure, Text};
use super::{Fault, validate};

const fn text(min: u64, max: u64, pattern: Option<&'static Pattern>, values: &'static [&'static str]) -> Shape {
    Shape::Text(Text { min, max, pattern, values, is_sensitive: false })
}

static NAME_PATTERN: Pattern = Pattern::new("[a-z]+", r"\A(?:[a-z]+)\z");
static NAME: Shape = text(1, 8, Some(&NAME_PATTERN), &[]);
static KIND: Shape = text(0, u64::MAX, None, &["A", "B"]);
static SECRET: Shape = Shape::Text(Text { min: 8, max: 9, pattern: None, values: &[], is_sensitive: true });
static COUNT: Shape = Shape::Integer { min: 1, max: 50 };
static TIME: Shape = Shape::Timestamp;
static FLAG: Shape = Shape::Boolean;
static TAG: Structure = Structure {
    name: "Tag",
    members: &[
        Member { name: "Key", shape: &NAME, is_required: true },
        Member { name: "Tag", shape: &Shape::Structure(&TAG), is_required: false },
    ],
};
static TAGS: Shape = Shape::List(List { member: &Shape::Structure(&TAG), wire: "member", min: 0, max: 2 });
static NAMES: Shape = Shape::List(List { member: &NAME, wire: "", min: 0, max: 2 });
static ATTRIBUTES: Shape =
    Shape::Map(Map { key: &NAME, value: &NAME, key_wire: "key", value_wire: "value", min: 0, max: 2 });
static INPUT: Structure = Structure {
    name: "Input",
    members: &[
        Member { name: "WorkGroup", shape: &NAME, is_required: true },
        Member { name: "Kind", shape: &KIND, is_required: false },
        Member { name: "Secret", shape: &SECRET, is_required: false },
        Member { name: "MaxResults", shape: &COUNT, is_required: false },
        Member { name: "When", shape: &TIME, is_required: false },
        Member { name: "Flag", shape: &FLAG, is_required: false },
        Member { name: "Tags", shape: &TAGS, is_required: false },
        Member { name: "Names", shape: &NAMES, is_required: false },
        Member { name: "Attributes", shape: &ATTRIBUTES, is_required: false },
    ],
};

#[test]
fn every_limit_names_its_member() {
    let check = |further: Value, expected: &str| {
        let mut input = json!({ "WorkGroup": "primary", "Unknown": [1] });
        input.as_object_mut().expect("an object").extend(further.as_object().expect("an object").clone());
        let sentence = match validate(&input, &INPUT) {
            Ok(()) => String::new(),
            Err(Fault::Limits(sentence) | Fault::Type(sentence)) => sentence,
        };
        assert_eq!(sentence, expected, "{further}");
    };
    let one = |rest: &str| format!("1 validation error detected: {rest}");
    let must = "failed to satisfy constraint: Member must";
    check(json!({}), "");
    check(json!({ "Kind": "B", "MaxResults": 50, "When": 1.5, "Flag": true }), "");
    check(json!({ "WorkGroup": null }), &one(&format!("Value null at 'workGroup' {must} not be null")));
    check(
        json!({ "WorkGroup": "no" , "Tags": [{ "Key": "A b" }] }),
        &one(&format!("Value 'A b' at 'tags.1.member.key' {must} satisfy regular expression pattern: [a-z]+")),
    );
    check(
        json!({ "WorkGroup": "muchtoolong" }),
        &one(&format!("Value 'muchtoolong' at 'workGroup' {must} have length less than or equal to 8")),
    );
    check(json!({ "Kind": "C" }), &one(&format!("Value 'C' at 'kind' {must} satisfy enum value set: [A, B]")));
    check(
        json!({ "MaxResults": 0 }),
        &one(&format!("Value '0' at 'maxResults' {must} have value greater than or equal to 1")),
    );
    check(
        json!({ "Secret": "hunter2" }),
        &one(&format!("Value at 'secret' {must} have length greater than or equal to 8")),
    );
    check(
        json!({ "MaxResults": 51, "Names": ["a", "b", "c"] }),
        &format!(
            "2 validation errors detected: Value '51' at 'maxResults' {must} have value less than or equal to 50; \
             Value at 'names' {must} have length less than or equal to 2"
        ),
    );
    check(json!({ "MaxResults": "1" }), "'maxResults' must be an integer");
    check(json!({ "MaxResults": 1.5 }), "'maxResults' must be an integer of 64 bits");
    check(json!({ "Tags": {} }), "'tags' must be a list");
    check(json!({ "Tags": [7] }), "'tags.1.member' must be a structure");
}

#[test]
fn a_form_becomes_the_same_value_as_json() {
    let check = |form: &str, expected: Value| {
        let form = Form::parse(form.as_bytes()).expect("a form");
        assert_eq!(form.input(&INPUT), expected);
    };
    check("WorkGroup=a+b%20c&MaxResults=7&Flag=true", json!({ "WorkGroup": "a b c", "MaxResults": 7, "Flag": true }));
    check(
        "Tags.member.2.Key=y&Tags.member.1.Key=x&Tags.member.1.Tag.Key=z",
        json!({ "Tags": [{ "Key": "x", "Tag": { "Key": "z" } }, { "Key": "y" }] }),
    );
    check("Names.10=b&Names.9=a", json!({ "Names": ["a", "b"] }));
    check("Tags=", json!({ "Tags": [] }));
    check("Attributes.entry.1.key=k&Attributes.entry.1.value=v", json!({ "Attributes": { "k": "v" } }));
    check("When=2026-11-26T06%3A30%3A00Z", json!({ "When": 1_795_674_600.0 }));
    check("MaxResults=seven", json!({ "MaxResults": "seven" }));
}

#[test]
fn a_form_nested_without_end_is_read_to_a_depth() {
    let name = format!("Tags.member.1{}.Key=x", ".Tag".repeat(100_000));
    let input = Form::parse(name.as_bytes()).expect("a form").input(&INPUT);
    assert!(matches!(validate(&input, &INPUT), Err(Fault::Limits(_))));
}

#[test]
fn json_nested_without_end_is_refused() {
    let body = format!("{{\"a\":{}", "[".repeat(100_000));
    let error = json_protocol::decode(body.as_bytes()).expect_err("too deep");
    assert_eq!(error.declared.code, "SerializationException");
    assert!(error.message.contains("recursion limit"), "{}", error.message);
}

#[test]
fn an_answer_is_escaped_xml() {
    let output = json!({
        "WorkGroup": "<a>&\u{1}", "MaxResults": 7, "When": 1_795_674_600, "Flag": false,
        "Tags": [{ "Key": "x" }], "Names": ["a", "b"], "Attributes": { "k": "v" },
    });
    assert_eq!(
        xml::answer("Get", "urn:n", Some((&output, &INPUT)), "id"),
        "<GetResponse xmlns=\"urn:n\"><GetResult><WorkGroup>&lt;a&gt;&amp;\u{fffd}</WorkGroup><MaxResults>7</MaxResults>\
         <When>2026-11-26T06:30:00Z</When><Flag>false</Flag><Tags><member><Key>x</Key></member></Tags>\
         <Names>a</Names><Names>b</Names><Attributes><entry><key>k</key><value>v</value></entry></Attributes></GetResult>\
         <ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></GetResponse>"
    );
}

/// What a type of the models may hold that no log may show.
#[test]
fn secrets_have_no_debug_output() {
    fn check<T: serde::de::DeserializeOwned + std::fmt::Debug>(members: Value, expected: &str) {
        let shown = format!("{:?}", serde_json::from_value::<T>(members).expect("of the type"));
        assert_eq!(shown, expected);
    }
    use super::generated::{iam, sts};
    check::<iam::ChangePasswordRequest>(
        json!({ "OldPassword": "hunter2", "NewPassword": "hunter3" }),
        "ChangePasswordRequest { old_password: \"***\", new_password: \"***\" }",
    );
    // Nor whether one is given.
    check::<iam::UpdateLoginProfileRequest>(
        json!({ "UserName": "alice" }),
        "UpdateLoginProfileRequest { user_name: \"alice\", password: \"***\", password_reset_required: None, \
         max_signin_session_duration: None, reset_max_signin_session_duration: None }",
    );
    check::<iam::CreateLoginProfileRequest>(
        json!({ "UserName": "alice", "Password": "hunter2" }),
        "CreateLoginProfileRequest { user_name: Some(\"alice\"), password: \"***\", password_reset_required: None, \
         max_signin_session_duration: None }",
    );
    // Inside another.
    check::<iam::CreateAccessKeyResponse>(
        json!({ "AccessKey": { "UserName": "alice", "AccessKeyId": "AKIA", "Status": "Active", "SecretAccessKey": "hunter2" } }),
        "CreateAccessKeyResponse { access_key: AccessKey { user_name: \"alice\", access_key_id: \"AKIA\", status: Active, \
         secret_access_key: \"***\", create_date: None } }",
    );
    check::<sts::Credentials>(
        json!({ "AccessKeyId": "ASIA", "SecretAccessKey": "hunter2", "SessionToken": "hunter3", "Expiration": 0 }),
        "Credentials { access_key_id: \"ASIA\", secret_access_key: \"***\", session_token: \"***\", \
         expiration: Timestamp { millis: 0 } }",
    );
}
