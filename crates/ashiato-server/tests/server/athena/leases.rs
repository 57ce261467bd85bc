//! Two servers on one state, one of which is held to be dead. The clock is the test's.

use super::{check, python};
use crate::running::Running;
use ashiato_server::athena::{Athena, QuerySettings};
use chrono::{TimeDelta, Utc};

#[test]
fn the_queries_of_a_server_whose_lease_has_run_out_have_failed() {
    let named = |server: &str| QuerySettings { server: server.into(), running_max: 1, ..QuerySettings::of(1) };
    let server = Running::start_with_queries(named("one"));
    server.create_bucket("results");
    let script = "one = 'CROSS JOIN UNNEST(sequence(1, 10000)) AS '
endless = f'SELECT count(*) FROM UNNEST(sequence(1, 10000)) AS a(x) {one} b(y) {one} c(z)'
ids = [start(endless), start(endless)]
while ATHENA.get_query_execution(QueryExecutionId=ids[0])['QueryExecution']['Status']['State'] == 'QUEUED': pass
print(*ids)";
    let Some(ids) = python(&server, script) else { return };
    let kept = &server.state.kept;
    let other = Athena::new(kept.meta.clone(), kept.objects.buckets(), named("two"));
    let now = Utc::now();
    let failed_by = |athena: &Athena, seconds: i64| {
        let beat = athena.beat(now + TimeDelta::seconds(seconds));
        server.block_on(beat).expect("the state answers")
    };
    assert_eq!(failed_by(&other, 30), 0, "its lease holds for a minute");
    // It renews it, and lives on.
    assert_eq!(failed_by(&server.state.athena, 50), 0);
    assert_eq!(failed_by(&other, 100), 0);
    // It is not heard of any more.
    assert_eq!(failed_by(&other, 111), 2);
    assert_eq!(failed_by(&other, 112), 0, "once");
    let (runs, waits) = ids.split_once(' ').expect("two ids");
    // It lives after all: it finds that they have ended, and has room for the next.
    let script = format!(
        "for id in ('{runs}', '{waits}'):
    query = wait(id)
    print(told(query), query['Status']['AthenaError']['Retryable'])
print(told(run('SELECT 1')))"
    );
    let died =
        "('FAILED', 'The server that ran the query, or had it wait, is not there any more. Send it again.') True";
    check(&server, &script, &format!("{died}\n{died}\n('SUCCEEDED', None)"));
    // One that stops in good order is dead to nobody.
    assert_eq!(failed_by(&server.state.athena, 113), 0);
    server.block_on(other.stop(std::time::Duration::ZERO, Utc::now));
    assert_eq!(failed_by(&server.state.athena, 1000), 0);
}
