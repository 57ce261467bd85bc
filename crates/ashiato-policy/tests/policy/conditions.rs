//! Conditions, as IAM User Guide's "Condition operators", "Set operators for multivalued context keys" and "Variables
//! and tags" have them.

use ashiato_policy::document::{Document, PolicyKind};

/// A condition, the request's keys as `key=value` (one key more than once is multi-valued), and whether it holds.
const CASES: &[(&str, &[&str], bool)] = &[
    // Strings.
    (r#"{"StringEquals":{"aws:x":["a","b"]}}"#, &["aws:x=b"], true),
    (r#"{"StringEquals":{"AWS:X":"a"}}"#, &["aws:x=A"], false),
    (r#"{"StringEquals":{"aws:x":"a*"}}"#, &["aws:x=ab"], false),
    (r#"{"StringEquals":{"aws:x":"a"}}"#, &[], false),
    (r#"{"StringEqualsIfExists":{"aws:x":"a"}}"#, &[], true),
    (r#"{"StringEqualsIfExists":{"aws:x":"a"}}"#, &["aws:x=b"], false),
    (r#"{"StringNotEquals":{"aws:x":["a","b"]}}"#, &["aws:x=b"], false),
    (r#"{"StringNotEquals":{"aws:x":"a"}}"#, &[], true),
    (r#"{"StringEqualsIgnoreCase":{"aws:x":"a"}}"#, &["aws:x=A"], true),
    (r#"{"StringNotEqualsIgnoreCase":{"aws:x":"a"}}"#, &["aws:x=A"], false),
    (r#"{"StringLike":{"s3:prefix":["","home/","home/b?b/*"]}}"#, &["s3:prefix=home/bob/x"], true),
    (r#"{"StringLike":{"s3:prefix":["","home/"]}}"#, &["s3:prefix="], true),
    (r#"{"StringNotLike":{"aws:x":"a*"}}"#, &["aws:x=ab"], false),
    // Two operators must both hold, and two keys of one.
    (r#"{"StringEquals":{"aws:x":"a","aws:y":"b"}}"#, &["aws:x=a", "aws:y=c"], false),
    (r#"{"StringEquals":{"aws:x":"a"},"Bool":{"aws:y":"true"}}"#, &["aws:x=a", "aws:y=true"], true),
    // Numbers.
    (r#"{"NumericLessThanEquals":{"s3:max-keys":"10"}}"#, &["s3:max-keys=10"], true),
    (r#"{"NumericLessThan":{"s3:max-keys":10}}"#, &["s3:max-keys=10"], false),
    (r#"{"NumericGreaterThan":{"s3:max-keys":"9"}}"#, &["s3:max-keys=10"], true),
    (r#"{"NumericGreaterThanEquals":{"s3:max-keys":"9"}}"#, &["s3:max-keys=nine"], false),
    (r#"{"NumericEquals":{"aws:x":"1.50"}}"#, &["aws:x=1.5"], true),
    (r#"{"NumericNotEquals":{"aws:x":"1"}}"#, &[], true),
    // Dates.
    (
        r#"{"DateGreaterThan":{"aws:CurrentTime":"2026-11-26T00:00:00Z"}}"#,
        &["aws:currenttime=2026-11-26T09:00:01+09:00"],
        true,
    ),
    (r#"{"DateLessThan":{"aws:CurrentTime":"2026-11-26"}}"#, &["aws:currenttime=2026-11-25T23:59:59.999Z"], true),
    (r#"{"DateEquals":{"aws:EpochTime":"1970-01-02"}}"#, &["aws:epochtime=86400"], true),
    (r#"{"DateGreaterThanEquals":{"aws:EpochTime":"951782400"}}"#, &["aws:epochtime=2000-02-29T00:00:00Z"], true),
    (r#"{"DateNotEquals":{"aws:CurrentTime":"2026-01-01"}}"#, &["aws:currenttime=2026-01-01T00:00Z"], false),
    // Booleans, bytes, null.
    (r#"{"Bool":{"aws:SecureTransport":"false"}}"#, &["aws:securetransport=true"], false),
    (r#"{"Bool":{"aws:MultiFactorAuthPresent":"false"}}"#, &[], false),
    (r#"{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}"#, &[], true),
    (r#"{"BinaryEquals":{"aws:x":"QmluYXJ5"}}"#, &["aws:x=QmluYXJ5"], true),
    (r#"{"Null":{"aws:TokenIssueTime":"true"}}"#, &[], true),
    (r#"{"Null":{"aws:TokenIssueTime":"true"}}"#, &["aws:tokenissuetime=x"], false),
    (r#"{"Null":{"aws:TokenIssueTime":false}}"#, &["aws:tokenissuetime=x"], true),
    // Addresses.
    (r#"{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#, &["aws:sourceip=203.0.113.9"], true),
    (
        r#"{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:DB8:1234:5678::/64"]}}"#,
        &["aws:sourceip=2001:db8:1234:5678::9"],
        true,
    ),
    (r#"{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}"#, &["aws:sourceip=::1"], false),
    (r#"{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#, &["aws:sourceip=::ffff:10.1.2.3"], true),
    (r#"{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8","192.0.2.1"]}}"#, &["aws:sourceip=192.0.2.1"], false),
    (r#"{"NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#, &[], true),
    // ARNs: each part for itself, and Equals does as Like does.
    (
        r#"{"ArnLike":{"aws:SourceArn":"arn:aws:cloudtrail:*:111122223333:trail/*"}}"#,
        &["aws:sourcearn=arn:aws:cloudtrail:us-east-1:111122223333:trail/t"],
        true,
    ),
    (
        r#"{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:*:*:t"}}"#,
        &["aws:sourcearn=arn:aws:sns:us-east-1:111122223333:t"],
        true,
    ),
    (r#"{"ArnLike":{"aws:SourceArn":"arn:aws:s*:t"}}"#, &["aws:sourcearn=arn:aws:sns:us-east-1:111122223333:t"], false),
    (
        r#"{"ArnNotLike":{"aws:SourceArn":"arn:aws:sns:*:*:t"}}"#,
        &["aws:sourcearn=arn:aws:sns:us-east-1:111122223333:t"],
        false,
    ),
    (r#"{"ArnNotEquals":{"aws:SourceArn":"arn:aws:sns:*:*:t"}}"#, &[], true),
    (r#"{"ArnLike":{"aws:SourceArn":"*"}}"#, &["aws:sourcearn=no arn"], false),
    // Sets.
    (r#"{"ForAllValues:StringEquals":{"aws:TagKeys":["a","b"]}}"#, &["aws:tagkeys=a", "aws:tagkeys=b"], true),
    (r#"{"ForAllValues:StringEquals":{"aws:TagKeys":["a","b"]}}"#, &["aws:tagkeys=a", "aws:tagkeys=c"], false),
    (r#"{"ForAllValues:StringEquals":{"aws:TagKeys":"a"}}"#, &[], true),
    (r#"{"ForAnyValue:StringEquals":{"aws:TagKeys":["a","b"]}}"#, &["aws:tagkeys=c", "aws:tagkeys=b"], true),
    (r#"{"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}}"#, &[], false),
    (r#"{"ForAllValues:StringNotEquals":{"aws:TagKeys":["a","b"]}}"#, &["aws:tagkeys=c", "aws:tagkeys=b"], false),
    (r#"{"ForAnyValue:StringNotEquals":{"aws:TagKeys":["a","b"]}}"#, &["aws:tagkeys=c", "aws:tagkeys=b"], true),
    (r#"{"ForAnyValue:StringNotLike":{"aws:TagKeys":["a*"]}}"#, &[], false),
    // Variables.
    (r#"{"StringLike":{"s3:prefix":"home/${aws:Dept}/*"}}"#, &["aws:dept=x", "s3:prefix=home/x/y"], true),
    (r#"{"StringLike":{"s3:prefix":"home/${aws:Dept}/*"}}"#, &["aws:dept=*", "s3:prefix=home/x/y"], false),
    (r#"{"StringLike":{"s3:prefix":"home/${aws:Dept}/*"}}"#, &["s3:prefix=home//y"], false),
    (r#"{"StringNotEquals":{"aws:x":"${aws:Dept}"}}"#, &["aws:x=y"], true),
    (r#"{"StringEquals":{"aws:x":"${aws:Dept, 'none'}"}}"#, &["aws:x=none"], true),
    (r#"{"StringLike":{"aws:x":"a${*}b${?}c${$}"}}"#, &["aws:x=a*b?c$"], true),
    (r#"{"StringLike":{"aws:x":"a${*}"}}"#, &["aws:x=ab"], false),
    (r#"{"NumericEqualsIfExists":{"aws:x":"1"}}"#, &[], true),
];

#[test]
fn each_operator() {
    for (condition, keys, expected) in CASES {
        let text = format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"*","Resource":"*","Condition":{condition}}}}}"#
        );
        let document = Document::parse(&text, PolicyKind::Identity).expect("a policy");
        let lookup = |wanted: &str| {
            let pairs = keys.iter().map(|pair| pair.split_once('=').expect("key=value"));
            let values: Vec<String> =
                pairs.filter(|(key, _)| *key == wanted).map(|(_, value)| value.to_string()).collect();
            (!values.is_empty()).then_some(values)
        };
        let holds = document.statements[0].conditions.iter().all(|condition| condition.holds(&lookup));
        assert_eq!(holds, *expected, "{condition} with {keys:?}");
    }
}

#[test]
fn the_grammar_of_2008_has_no_variables() {
    let text = r#"{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:x":"${aws:y}"}}}}"#;
    let document = Document::parse(text, PolicyKind::Identity).expect("a policy");
    assert!(document.statements[0].conditions[0].holds(&|_| Some(vec!["${aws:y}".to_string()])));
}
