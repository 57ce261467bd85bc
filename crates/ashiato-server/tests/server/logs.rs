//! CloudWatch Logs by boto3 and the AWS CLI.

use ashiato_meta::{Place, metric_points, metrics};

use crate::running::Running;

#[test]
fn events_are_given_back_by_stream_time_and_pattern() {
    let server = Running::start_with_stored_keys();
    let Some(printed) = server.python(include_str!("scripts/logs.py")) else { return };
    assert_eq!(printed, "passed");
    // One event came that its metric filter was for.
    let place = Place::new(&server.state.kept.account, "eu-north-1");
    let counted = server.block_on(async {
        let mut tx = server.state.kept.meta.read().await?;
        let metric = metrics::find(&mut tx, &place, ("Trail", "Failures", "[]")).await?.expect("it was made");
        metric_points::between(&mut tx, &metric.id, (0, i64::MAX)).await
    });
    let counted = counted.expect("the state answers");
    assert_eq!(counted.iter().map(|point| (point.samples, point.total)).collect::<Vec<_>>(), [(1.0, 1.0)]);
}

#[test]
fn each_error_of_logs_is_told() {
    let server = Running::start_with_stored_keys();
    if let Some(printed) = server.python(include_str!("scripts/logs_errors.py")) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn events_are_there_after_a_restart_and_go_when_they_are_too_old() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Running::start_in(folder.path());
    let put = "import time
logs = client('logs')
logs.create_log_group(logGroupName='g')
logs.create_log_stream(logGroupName='g', logStreamName='s')
now = int(time.time() * 1000)
logs.put_log_events(logGroupName='g', logStreamName='s', logEvents=[
    {'timestamp': now - 2 * 86400000 + i, 'message': 'old'} for i in range(3)])
logs.put_log_events(logGroupName='g', logStreamName='s', logEvents=[{'timestamp': now, 'message': 'new'}])
print('put')";
    let Some(printed) = server.python(put) else { return };
    assert_eq!(printed, "put");
    server.stop();
    let server = Running::start_in(folder.path());
    let get = "print(*[event['message'] for event in client('logs').filter_log_events(logGroupName='g')['events']])";
    assert_eq!(server.python(get).as_deref(), Some("old old old new"));
    // What is too old is not shown any more, whether or not it is there still.
    let expire = format!("client('logs').put_retention_policy(logGroupName='g', retentionInDays=1)\n{get}");
    assert_eq!(server.python(&expire).as_deref(), Some("new"));
    server.block_on(server.state.expire_logs()).expect("what is too old goes");
    assert_eq!(server.python(get).as_deref(), Some("new"));
}
