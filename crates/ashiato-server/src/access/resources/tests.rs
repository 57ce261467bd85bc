//! The tables of this module, held against AWS's own.

use ashiato_policy::actions::{
    AthenaFacts, Check, GlueFacts, Place, S3Facts, athena, glue, glue_listed, needs_no_permission, s3,
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

use super::iam::{Acts, OF_ITS_BOUNDARY, acts};
use super::{cloudtrail, cloudwatch, decides_itself, logs, sns, sts};
use crate::aws::generated::SERVICES;
use crate::aws::service::{Coverage, Service};
use crate::services::s3::{Coverage as OfS3, OPERATIONS};

const PLACE: Place<'static> = Place { region: "us-east-1", account: "111122223333" };

/// Each action, and the types and keys that AWS names beside it.
fn table() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let lines = include_str!("authorization.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.split(' ');
            (words.next().unwrap_or_default(), words.collect())
        })
        .collect()
}

fn served(service: &Service) -> impl Iterator<Item = &'static str> {
    service.operations.iter().filter(|operation| operation.coverage != Coverage::Refused).map(|one| one.name)
}

fn service(name: &str) -> &'static Service {
    SERVICES.iter().find(|service| service.signing_name == name).expect("it is served")
}

/// The type of a resource, by its ARN.
fn kind(check: &Check) -> &str {
    let resource = check.resource.splitn(6, ':').last().unwrap_or_default();
    match resource.split('/').next().unwrap_or_default() {
        "catalog" => "rootcatalog",
        "userDefinedFunction" => "userdefinedfunction",
        kind => kind,
    }
}

#[track_caller]
fn same<'a>(operation: &str, ours: impl IntoIterator<Item = &'a str>, aws: &BTreeSet<&str>) {
    let ours: BTreeSet<&str> = ours.into_iter().filter(|kind| *kind != "*").collect();
    assert_eq!(ours, *aws, "{operation}");
}

#[test]
fn of_athena() {
    let table = table();
    for operation in served(service("athena")) {
        let aws = &table[&*format!("athena:{operation}")];
        let facts = AthenaFacts { work_group: "g", data_catalog: "c", resource_arn: "THE-ARN" };
        let check = athena(operation, &facts, PLACE).expect(operation);
        assert_eq!(check.action, format!("athena:{operation}"));
        match kind(&check) {
            // Whatever can have tags.
            "THE-ARN" => same(operation, ["datacatalog", "workgroup"], aws),
            kind => same(operation, [kind], aws),
        }
    }
}

#[test]
fn of_glue() {
    let table = table();
    for operation in served(service("glue")) {
        let aws = &table[&*format!("glue:{operation}")];
        let facts = GlueFacts { database: "d", table: "t", resource_arn: "THE-ARN" };
        let checks = glue(operation, &facts, PLACE).expect(operation);
        let listed = glue_listed(operation, &facts, PLACE).unwrap_or_default();
        match kind(&checks[0]) {
            "THE-ARN" => same(operation, ["database"], aws),
            _ => same(operation, checks.iter().chain(&listed).map(kind), aws),
        }
    }
}

#[test]
fn of_iam() {
    let table = table();
    let of_request = ["CreateRole", "CreateUser", "PutRolePermissionsBoundary", "PutUserPermissionsBoundary"];
    for operation in served(service("iam")) {
        let aws = &table[&*format!("iam:{operation}")];
        let ours: &[&str] = match acts(operation) {
            Acts::User | Acts::OwnerOfKey => &["user"],
            Acts::Group => &["group"],
            Acts::Role => &["role"],
            Acts::Policy => &["policy"],
            Acts::New(kind, _) => &[kind],
            Acts::Source => &["group", "role", "user"],
            Acts::Nothing => &[],
        };
        let has_boundary = OF_ITS_BOUNDARY.contains(&operation) || of_request.contains(&operation);
        let names_policy = operation.starts_with("Attach") || operation.starts_with("Detach");
        let keys = has_boundary.then_some("iam:PermissionsBoundary");
        let keys = keys.into_iter().chain(names_policy.then_some("iam:PolicyARN"));
        same(operation, ours.iter().copied().chain(keys), aws);
    }
}

#[test]
fn of_cloudtrail() {
    let table = table();
    for operation in served(service("cloudtrail")) {
        let aws = &table[&*format!("cloudtrail:{operation}")];
        let named = json!({ "Name": "one", "TrailName": "one", "ResourceId": "one", "ResourceIdList": ["one"] });
        let checks = cloudtrail::plain_checks(operation, &named, PLACE);
        assert!(checks.iter().all(|check| check.action == format!("cloudtrail:{operation}")));
        same(operation, checks.iter().map(kind), aws);
    }
    let of = |operation, input| {
        let checks = cloudtrail::plain_checks(operation, &input, PLACE).into_iter().map(|check| check.resource);
        checks.collect::<Vec<_>>().join(" ")
    };
    let arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/one";
    assert_eq!(of("GetTrail", json!({ "Name": "one" })), "arn:aws:cloudtrail:us-east-1:111122223333:trail/one");
    assert_eq!(of("ListTags", json!({ "ResourceIdList": [arn, "arn:b"] })), format!("{arn} arn:b"));
    assert_eq!(of("ListTags", json!({})), "arn:aws:cloudtrail:us-east-1:111122223333:trail/*");
}

#[test]
fn of_cloudwatch() {
    let table = table();
    let arn = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:a";
    let input = json!({
        "AlarmName": "a", "AlarmNames": ["a"], "ResourceARN": arn, "Namespace": "n", "AlarmActions": ["arn:t"],
    });
    for operation in served(service("monitoring")) {
        let aws = &table[&*format!("cloudwatch:{operation}")];
        let checks = cloudwatch::checks(operation, &input, PLACE).expect(operation);
        assert!(checks.iter().all(|check| check.action == format!("cloudwatch:{operation}")));
        let kinds = checks.iter().map(|check| if check.resource == arn { "alarm" } else { &check.resource });
        let keys = checks.iter().flat_map(|check| &check.keys).map(|(key, _)| match &**key {
            "cloudwatch:alarmactions" => "cloudwatch:AlarmActions",
            key => key,
        });
        same(operation, kinds.chain(keys), aws);
    }
    let of = |operation, input| {
        let checks = cloudwatch::checks(operation, &input, PLACE).expect(operation).into_iter();
        checks.map(|check| check.resource).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of("DescribeAlarms", json!({})), "arn:aws:cloudwatch:us-east-1:111122223333:alarm:*");
    assert_eq!(of("DescribeAlarms", json!({ "AlarmNames": ["a", "a"] })), format!("{arn} {arn}"));
}

#[test]
fn of_logs() {
    let table = table();
    let input = json!({ "logGroupName": "g", "logStreamName": "s", "resourceArn": "arn:aws:logs:r:1:log-group:g" });
    for operation in served(service("logs")) {
        let aws = &table[&*format!("logs:{operation}")];
        let checks = logs::checks(operation, &input, PLACE).expect(operation);
        assert_eq!(checks[0].action, format!("logs:{operation}"));
        let resource = checks[0].resource.strip_prefix("arn:aws:logs:us-east-1:111122223333:").unwrap_or("*");
        let kind = match resource {
            "log-group:g" | "log-group:g:*" => "log-group",
            "log-group:g:log-stream:s" => "log-stream",
            other => other,
        };
        same(operation, [kind], aws);
    }
}

#[test]
fn of_sns() {
    let table = table();
    let arn = "arn:aws:sns:us-east-1:111122223333:t";
    let input = json!({ "Name": "t", "TopicArn": arn, "ResourceArn": arn });
    for operation in served(service("sns")) {
        let aws = &table[&*format!("sns:{operation}")];
        let checks = sns::checks(operation, &input, PLACE).expect(operation);
        assert_eq!(checks[0].action, format!("SNS:{operation}"));
        let kind = if checks[0].resource == arn { "topic" } else { "*" };
        same(operation, [kind], aws);
    }
}

#[test]
fn of_sts() {
    let table = table();
    for operation in served(service("sts")) {
        let aws = &table[&*format!("sts:{operation}")];
        let checks = sts::checks(operation, &json!({ "Name": "n" }), PLACE.account).unwrap_or_default();
        let service = service("sts");
        match operation {
            // By the role's own policy too: services/sts/assume_role.rs.
            "AssumeRole" => assert!(decides_itself(service.id, operation) && aws.contains("role")),
            // On the user that it makes; the user that asks may be named as well.
            "GetFederationToken" => assert!(checks.iter().all(|check| aws.contains(kind(check)))),
            _ if needs_no_permission(service.signing_name, operation) => {}
            _ => same(operation, checks.iter().map(kind), aws),
        }
    }
}

#[test]
fn of_s3() {
    let table = table();
    let facts = S3Facts {
        bucket: "b",
        key: "k",
        copy_source: Some(("from", "k", None)),
        deleted: &[("k", None)],
        has_tags: true,
        ..S3Facts::default()
    };
    for version_id in [None, Some("v")] {
        for operation in OPERATIONS.iter().filter(|operation| operation.coverage != OfS3::Refused) {
            let facts = S3Facts { version_id, ..facts };
            let checks = s3(operation.name, &facts).unwrap_or_else(|| panic!("{} is not known", operation.name));
            for check in checks {
                let kind = match check.resource.as_str() {
                    "*" => "*",
                    resource if resource.contains('/') => "object",
                    _ => "bucket",
                };
                let aws = table.get(&*check.action).unwrap_or_else(|| panic!("{} is no action", check.action));
                same(&check.action, [kind], aws);
            }
        }
    }
}

#[test]
fn tags_are_keys() {
    let keys = |input| {
        let keys = super::tag_keys(&input).into_iter().map(|(key, value)| format!("{key}={value}"));
        keys.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(keys(json!({ "Tags": [{ "Key": "Team", "Value": "x" }] })), "aws:requesttag/team=x aws:tagkeys=Team");
    assert_eq!(keys(json!({ "TagsToAdd": { "a": "b" } })), "aws:requesttag/a=b aws:tagkeys=a");
    assert_eq!(keys(json!({ "TagKeys": ["a"], "TagsToRemove": ["b"] })), "aws:tagkeys=a aws:tagkeys=b");
    assert_eq!(keys(json!({ "TagsList": [{ "Key": "a", "Value": "b" }] })), "aws:requesttag/a=b aws:tagkeys=a");
    assert_eq!(keys(json!({ "Tags": 1 })), "");
}
