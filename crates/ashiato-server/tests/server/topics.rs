//! SNS by boto3, what endpoints are told, and what they ask by the URLs that they are told.

use ashiato_meta::topic_deliveries::{self, Delivery};
use ashiato_meta::topic_subscriptions::{self, Subscription};
use ashiato_meta::topics::{self, Topic};
use ashiato_meta::{Millis, Place};
use ashiato_server::recording::{Recorder, RecordingSettings};
use ashiato_server::topics::{Failure, Service, publish};
use serde_json::{Value, json};
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

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

/// A topic of that name with one subscription, `ARN:1`, whose endpoint was told the token `token`. Tells the topic's ARN.
fn subscribed(server: &Running, name: &str, (protocol, endpoint): (&str, &str), is_confirmed: i64) -> String {
    let place = Place::new(&server.state.kept.account, "eu-north-1");
    let arn = format!("arn:aws:sns:eu-north-1:111122223333:{name}");
    let topic = Topic { arn: arn.clone(), place: place.clone(), attributes: "{}".into(), created: Millis(0) };
    let subscription = Subscription {
        arn: format!("{arn}:1"),
        topic: arn.clone(),
        place,
        protocol: protocol.into(),
        endpoint: endpoint.into(),
        attributes: "{}".into(),
        token: "token".into(),
        is_confirmed,
        created: Millis(0),
    };
    server.block_on(async {
        let mut tx = server.state.kept.meta.write().await.expect("a transaction");
        topics::create(&mut tx, &topic).await.expect("a new topic");
        topic_subscriptions::create(&mut tx, &subscription).await.expect("a new subscription");
        tx.commit().await.expect("a commit");
    });
    arn
}

/// A topic that an endpoint is told of, and where the endpoint listens.
fn told(server: &Running, name: &str) -> (String, TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let endpoint = format!("http://{}/", listener.local_addr().expect("an address"));
    (subscribed(server, name, ("http", &endpoint), 1), listener, endpoint)
}

fn publishes(server: &Running, topic: &str, message: &str) {
    let by = Service::cloud_watch("arn:aws:cloudwatch:eu-north-1:111122223333:alarm:a", "111122223333");
    server.block_on(publish(&server.state, &by, topic, None, message)).expect("it is published");
}

/// The body of a post, read to its end.
fn posted(stream: &mut TcpStream) -> String {
    let (mut bytes, mut piece) = (Vec::<u8>::new(), [0_u8; 4096]);
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
            if body.len() >= length.expect("a post says how long it is") {
                return body.to_string();
            }
        }
        let count = stream.read(&mut piece).expect("it is readable");
        assert!(count > 0, "it ends amid a post: {text}");
        bytes.extend_from_slice(&piece[..count]);
    }
}

fn answers(mut stream: TcpStream, status: &str) {
    let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    stream.write_all(answer.as_bytes()).expect("it is told");
}

/// Whether the other side still waits for an answer.
fn is_open(stream: &mut TcpStream) -> bool {
    stream.set_nonblocking(true).expect("it can be");
    match stream.read(&mut [0_u8]) {
        Ok(count) => count > 0,
        Err(why) => why.kind() == ErrorKind::WouldBlock,
    }
}

/// What is yet to be delivered to an endpoint, once that is as it should be.
fn waiting(server: &Running, endpoint: &str, is_right: impl Fn(&[Delivery]) -> bool) -> Vec<Delivery> {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let rows = server.block_on(async {
            let mut tx = server.state.kept.meta.read().await.expect("a transaction");
            topic_deliveries::due_for(&mut tx, endpoint, Millis(i64::MAX), 1000).await.expect("a list")
        });
        if is_right(&rows) {
            return rows;
        }
        assert!(Instant::now() < deadline, "{rows:?}");
        std::thread::yield_now();
    }
}

#[test]
fn an_endpoint_that_never_answers_holds_up_no_other() {
    const WAITING: usize = 40;
    let server = Running::start();
    let (dead_topic, dead, dead_endpoint) = told(&server, "dead");
    let (topic, alive, endpoint) = told(&server, "alive");
    for number in 0..WAITING {
        publishes(&server, &dead_topic, &format!("message {number}"));
    }
    server.deliver_messages();
    let (mut open, _) = dead.accept().expect("it is posted to");
    posted(&mut open);

    publishes(&server, &topic, "m");
    let (mut stream, _) = alive.accept().expect("it is posted to");
    assert!(posted(&mut stream).contains("\"Message\":\"m\""));
    assert!(is_open(&mut open), "the other endpoint's first post is under way");
    dead.set_nonblocking(true).expect("it can be");
    let second = dead.accept().expect_err("one post is under way to an endpoint");
    assert_eq!(second.kind(), ErrorKind::WouldBlock);
    answers(stream, "200 OK");
    waiting(&server, &endpoint, <[Delivery]>::is_empty);

    // All of its messages count as tried with the first, and none is lost.
    drop(open);
    let rows = waiting(&server, &dead_endpoint, |rows| rows.iter().all(|row| row.tries == 1));
    assert_eq!(rows.len(), WAITING);
}

#[test]
fn a_message_that_is_refused_waits_alone() {
    let server = Running::start();
    let (topic, listener, endpoint) = told(&server, "t");
    publishes(&server, &topic, "refused");
    server.deliver_messages();
    let (mut first, _) = listener.accept().expect("it is posted to");
    assert!(posted(&mut first).contains("refused"));
    publishes(&server, &topic, "taken");
    answers(first, "500 Internal Server Error");
    let (mut second, _) = listener.accept().expect("it is posted to");
    let body = posted(&mut second);
    assert!(body.contains("taken") || body.contains("refused"), "{body}");
    answers(second, "200 OK");
    let (mut third, _) = listener.accept().expect("it is posted to");
    let other = posted(&mut third);
    assert_ne!(body.contains("taken"), other.contains("taken"), "each of them: {body} {other}");
    answers(third, "200 OK");
    waiting(&server, &endpoint, <[Delivery]>::is_empty);
}

/// A GET of `/` without a key.
fn asks(server: &Running, query: &str) -> String {
    server.raw(format!("GET /?{query} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").as_bytes())
}

/// What is recorded.
fn records(server: &Running) -> Vec<Value> {
    let journal = server.state.journal().expect("it records");
    let entries = journal.read(journal.first(), 1 << 20).expect("it is readable");
    entries.iter().map(|entry| serde_json::from_slice(&entry.payload).expect("a record")).collect()
}

fn is_confirmed(server: &Running, subscription: &str) -> bool {
    server.block_on(async {
        let mut tx = server.state.kept.meta.read().await.expect("a transaction");
        topic_subscriptions::get(&mut tx, subscription).await.expect("it is there").is_confirmed == 1
    })
}

#[test]
fn endpoints_confirm_and_end_by_urls_which_is_recorded() {
    let server = Running::start();
    let topic = subscribed(&server, "t", ("http", "http://127.0.0.1:1/"), 0);
    let namespace = "xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"";

    let confirmed = asks(&server, &format!("Action=ConfirmSubscription&TopicArn={topic}&Token=token"));
    assert!(confirmed.starts_with("HTTP/1.1 200 ") && confirmed.contains("x-amzn-requestid: "), "{confirmed}");
    let told = format!(
        "<ConfirmSubscriptionResponse {namespace}><ConfirmSubscriptionResult><SubscriptionArn>{topic}:1</SubscriptionArn>\
         </ConfirmSubscriptionResult><ResponseMetadata><RequestId>"
    );
    assert!(confirmed.contains(&told), "{confirmed}");
    assert!(is_confirmed(&server, &format!("{topic}:1")));

    let unsubscribe = format!("Action=Unsubscribe&SubscriptionArn={topic}:1");
    let ended = asks(&server, &unsubscribe);
    assert!(ended.starts_with("HTTP/1.1 200 "), "{ended}");
    assert!(ended.contains(&format!("<UnsubscribeResponse {namespace}><ResponseMetadata>")), "{ended}");
    let again = asks(&server, &unsubscribe);
    assert!(again.starts_with("HTTP/1.1 404 ") && again.contains("<Code>NotFound</Code>"), "{again}");

    let found: Vec<Value> = records(&server)
        .iter()
        .map(|record| {
            assert_eq!(record["userIdentity"]["accountId"], "ANONYMOUS_PRINCIPAL", "{record}");
            assert_eq!(record["eventSource"], "sns.amazonaws.com", "{record}");
            assert_eq!(record["awsRegion"], "eu-north-1", "{record}");
            json!([record["eventName"], record["requestParameters"], record["responseElements"], record["errorCode"]])
        })
        .collect();
    let of_topic = json!({ "topicArn": topic, "token": "HIDDEN_DUE_TO_SECURITY_REASONS" });
    let of_subscription = json!({ "subscriptionArn": format!("{topic}:1") });
    let expected = [
        json!(["ConfirmSubscription", of_topic, of_subscription, null]),
        json!(["Unsubscribe", of_subscription, null, null]),
        json!(["Unsubscribe", of_subscription, null, "NotFound"]),
    ];
    assert_eq!(found, expected);

    let metrics = server.raw(b"GET /metrics HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    let counted = "service=\"sns\",operation=\"ConfirmSubscription\",status=\"200\"";
    assert!(metrics.contains(counted), "{metrics}");
}

#[test]
fn urls_do_nothing_that_needs_a_signature() {
    let server = Running::start();
    let topic = subscribed(&server, "t", ("http", "http://127.0.0.1:1/"), 0);
    let queue = subscribed(&server, "q", ("sqs", "http://127.0.0.1:1/"), 1);
    let confirm = format!("Action=ConfirmSubscription&TopicArn={topic}");
    for (query, status, code) in [
        (format!("{confirm}&Token=made-up"), 400, "InvalidParameter"),
        (confirm.clone(), 400, "InvalidParameter"),
        (format!("{confirm}s&Token=token"), 404, "NotFound"),
        (format!("{confirm}&Token=token&AuthenticateOnUnsubscribe=true"), 403, "AuthorizationError"),
        (format!("Action=Unsubscribe&SubscriptionArn={queue}:1"), 403, "AuthorizationError"),
        ("Action=Unsubscribe".to_string(), 404, "NotFound"),
    ] {
        let answer = asks(&server, &query);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{query}: {answer}");
        assert!(answer.contains(&format!("<Code>{code}</Code>")), "{query}: {answer}");
        let last = records(&server).pop().expect("it is recorded");
        assert_eq!(last["errorCode"], code, "{query}: {last}");
    }
    assert!(!is_confirmed(&server, &format!("{topic}:1")) && is_confirmed(&server, &format!("{queue}:1")));
}

#[test]
fn tokens_that_are_made_up_are_recorded_so_many_a_second_and_keep_nobody_from_writing() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Running::start_with_stored_keys_and(|state| {
        let settings = RecordingSettings { refused_strangers_per_second: 1, ..RecordingSettings::default() };
        let (recorder, _) = Recorder::open(&folder.path().join("journal"), 64 << 20, 1, settings).expect("a journal");
        state.record_with(recorder);
    });
    let topic = subscribed(&server, "t", ("http", "http://127.0.0.1:1/"), 0);
    let refused: Vec<String> = server.block_on(async {
        // Whoever wrote would wait for this one.
        let writing = server.state.kept.meta.write().await.expect("a transaction");
        let query = |number: usize| match number % 2 {
            0 => format!("Action=ConfirmSubscription&TopicArn={topic}&Token=made-up-{number}"),
            _ => format!("Action=Unsubscribe&SubscriptionArn={topic}:made-up-{number}"),
        };
        let refused: Vec<String> = (0..6).map(|number| asks(&server, &query(number))).collect();
        drop(writing);
        refused
    });
    let throttled = refused.iter().filter(|answer| answer.contains("<Code>Throttling</Code>")).count();
    let made_up =
        |answer: &&String| answer.contains("<Code>InvalidParameter</Code>") || answer.contains("<Code>NotFound</Code>");
    let recorded = refused.iter().filter(made_up).count();
    assert!(recorded >= 1 && throttled >= 1 && recorded + throttled == refused.len(), "{refused:?}");
    assert_eq!(records(&server).len(), recorded);
}

#[test]
fn what_was_confirmed_so_is_ended_by_signed_requests_alone() {
    let server = Running::start_with_stored_keys();
    let topic = subscribed(&server, "t", ("http", "http://127.0.0.1:1/"), 0);
    let script = "sns, one = client('sns'), TOPIC + ':1'
confirmed = sns.confirm_subscription(TopicArn=TOPIC, Token='token', AuthenticateOnUnsubscribe='true')
assert confirmed['SubscriptionArn'] == one, confirmed
sns.set_subscription_attributes(SubscriptionArn=one, AttributeName='RawMessageDelivery', AttributeValue='true')
urllib.request.urlopen(f'{ENDPOINT}/?Action=ConfirmSubscription&TopicArn={TOPIC}&Token=token').read()
told = sns.get_subscription_attributes(SubscriptionArn=one)['Attributes']
assert told['ConfirmationWasAuthenticated'] == told['RawMessageDelivery'] == 'true', told
assert 'AuthenticateOnUnsubscribe' not in told, told
given = dict(TopicArn=TOPIC, Protocol='http', Endpoint='http://127.0.0.1:1/', ReturnSubscriptionArn=True)
assert sns.subscribe(**given, Attributes={'RawMessageDelivery': 'true'})['SubscriptionArn'] == one
try:
    raise AssertionError(urllib.request.urlopen(f'{ENDPOINT}/?Action=Unsubscribe&SubscriptionArn={one}').read())
except urllib.error.HTTPError as error:
    assert error.code == 403 and b'<Code>AuthorizationError</Code>' in error.read(), error.code
sns.unsubscribe(SubscriptionArn=one)
assert sns.list_subscriptions()['Subscriptions'] == []
print('passed')";
    if let Some(printed) = server.python(&format!("TOPIC = '{topic}'\n{script}")) {
        assert_eq!(printed, "passed");
    }
}
