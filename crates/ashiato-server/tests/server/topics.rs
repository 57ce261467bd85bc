//! SNS by boto3, and what endpoints are told.

use ashiato_server::topics::{Failure, Service, publish};
use std::sync::Arc;

use crate::running::Running;

#[test]
fn endpoints_are_told_what_is_published() {
    let server = Running::start_with_stored_keys();
    server.deliver_messages();
    if let Some(printed) = server.python(include_str!("scripts/topics.py")) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn each_error_of_topics_is_told() {
    let server = Running::start_with_stored_keys();
    if let Some(printed) = server.python(include_str!("scripts/topics_errors.py")) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn topics_let_whom_their_policies_and_identities_let() {
    let server = Running::start_with_stored_keys();
    if let Some(printed) = server.python(include_str!("scripts/topics_policies.py")) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn services_publish_as_the_topic_lets_them() {
    let server = Running::start();
    let script = "sns = client('sns')
arn = sns.create_topic(Name='open')['TopicArn']
sns.set_topic_attributes(TopicArn=arn, AttributeName='Policy', AttributeValue=statement(
    'SNS:Publish', arn, Principal={'Service': 'cloudtrail.amazonaws.com'}))
print(sns.create_topic(Name='new')['TopicArn'], arn)";
    let Some(printed) = server.python(script) else { return };
    let (new, open) = printed.split_once(' ').expect("it prints two");
    let trail = Service::cloud_trail("arn:aws:cloudtrail:eu-north-1:111122223333:trail/t", "111122223333");
    let alarm = Service::cloud_watch("arn:aws:cloudwatch:eu-north-1:111122223333:alarm:a", "111122223333");
    let publishes = |by: &Service, arn: &str| server.block_on(publish(&server.state, by, arn, None, "m"));
    for (by, arn, is_let) in [(&trail, new, false), (&alarm, new, true), (&trail, open, true), (&alarm, open, false)] {
        match publishes(by, arn) {
            Ok(_) => assert!(is_let, "{by:?} {arn}"),
            Err(Failure::Denied(_)) => assert!(!is_let, "{by:?} {arn}"),
            Err(other) => panic!("{other}"),
        }
    }
    assert!(matches!(publishes(&alarm, &format!("{new}s")), Err(Failure::State(_))));
}

#[test]
fn other_parts_of_the_server_publish() {
    let server = Running::start();
    server.deliver_messages();
    let script = "print(client('sns').create_topic(Name='trail')['TopicArn'])";
    let Some(arn) = server.python(script) else { return };
    let by = Service::cloud_watch("arn:aws:cloudwatch:eu-north-1:111122223333:alarm:a", "111122223333");
    let published = publish(&server.state, &by, &arn, Some("subject"), "{}");
    let id = server.block_on(published).expect("it is published");
    assert_eq!(id.len(), 36);
    let none = "arn:aws:sns:eu-north-1:111122223333:none";
    let none = server.block_on(publish(&Arc::clone(&server.state), &by, none, None, "m"));
    assert!(none.is_err());
}
