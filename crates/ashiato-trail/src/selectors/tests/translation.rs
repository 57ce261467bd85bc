//! A basic selector and its advanced translation want the same events.

use proptest::prelude::*;
use proptest::sample::select;

use crate::selectors::{DataResource, EventFacts, EventSelector, Purpose, ResourceFacts, Selectors};

const SOURCES: &[&str] = &["kms.amazonaws.com", "rdsdata.amazonaws.com"];
const RESOURCES: &[(&str, &[&str])] = &[
    ("AWS::S3::Object", &["arn:aws:s3", "arn:aws:s3:::", "arn:aws:s3:::a/", "arn:aws:s3:::a/b", "arn:aws:s3:::ab/"]),
    (
        "AWS::Lambda::Function",
        &["arn:aws:lambda", "arn:aws:lambda:r:111111111111:function:f", "arn:aws:lambda:r:111111111111:function:ff"],
    ),
    ("AWS::DynamoDB::Table", &["arn:aws:dynamodb", "arn:aws:dynamodb:r:111111111111:table/t"]),
];
const ARNS: &[&str] = &[
    "arn:aws:s3:::a/",
    "arn:aws:s3:::a/b",
    "arn:aws:s3:::a/bc",
    "arn:aws:s3:::ab/c",
    "arn:aws:s3:::a",
    "arn:aws:lambda:r:111111111111:function:f",
    "arn:aws:lambda:r:111111111111:function:ff",
    "arn:aws:dynamodb:r:111111111111:table/t",
    "arn:aws:dynamodb:r:111111111111:table/tt",
];
const TYPES: &[&str] = &["AWS::S3::Object", "AWS::S3::Bucket", "AWS::Lambda::Function", "AWS::DynamoDB::Table"];

fn data_resource() -> impl Strategy<Value = DataResource> {
    select(RESOURCES).prop_flat_map(|(resource_type, values)| {
        proptest::collection::vec(select(values).prop_map(str::to_string), 0..3)
            .prop_map(move |values| DataResource { resource_type: resource_type.to_string(), values })
    })
}

fn selector() -> impl Strategy<Value = EventSelector> {
    let kind = select(&["ReadOnly", "WriteOnly", "All"][..]).prop_map(str::to_string);
    let excluded = proptest::collection::vec(select(SOURCES).prop_map(str::to_string), 0..3);
    let resources = proptest::collection::vec(data_resource(), 0..4);
    (kind, any::<bool>(), resources, excluded).prop_map(|(read_write_type, include, data_resources, excluded)| {
        EventSelector {
            read_write_type,
            include_management_events: include,
            data_resources,
            exclude_management_event_sources: if include { excluded } else { Vec::new() },
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_wants_the_same_events(
        selector in selector(),
        category in select(&["Management", "Data", "NetworkActivity", "Insight"][..]),
        source in select(&["kms.amazonaws.com", "rdsdata.amazonaws.com", "s3.amazonaws.com"][..]),
        read_only in any::<Option<bool>>(),
        resources in proptest::collection::vec((select(TYPES), select(ARNS)), 0..3),
    ) {
        let advanced = selector.to_advanced();
        let resources: Vec<ResourceFacts> =
            resources.into_iter().map(|(resource_type, arn)| ResourceFacts { resource_type, arn }).collect();
        let event = EventFacts { category, source, read_only, resources: &resources, ..EventFacts::default() };
        prop_assert_eq!(selector.wants(&event), advanced.iter().any(|advanced| advanced.wants(&event)));
        if !advanced.is_empty() && (selector.include_management_events || !selector.data_resources.is_empty()) {
            prop_assert!(Selectors::of_request(None, Some(advanced), Purpose::Trail).is_ok());
            prop_assert!(Selectors::of_request(Some(vec![selector]), None, Purpose::Trail).is_ok());
        }
    }
}
