//! CloudWatch by boto3, the AWS CLI and the bare protocols, and alarms that tell their topics.

use ashiato_server::http::Limits;
use ashiato_server::quotas::Quotas;
use chrono::Utc;
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crate::running::Running;

#[track_caller]
fn passes(server: &Running, script: &str) {
    let begun = include_str!("scripts/alarms/prelude.py");
    if let Some(printed) = server.python(&format!("{begun}\n{script}")) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn alarms_are_put_told_and_taken_away() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/alarms/operations.py"));
}

#[test]
fn metrics_are_put_and_told() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/alarms/metrics.py"));
}

#[test]
fn each_error_of_cloudwatch_is_told() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/alarms/errors.py"));
}

#[test]
fn each_protocol_of_cloudwatch_is_spoken() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/alarms/protocols.py"));
}

#[test]
fn the_command_line_of_aws_watches_metrics() {
    let server = Running::start_with_stored_keys();
    server.watch_alarms();
    passes(&server, include_str!("scripts/alarms/command_line.py"));
}

#[test]
fn a_failed_sign_in_raises_an_alarm_that_tells_its_topic() {
    let server = Running::start_with_stored_keys();
    server.deliver_messages();
    server.watch_alarms();
    let endpoint = include_str!("scripts/alarms/endpoint.py");
    passes(&server, &format!("{endpoint}\n{}", include_str!("scripts/alarms/failed_sign_in.py")));
}

#[test]
fn states_come_of_what_is_put() {
    watched(include_str!("scripts/alarms/states.py"));
}

#[test]
fn states_come_of_what_is_missing() {
    watched(include_str!("scripts/alarms/missing.py"));
}

#[track_caller]
fn watched(script: &str) {
    let server = Running::start_with_stored_keys();
    server.deliver_messages();
    server.watch_alarms();
    passes(&server, &format!("{}\n{script}", include_str!("scripts/alarms/endpoint.py")));
}

#[test]
fn there_is_room_for_so_many_alarms_and_metrics() {
    let quotas = Quotas { alarms: 2, metrics: 3, ..Quotas::default() };
    let server = Running::start_with(Limits { quotas, ..Limits::default() }, Utc::now);
    let script = "
for name in ('a', 'b', 'a'):
    cloudwatch.put_metric_alarm(**alarm(AlarmName=name))
fails('LimitExceeded', cloudwatch.put_metric_alarm, **alarm(AlarmName='c'))
datum = lambda name: [{'MetricName': name, 'Value': 1}]
for name in ('a', 'b', 'c', 'a'):
    cloudwatch.put_metric_data(Namespace='n', MetricData=datum(name))
fails('LimitExceeded', cloudwatch.put_metric_data, Namespace='n', MetricData=datum('d'))
# What a metric filter would count is given up, and the events are taken.
logs = client('logs')
logs.create_log_group(logGroupName='g')
logs.create_log_stream(logGroupName='g', logStreamName='s')
for name in ('d', 'a'):
    logs.put_metric_filter(logGroupName='g', filterName=name, filterPattern='', metricTransformations=[
        {'metricName': name, 'metricNamespace': 'n', 'metricValue': '1'}])
logs.put_log_events(logGroupName='g', logStreamName='s', logEvents=[{'timestamp': now_millis(), 'message': 'm'}])
assert sums('n', 'd') == [] and sum(sums('n', 'a')) == 3, sums('n', 'a')
print('passed')";
    passes(&server, script);
}

/// What a listener was sent.
#[derive(Default)]
struct Posts(Mutex<VecDeque<String>>, Condvar);

impl Posts {
    /// The next body.
    fn next(&self) -> String {
        let bodies = self.0.lock().expect("no listener panicked");
        let waited = self.1.wait_timeout_while(bodies, Duration::from_secs(60), |bodies| bodies.is_empty());
        waited.expect("no listener panicked").0.pop_front().expect("a post comes in time")
    }

    fn is_empty(&self) -> bool {
        self.0.lock().expect("no listener panicked").is_empty()
    }
}

/// A listener that takes every post, and outlives the servers of a test.
fn listen() -> (SocketAddr, Arc<Posts>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let posts = Arc::new(Posts::default());
    let taken = Arc::clone(&posts);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut reader = BufReader::new(stream.try_clone().expect("a second handle"));
            let (mut line, mut length) = (String::new(), 0);
            while reader.read_line(&mut line).is_ok_and(|bytes| bytes > 2) {
                if let Some(said) = line.to_lowercase().strip_prefix("content-length:") {
                    length = said.trim().parse().expect("a number");
                }
                line.clear();
            }
            let mut body = vec![0; length];
            if reader.read_exact(&mut body).is_err() {
                continue;
            }
            drop(stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"));
            taken.0.lock().expect("no test panicked").push_back(String::from_utf8(body).expect("text"));
            taken.1.notify_all();
        }
    });
    (address, posts)
}

#[test]
fn an_action_is_neither_lost_nor_taken_twice_by_a_restart() {
    let (address, posts) = listen();
    let folder = tempfile::tempdir().expect("a folder");
    let server = Running::start_in(folder.path());
    server.watch_alarms();
    // Nothing is delivered here: what the alarm says is in the state when the server stops.
    let raise = format!(
        "topic = client('sns').create_topic(Name='t')['TopicArn']
client('sns').subscribe(TopicArn=topic, Protocol='sqs', Endpoint='http://{address}/queue')
cloudwatch.put_metric_data(Namespace='n', MetricData=[{{'MetricName': 'm', 'Value': 1}}])
cloudwatch.put_metric_alarm(**alarm(AlarmActions=[topic], OKActions=[topic]))
await_state('a', 'ALARM')
print('raised')"
    );
    let begun = include_str!("scripts/alarms/prelude.py");
    let Some(printed) = server.python(&format!("{begun}\n{raise}")) else { return };
    assert_eq!(printed, "raised");
    server.stop();
    assert!(posts.is_empty());

    let server = Running::start_in(folder.path());
    server.deliver_messages();
    server.watch_alarms();
    let state = |posts: &Posts| {
        let body = posts.next();
        let message = body.split("MessageBody=").nth(1).expect("a form of SQS");
        ["ALARM", "OK"].into_iter().find(|state| message.contains(&format!("NewStateValue%5C%22%3A%5C%22{state}")))
    };
    assert_eq!(state(&posts), Some("ALARM"));
    let settle = "assert cloudwatch.describe_alarms()['MetricAlarms'][0]['StateValue'] == 'ALARM'
cloudwatch.set_alarm_state(AlarmName='a', StateValue='OK', StateReason='over')
kinds = [item['HistoryItemType'] for item in cloudwatch.describe_alarm_history(AlarmName='a')['AlarmHistoryItems']]
assert kinds[:5] == ['Action', 'StateUpdate', 'Action', 'StateUpdate', 'ConfigurationUpdate'], kinds
print('passed')";
    passes(&server, settle);
    // The next is of the state after that: the first was not said again.
    assert_eq!(state(&posts), Some("OK"));
}
