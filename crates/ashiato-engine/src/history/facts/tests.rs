//! Facts of records as CloudTrail's user guide shows them.

use super::{Facts, facts};

/// The user name of a caller.
#[track_caller]
fn check_user(identity: &str, expected: Option<&str>) {
    let record = format!(r#"{{"eventTime":"2026-11-27T01:02:03Z","userIdentity":{identity}}}"#);
    assert_eq!(facts(&record).expect("facts").user_name.as_str(), expected, "{identity}");
}

/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>
#[test]
fn each_kind_of_caller_has_one_name() {
    check_user(r#"{"type":"IAMUser","userName":"Alice","principalId":"AIDAJ45Q7YFFAREXAMPLE"}"#, Some("Alice"));
    check_user(r#"{"type":"Root","principalId":"111122223333","userName":"an alias"}"#, Some("root"));
    check_user(
        r#"{"type":"AssumedRole","principalId":"AROAIDPPEZS35WEXAMPLE:Mary","sessionContext":{"sessionIssuer":{"userName":"RoleToBeAssumed"}}}"#,
        Some("Mary"),
    );
    check_user(r#"{"type":"FederatedUser","principalId":"111122223333:Jane"}"#, Some("Jane"));
    check_user(r#"{"type":"AWSService","invokedBy":"ec2.amazonaws.com"}"#, Some("ec2.amazonaws.com"));
    check_user(r#"{"type":"WebIdentityUser","userName":"subject"}"#, Some("subject"));
    check_user(r#"{"type":"AWSAccount","accountId":"ANONYMOUS_PRINCIPAL"}"#, None);
    check_user("null", None);
    check_user("[1,2]", None);
    check_user(r#""text""#, None);
    check_user(r#"{"type":"IAMUser","userName":17}"#, None);
    check_user(r#"{"type":"IAMUser","userName":"Ali\u0063e\n"}"#, Some("Alice\n"));
}

/// What a call of `source` was about.
#[track_caller]
fn check_resources(source: &str, rest: &str, expected: &[(&str, &str)]) {
    let record = format!(r#"{{"eventTime":"2026-11-27T01:02:03Z","eventSource":"{source}",{rest}}}"#);
    let facts = facts(&record).expect("facts");
    let found: Vec<_> = facts.resources.iter().map(|resource| (&*resource.kind, &*resource.name)).collect();
    assert_eq!(found, expected, "{rest}");
}

#[test]
fn resources_are_those_that_the_record_lists_and_names() {
    check_resources(
        "s3.amazonaws.com",
        r#""requestParameters":{"bucketName":"amzn-s3-demo-bucket","Host":"s3"},"responseElements":null"#,
        &[("AWS::S3::Bucket", "amzn-s3-demo-bucket")],
    );
    // One bucket under its ARN and its name: AWS shows both.
    check_resources(
        "s3.amazonaws.com",
        r#""resources":[{"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::b","accountId":"111122223333"},{"type":"AWS::S3::Object","ARNPrefix":"arn:aws:s3:::b/"}],"requestParameters":{"bucketName":"b"}"#,
        &[("AWS::S3::Bucket", "arn:aws:s3:::b"), ("AWS::S3::Object", "arn:aws:s3:::b/"), ("AWS::S3::Bucket", "b")],
    );
    check_resources(
        "iam.amazonaws.com",
        r#""requestParameters":{"userName":"Bob"},"responseElements":{"accessKey":{"accessKeyId":"AKIAIOSFODNN7EXAMPLE","userName":"Bob","status":"Active"}}"#,
        &[("AWS::IAM::User", "Bob"), ("AWS::IAM::AccessKey", "AKIAIOSFODNN7EXAMPLE")],
    );
    check_resources(
        "sts.amazonaws.com",
        r#""requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/R","roleSessionName":"s"},"responseElements":{"credentials":{"accessKeyId":"ASIAEXAMPLE"},"assumedRoleUser":{"assumedRoleId":"AROAEXAMPLE:s"}}"#,
        &[
            ("AWS::IAM::Role", "arn:aws:iam::111122223333:role/R"),
            ("AWS::IAM::AccessKey", "ASIAEXAMPLE"),
            ("AWS::STS::AssumedRole", "AROAEXAMPLE:s"),
        ],
    );
    check_resources(
        "ec2.amazonaws.com",
        r#""requestParameters":{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]}},"responseElements":{"instancesSet":{"items":[{"instanceId":"i-1","currentState":{"code":64}}]}}"#,
        &[("AWS::EC2::Instance", "i-1"), ("AWS::EC2::Instance", "i-2")],
    );
    check_resources(
        "cloudtrail.amazonaws.com",
        r#""requestParameters":{"name":"T","s3BucketName":"b"},"responseElements":{"trailARN":"arn:aws:cloudtrail:us-east-2:1:trail/T"}"#,
        &[
            ("AWS::CloudTrail::Trail", "T"),
            ("AWS::S3::Bucket", "b"),
            ("AWS::CloudTrail::Trail", "arn:aws:cloudtrail:us-east-2:1:trail/T"),
        ],
    );
    // A selector has a name too, which is no trail's.
    check_resources(
        "cloudtrail.amazonaws.com",
        r#""requestParameters":{"trailName":"T","advancedEventSelectors":[{"name":"Log all writes","fieldSelectors":[{"field":"eventCategory","equals":["Management"]}]}]},"responseElements":{"trailARN":"arn:aws:cloudtrail:us-east-2:1:trail/T","advancedEventSelectors":[{"name":"Log all writes"}]}"#,
        &[("AWS::CloudTrail::Trail", "T"), ("AWS::CloudTrail::Trail", "arn:aws:cloudtrail:us-east-2:1:trail/T")],
    );
    // A member of another service names nothing here, and one that is no text neither.
    check_resources("iam.amazonaws.com", r#""requestParameters":{"bucketName":"b","userName":{"n":1.5}}"#, &[]);
    check_resources(
        "s3.amazonaws.com",
        r#""resources":"none","requestParameters":[{"bucketName":12345678901234567890}]"#,
        &[],
    );
}

#[test]
fn a_hostile_record_names_a_hundred_things_at_most() {
    let items: Vec<_> = (0..100_000).map(|n| format!("\"b{n}\"")).collect();
    let record = format!(
        r#"{{"eventTime":"2026-11-27T01:02:03Z","eventSource":"s3.amazonaws.com","requestParameters":{{"bucketName":[{}]}}}}"#,
        items.join(",")
    );
    assert_eq!(facts(&record).expect("facts").resources.len(), 100);
}

#[test]
fn flags_and_categories_of_all_versions_are_read() {
    let of = |rest: &str| format!(r#"{{"eventTime":"2026-11-27T01:02:03.456Z"{rest}}}"#);
    let check = |rest: &str, read_only: Option<bool>, category: &str| {
        let record = of(rest);
        let Facts { read_only: found, event_category, event_time, .. } = facts(&record).expect("facts");
        assert_eq!(
            (found, event_category.as_str(), event_time),
            (read_only, Some(category), 1_795_741_323_456),
            "{rest}"
        );
    };
    check("", None, "Management");
    check(r#","readOnly":true"#, Some(true), "Management");
    check(r#","readOnly":"false","managementEvent":false"#, Some(false), "Data");
    check(r#","readOnly":1,"eventCategory":"Insight""#, None, "Insight");
}

/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-insights-fields-trails.html>
#[test]
fn an_insights_event_has_the_name_of_the_call_that_it_is_about() {
    let record = concat!(
        r#"{"eventTime":"2026-11-27T01:02:00Z","eventType":"AwsCloudTrailInsight","eventCategory":"Insight","#,
        r#""insightDetails":{"state":"Start","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","#,
        r#""insightType":"ApiErrorRateInsight","errorCode":"AccessDenied","insightContext":{"statistics":{"baseline":{"average":0.5}}}}}"#,
    );
    let facts = facts(record).expect("facts");
    let found =
        [&facts.event_name, &facts.event_source, &facts.error_code, &facts.event_category].map(|text| text.as_str());
    assert_eq!(found, [Some("RunInstances"), Some("ec2.amazonaws.com"), Some("AccessDenied"), Some("Insight")]);
}

#[test]
fn what_is_no_record_is_told() {
    for (record, says) in [
        ("", "no JSON object"),
        ("[]", "eventTime '' is no time"),
        ("{\"eventTime\":\"2026-11-27T01:02:03Z\"", "no JSON object"),
        ("{}", "eventTime '' is no time"),
        (r#"{"eventTime":"yesterday"}"#, "eventTime 'yesterday' is no time"),
        (r#"{"eventTime":1795741323}"#, "eventTime '' is no time"),
    ] {
        let error = facts(record).expect_err(record);
        assert!(error.message.contains(says), "{record}: {error}");
    }
}
