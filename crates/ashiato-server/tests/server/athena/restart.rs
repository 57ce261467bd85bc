//! A process that runs queries is killed: what it had ended is there, and what it ran has failed with a reason.

use super::prelude;
use crate::running::{Running, python_at};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};

const KILLS: usize = 3;

/// Serves until it is killed, and says where.
fn serve_until_killed(folder: &Path) {
    let server = Running::start_in(folder);
    eprintln!("listens {}", server.address);
    loop {
        std::thread::park();
    }
}

#[test]
fn what_ran_when_the_server_was_killed_has_failed() {
    if let Ok(folder) = std::env::var("KILLED_FOLDER") {
        return serve_until_killed(Path::new(&folder));
    }
    let folder = tempfile::tempdir().expect("a folder");
    Running::start_in(folder.path()).create_bucket("results");
    let mut told = Vec::new();
    for _ in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "athena::restart::what_ran_when_the_server_was_killed_has_failed", "--nocapture"])
            .env("KILLED_FOLDER", folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the child starts");
        let mut lines = BufReader::new(child.stderr.take().expect("its words")).lines().map_while(Result::ok);
        let address = lines.find_map(|line| line.strip_prefix("listens ").map(str::to_string));
        let address: SocketAddr = address.expect("it listens").parse().expect("an address");
        let script = "one = 'CROSS JOIN UNNEST(sequence(1, 10000)) AS '
print(run('SELECT 7 AS n')['QueryExecutionId'])
id = start(f'SELECT count(*) FROM UNNEST(sequence(1, 10000)) AS a(x) {one} b(y) {one} c(z)')
while ATHENA.get_query_execution(QueryExecutionId=id)['QueryExecution']['Status']['State'] == 'QUEUED': pass
print(id)";
        let printed = python_at(address, &prelude(script));
        child.kill().expect("it runs");
        child.wait().expect("it has ended");
        let Some(printed) = printed else { return };
        let (done, ran) = printed.split_once('\n').expect("two lines");
        told.push((done.to_string(), ran.to_string()));
    }
    let server = Running::start_in(folder.path());
    for (done, ran) in told {
        let script = format!(
            "query = wait('{ran}')
print(told(query), 'CompletionDateTime' in query['Status'], query['Status']['AthenaError']['Retryable'], refusal(ATHENA.get_query_results, QueryExecutionId='{ran}')[2])
print(rows(wait('{done}')), told(run('SELECT 1'))[0])"
        );
        let expected = "('FAILED', 'The server ended while the query ran or waited to run. Send it again.') True True Query did not finish successfully. Final query state: FAILED
[['n'], ['7']] SUCCEEDED";
        super::check(&server, &script, expected);
    }
    server.stop();
}
