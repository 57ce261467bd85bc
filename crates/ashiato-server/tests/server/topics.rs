//! SNS by boto3, and what endpoints are told.

use ashiato_server::topics::publish;
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
fn other_parts_of_the_server_publish() {
    let server = Running::start();
    server.deliver_messages();
    let script = "print(client('sns').create_topic(Name='trail')['TopicArn'])";
    let Some(arn) = server.python(script) else { return };
    let published = publish(&server.state, &arn, Some("subject"), "{}");
    let id = server.block_on(published).expect("it is published");
    assert_eq!(id.len(), 36);
    let none =
        server.block_on(publish(&Arc::clone(&server.state), "arn:aws:sns:eu-north-1:111122223333:none", None, "m"));
    assert!(none.is_err());
}
