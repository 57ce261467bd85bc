//! Queries that are stopped, cost too much, or wait.

use super::{check, python, server};
use crate::running::Running;
use ashiato_server::athena::QuerySettings;

/// More rows than any machine counts in the time of a test.
const ENDLESS: &str = "SELECT count(*) FROM UNNEST(sequence(1, 10000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 10000)) AS b(y) \
                       CROSS JOIN UNNEST(sequence(1, 10000)) AS c(z)";

#[test]
fn a_stopped_query_is_cancelled_at_once() {
    let server = server();
    let script = format!(
        "id = start('{ENDLESS}')
while ATHENA.get_query_execution(QueryExecutionId=id)['QueryExecution']['Status']['State'] == 'QUEUED': pass
print(refusal(ATHENA.get_query_results, QueryExecutionId=id)[2])
ATHENA.stop_query_execution(QueryExecutionId=id)
query = ATHENA.get_query_execution(QueryExecutionId=id)['QueryExecution']
print(told(query))
print(refusal(ATHENA.get_query_results, QueryExecutionId=id)[2])
# What has ended stays as it is.
ATHENA.stop_query_execution(QueryExecutionId=id)
done = run('SELECT 1')
ATHENA.stop_query_execution(QueryExecutionId=done['QueryExecutionId'])
print(told(wait(done['QueryExecutionId'])))"
    );
    let expected = "Query has not yet finished. Current state: RUNNING
('CANCELLED', 'Query cancelled by user')
Query did not finish successfully. Final query state: CANCELLED
('SUCCEEDED', None)";
    check(&server, &script, expected);
    server.stop();
}

#[test]
fn a_query_that_is_planned_is_cancelled_at_once_and_leaves_its_place() {
    // One query and one thread: a planner that kept either would keep the next query waiting.
    let settings = QuerySettings { running_max: 1, ..QuerySettings::of(1) };
    let server = Running::start_with_queries(settings);
    server.create_bucket("results");
    // Each column is held against all others: in a build for debugging that takes more than ten seconds.
    let script = "wide = 'SELECT ' + ', '.join(f'{n} c{n}' for n in range(20000))
for sql in (wide, f\"UNLOAD ({wide}) TO 's3://results/wide/' WITH (format = 'JSON')\", f'EXPLAIN {wide}'):
    id = start(sql)
    state = lambda: ATHENA.get_query_execution(QueryExecutionId=id)['QueryExecution']['Status']['State']
    while state() == 'QUEUED': pass
    ATHENA.stop_query_execution(QueryExecutionId=id)
    print(state(), told(run('SELECT 1')))
print(told(run('SELECT ' + ', '.join(f'{n} c{n}' for n in range(2000)))))";
    let expected = "CANCELLED ('SUCCEEDED', None)
CANCELLED ('SUCCEEDED', None)
CANCELLED ('SUCCEEDED', None)
('SUCCEEDED', None)";
    check(&server, script, expected);
}

#[test]
fn queries_wait_their_turn_and_too_many_are_refused() {
    let settings = QuerySettings { running_max: 1, queued_in_work_group_max: 2, ..QuerySettings::default() };
    let server = Running::start_with_queries(settings);
    server.create_bucket("results");
    let script = format!(
        "runs = start('{ENDLESS}')
waits = [start('SELECT 1'), start('SELECT 2')]
print(refusal(start, sql='SELECT 3')[::2])
ATHENA.create_work_group(Name='other', Configuration={{'EnforceWorkGroupConfiguration': False}})
other = start('SELECT 4', WorkGroup='other')
state = lambda id: ATHENA.get_query_execution(QueryExecutionId=id)['QueryExecution']['Status']['State']
print([state(id) for id in waits + [other]])
print(refusal(ATHENA.get_query_results, QueryExecutionId=waits[0])[2])
ATHENA.stop_query_execution(QueryExecutionId=waits[1])
print(state(waits[1]))
ATHENA.stop_query_execution(QueryExecutionId=runs)
print(told(wait(waits[0])), told(wait(other)), state(runs))"
    );
    let expected = "('TooManyRequestsException', 'You have exceeded the limit for the number of queries you can run \
                    concurrently. Please reduce the number of concurrent queries submitted by this account.')
['QUEUED', 'QUEUED', 'QUEUED']
Query has not yet finished. Current state: QUEUED
CANCELLED
('SUCCEEDED', None) ('SUCCEEDED', None) CANCELLED";
    check(&server, &script, expected);
}

#[test]
fn memory_and_bytes_scanned_are_bounded() {
    let settings = QuerySettings { memory_bytes_per_query: 4 << 20, ..QuerySettings::default() };
    let server = Running::start_with_queries(settings);
    server.create_bucket("results");
    server.create_bucket("data");
    let line = format!("{}\n", "x".repeat(999));
    server.put("data", "t/a.txt", line.repeat(11_000));
    let script = "run(\"CREATE EXTERNAL TABLE t (a string) LOCATION 's3://data/t/'\")
ATHENA.create_work_group(Name='small', Configuration={
    'ResultConfiguration': {'OutputLocation': RESULTS}, 'BytesScannedCutoffPerQuery': 10000000})
query = run('SELECT count(*) FROM t', WorkGroup='small')
print(told(query), query['Statistics']['DataScannedInBytes'] > 10000000)
for sql in ['CREATE TABLE c AS SELECT count(*) AS n FROM t', \"UNLOAD (SELECT count(*) AS n FROM t) TO 's3://data/u/' WITH (format = 'JSON')\"]:
    print(told(run(sql, WorkGroup='small')))
print(told(run('SELECT * FROM c'))[1][:15], client('s3').list_objects_v2(Bucket='data', Prefix='u/')['KeyCount'])
query = run('SELECT count(*) FROM t')
print(told(query), query['Statistics']['DataScannedInBytes'])
query = run('SELECT array_agg(x || cast(y AS varchar)) FROM (SELECT a AS x FROM t) CROSS JOIN UNNEST(sequence(1, 100)) AS s(y)')
print(told(query), query['Status']['AthenaError']['ErrorCategory'])
print(told(run('SELECT 1')))";
    let expected = "('CANCELLED', 'Bytes scanned limit was exceeded') True
('CANCELLED', 'Bytes scanned limit was exceeded')
('CANCELLED', 'Bytes scanned limit was exceeded')
TABLE_NOT_FOUND 0
('SUCCEEDED', None) 11000000
('FAILED', 'EXCEEDED_MEMORY_LIMIT: Query exceeded the memory limit of 4 MB for one query') 1
('SUCCEEDED', None)";
    check(&server, script, expected);
}

#[test]
fn a_server_that_stops_marks_what_it_leaves() {
    let server = server();
    let Some(id) = python(&server, &format!("print(start('{ENDLESS}'))")) else { return };
    server.stop_queries();
    let script = format!(
        "query = wait('{id}')
print(told(query), query['Status']['AthenaError']['Retryable'])
print(refusal(start, sql='SELECT 1')[0])"
    );
    check(
        &server,
        &script,
        "('FAILED', 'The server was stopped before the query had ended') True\nInternalServerException",
    );
}

#[test]
fn two_hundred_at_once_all_end_well() {
    let server = server();
    server.create_bucket("data");
    server.put("data", "t/a.txt", "1\n2\n3\n");
    let script = "from concurrent.futures import ThreadPoolExecutor
run(\"CREATE EXTERNAL TABLE t (n int) LOCATION 's3://data/t/'\")
with ThreadPoolExecutor(16) as pool:
    ids = list(pool.map(lambda number: start(f'SELECT sum(n) + {number} AS s FROM t'), range(200)))
    def answer(id):
        query = wait(id)
        return told(query), rows(query)[1][0]
    answers = list(pool.map(answer, ids))
print({state for state, _ in answers}, [value for _, value in answers] == [str(6 + number) for number in range(200)])";
    check(&server, script, "{('SUCCEEDED', None)} True");
    server.stop();
}

#[test]
fn queries_are_counted_by_state_and_work_group() {
    let server = Running::start_with_queries(QuerySettings { running_max: 1, ..QuerySettings::of(1) });
    server.create_bucket("results");
    server.create_bucket("data");
    server.put("data", "t/a.txt", "1\n2\n3\n");
    let script = "ATHENA.create_work_group(Name='team', Configuration={'EnforceWorkGroupConfiguration': False})
def metrics():
    text = urllib.request.urlopen(ENDPOINT + '/metrics').read().decode()
    told = [line.removeprefix('ashiato_').replace('region=\"eu-north-1\",work_group=', '') for line in text.splitlines()]
    return [line for line in told if line.startswith(('queries', 'query_bytes'))]
print(metrics())
run(\"CREATE EXTERNAL TABLE t (n int) LOCATION 's3://data/t/'\")
run('SELECT sum(n) AS s FROM t', WorkGroup='team')
run('SELECT 1 / 0 AS n', WorkGroup='team')
one = 'CROSS JOIN UNNEST(sequence(1, 10000)) AS '
id = start(f'SELECT count(*) FROM UNNEST(sequence(1, 10000)) AS a(x) {one} b(y) {one} c(z)')
other = start('SELECT 1')
while ATHENA.get_query_execution(QueryExecutionId=id)['QueryExecution']['Status']['State'] == 'QUEUED': pass
print(*[line for line in metrics() if 'under_way' in line], sep='\\n')
ATHENA.stop_query_execution(QueryExecutionId=other)
ATHENA.stop_query_execution(QueryExecutionId=id)
run('SELECT 1')
print(*sorted(line for line in metrics() if 'under_way' not in line), sep='\\n')
s3 = client('s3')
s3.list_objects_v2(Bucket='data'); s3.head_bucket(Bucket='data'); s3.copy_object(Bucket='data', Key='b', CopySource='data/t/a.txt')
text = urllib.request.urlopen(ENDPOINT + '/metrics').read().decode()
for name in ('ListObjectsV2', 'HeadBucket', 'CopyObject'):
    assert f'ashiato_requests_total{{service=\"s3\",operation=\"{name}\",status=\"200\"}} 1\\n' in text, (name, text)";
    let expected = "[]
queries_under_way{\"primary\",state=\"QUEUED\"} 1
queries_under_way{\"primary\",state=\"RUNNING\"} 1
queries_total{\"primary\",state=\"CANCELLED\"} 2
queries_total{\"primary\",state=\"SUCCEEDED\"} 2
queries_total{\"team\",state=\"FAILED\"} 1
queries_total{\"team\",state=\"SUCCEEDED\"} 1
query_bytes_scanned_total{\"primary\"} 0
query_bytes_scanned_total{\"team\"} 6";
    check(&server, script, expected);
}
