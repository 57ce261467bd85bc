//! What an answer shows of an event, from the tail and from the table alike.

use ashiato_engine::history::{Attribute, Condition, History, HistoryResource, Lookup};
use bytes::Bytes;

use super::newest;

const RECORD: &str = r#"{"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLE:Mary","accountId":"444455556666","accessKeyId":"ASIAEXAMPLE"},"eventTime":"2026-11-20T10:11:12Z","eventSource":"iam.amazonaws.com","eventName":"CreateRole","awsRegion":"us-east-1","errorCode":"AccessDenied","requestParameters":{"roleName":"R"},"responseElements":null,"eventID":"e-1","readOnly":false,"eventCategory":"Management","recipientAccountId":"111122223333","note":"足跡 \u00e9"}"#;

#[tokio::test(flavor = "multi_thread")]
async fn an_event_shows_the_same_before_and_after_the_flush() {
    let folder = tempfile::tempdir().expect("a folder");
    let history = History::open(folder.path()).await.expect("open");
    history.feed(7, Bytes::from_static(RECORD.as_bytes())).expect("feed");
    let mut before = history.lookup(&newest(5)).await.expect("lookup");
    assert_eq!(before.reading.files_opened, 0);
    history.flush().await.expect("flush");
    let mut after = history.lookup(&newest(5)).await.expect("lookup");
    assert_eq!(after.reading.files_opened, 1);
    (before.reading, after.reading) = Default::default();
    assert_eq!(before, after);

    let [event] = after.events.as_slice() else { panic!("one event, not {:?}", after.events) };
    assert_eq!((event.number, event.event_time, after.through), (7, 1_795_169_472_000, 7));
    assert_eq!(event.user_name.as_deref(), Some("Mary"));
    assert_eq!(event.access_key_id.as_deref(), Some("ASIAEXAMPLE"));
    assert_eq!(event.account.as_deref(), Some("111122223333"));
    assert_eq!(event.error_code.as_deref(), Some("AccessDenied"));
    assert_eq!(event.read_only, Some(false));
    assert_eq!(event.resources, [HistoryResource { kind: "AWS::IAM::Role".to_owned(), name: "R".to_owned() }]);
    assert_eq!(event.record, RECORD.as_bytes());
    assert_eq!(after.searched, Some((1_795_169_472_000, 1_795_169_472_000)));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_attribute_finds_the_event_by_its_value_and_by_a_part_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let history = History::open(folder.path()).await.expect("open");
    history.append(vec![(1, Bytes::from_static(RECORD.as_bytes()))], 1).await.expect("append");
    for (attribute, value) in [
        (Attribute::EventId, "e-1"),
        (Attribute::EventName, "CreateRole"),
        (Attribute::ReadOnly, "false"),
        (Attribute::Username, "Mary"),
        (Attribute::ResourceType, "AWS::IAM::Role"),
        (Attribute::ResourceName, "R"),
        (Attribute::EventSource, "iam.amazonaws.com"),
        (Attribute::AccessKeyId, "ASIAEXAMPLE"),
        (Attribute::EventCategory, "Management"),
        (Attribute::Region, "us-east-1"),
        (Attribute::Account, "111122223333"),
        (Attribute::ErrorCode, "AccessDenied"),
    ] {
        let part = value.get(1..).unwrap_or_default().to_owned();
        for (condition, expected) in [
            (Condition::Equals(attribute, value.to_owned()), 1),
            (Condition::Contains(attribute, part), 1),
            (Condition::Equals(attribute, format!("{value}x")), 0),
            (Condition::Not(Box::new(Condition::Equals(attribute, value.to_owned()))), 0),
            (Condition::Not(Box::new(Condition::Equals(attribute, "another".to_owned()))), 1),
        ] {
            let lookup = Lookup { condition: Some(condition.clone()), ..newest(5) };
            let page = history.lookup(&lookup).await.expect("lookup");
            assert_eq!(page.events.len(), expected, "{condition:?}");
        }
    }
}
