//! What IAM takes as a policy, and what it says of the rest.

use ashiato_policy::document::{Document, PolicyKind};

fn check(kind: PolicyKind, text: &str, expected: &str) {
    let found = match Document::parse(text, kind) {
        Ok(document) => {
            assert_eq!(document.text, text);
            "taken".to_string()
        }
        Err(error) => error.to_string(),
    };
    assert_eq!(found, expected, "{text}");
}

/// IAM User Guide, "Grammar of the IAM JSON policy language".
#[test]
fn identity_policies() {
    let cases = [
        (r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#, "taken"),
        (
            r#" {"Statement" : {"Sid":"a1","Effect":"Deny","NotAction":["s3:*"],"NotResource":["arn:aws:s3:::b/*"]}} "#,
            "taken",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":true}}}}"#,
            "taken",
        ),
        (r#"{"Statement":[]}"#, "Syntax errors in policy. (Statement)"),
        (
            r#"{"Version":"2020-01-01","Statement":[]}"#,
            "Policy document must be version 2012-10-17 or greater. (Version)",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*""#,
            "This policy contains invalid Json (line 1 column 58)",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}}"#,
            "Syntax errors in policy.: duplicate key",
        ),
        (
            r#"{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}"#,
            "Invalid effect: allow (Statement[0].Effect)",
        ),
        (r#"{"Statement":{"Effect":"Allow","Resource":"*"}}"#, "Policy statement must contain actions. (Statement[0])"),
        (r#"{"Statement":{"Effect":"Allow","Action":"*"}}"#, "Policy statement must contain resources. (Statement[0])"),
        (r#"{"Statement":{"Action":"*","Resource":"*"}}"#, "Missing required field Effect (Statement[0])"),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"GetObject","Resource":"*"}}"#,
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. (Statement[0].Action)",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"b/*"}}"#,
            "Resource b/* must be in ARN format or \"*\". (Statement[0].Resource)",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"s3:*","NotAction":"s3:*","Resource":"*"}}"#,
            "Syntax errors in policy. (Statement[0].NotAction)",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}}"#,
            "Policy document should not specify a principal. (Statement[0])",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringIs":{"aws:a":"b"}}}}"#,
            "Invalid Condition type : StringIs. (Statement[0].Condition.StringIs.aws:a)",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/33"}}}}"#,
            "Invalid value for condition: 10.0.0.0/33 (Statement[0].Condition.IpAddress.aws:SourceIp)",
        ),
        (
            r#"{"Statement":[{"Sid":"a","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"a","Effect":"Allow","Action":"*","Resource":"*"}]}"#,
            "Statement IDs (SID) in a single policy must be unique. (Statement[1].Sid)",
        ),
    ];
    for (text, expected) in cases {
        if expected.ends_with("duplicate key") {
            let error = Document::parse(text, PolicyKind::Identity).expect_err("a key given twice");
            assert!(error.message.contains("duplicate key \"Effect\""), "{error}");
        } else {
            check(PolicyKind::Identity, text, expected);
        }
    }
}

/// IAM User Guide, "AWS JSON policy elements: Principal".
#[test]
fn resource_and_trust_policies() {
    let principals = [
        (r#""*""#, "taken"),
        (
            r#"{"AWS":["*","111122223333","arn:aws:iam::111122223333:root","arn:aws:iam::111122223333:role/x/y"]}"#,
            "taken",
        ),
        (r#"{"AWS":"arn:aws:sts::111122223333:assumed-role/r/s","Service":"cloudtrail.amazonaws.com"}"#, "taken"),
        (r#"{"AWS":"AROAQAAAAAAAGMKEM7X5B"}"#, "taken"),
        (r#"{"CanonicalUser":"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"}"#, "taken"),
        (r#""111122223333""#, "Invalid principal in policy (Statement[0].Principal)"),
        (
            r#"{"AWS":"arn:aws:iam::111122223333:user/*"}"#,
            "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/*\" (Statement[0].Principal.AWS)",
        ),
        (r#"{"AWS":[]}"#, "Invalid principal in policy (Statement[0].Principal.AWS)"),
        (r#"{"Service":"*"}"#, "Invalid principal in policy: \"Service\":\"*\" (Statement[0].Principal.Service)"),
    ];
    for (principal, expected) in principals {
        let resource = format!(
            r#"{{"Statement":[{{"Sid":"with blank","Effect":"Allow","Principal":{principal},"Action":"s3:*","Resource":"arn:aws:s3:::b"}}]}}"#
        );
        check(PolicyKind::Resource, &resource, expected);
        let trust =
            format!(r#"{{"Statement":[{{"Effect":"Allow","Principal":{principal},"Action":"sts:AssumeRole"}}]}}"#);
        check(PolicyKind::Trust, &trust, expected);
    }
    let without = r#"{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}"#;
    check(PolicyKind::Trust, without, "Missing required field Principal (Statement[0])");
    let with = r#"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}]}"#;
    check(PolicyKind::Trust, with, "Has prohibited field Resource (Statement[0])");
}

#[test]
fn deep_nesting_is_an_error() {
    let text = "[".repeat(100_000);
    let error = Document::parse(&text, PolicyKind::Identity).expect_err("too deep");
    assert!(error.message.contains("invalid Json"), "{error}");
}
