//! What a session may hold is counted, also where DataFusion does not count it, and a query that needs more fails.

use super::rows;
use ashiato_engine::{Session, SessionOptions};
use ashiato_event::generate::{Spec, files};
use std::path::Path;
use std::time::Duration;

/// A session of one thread with 16 MB to hold rows in.
fn session() -> Session {
    let options = SessionOptions { threads: Some(1), memory_bytes: Some(16 << 20), ..SessionOptions::default() };
    Session::open(options).expect("a session")
}

/// So many rows: a number, one of ten groups of them, and a text.
fn numbers(rows: usize) -> String {
    format!(
        "(SELECT n, n % 10 AS g, lpad(CAST(n AS varchar), 100, 'x') AS t FROM (SELECT 100 * h + l AS n FROM \
         UNNEST(sequence(0, {rows} / 100 - 1)) AS u(h) CROSS JOIN UNNEST(sequence(1, 100)) AS v(l)))"
    )
}

#[tokio::test]
async fn windows_that_need_more_than_there_is_fail() {
    let queries = [
        // An answer that grows from row to row.
        format!("SELECT n, array_agg(n) OVER (ORDER BY n) AS a FROM {}", numbers(3_000)),
        // The same answer for every row.
        format!("SELECT n, array_agg(n) OVER () AS a FROM {}", numbers(3_000)),
        format!("SELECT n, map_agg(n, t) OVER (PARTITION BY g) AS a FROM {}", numbers(3_000)),
        // Rows that all wait for the last one.
        format!("SELECT t, count(*) OVER () AS c FROM {}", numbers(200_000)),
        // Each answer is short, and all of them wait.
        format!(
            "SELECT n, array_agg(t) OVER (ORDER BY n ROWS BETWEEN 9 PRECEDING AND UNBOUNDED FOLLOWING) AS a FROM {}",
            numbers(2_000)
        ),
    ];
    for sql in queries {
        match rows(&session(), &sql).await {
            Ok(rows) => panic!("{sql}: {} rows", rows.len()),
            Err(error) => assert!(error.to_string().contains("EXCEEDED_MEMORY_LIMIT"), "{sql}: {error}"),
        }
    }
}

/// One array of 20 MB of texts: there is nothing to spill.
#[tokio::test]
async fn an_array_that_needs_more_than_there_is_fails() {
    for value in ["t", "ROW(n, t)"] {
        let sql = format!("SELECT cardinality(array_agg({value})) FROM {}", numbers(200_000));
        match rows(&session(), &sql).await {
            Ok(rows) => panic!("{sql}: {rows:?}"),
            Err(error) => assert!(error.to_string().contains("EXCEEDED_MEMORY_LIMIT"), "{sql}: {error}"),
        }
    }
}

/// What is given away no longer counts: far more rows pass than fit at once.
#[tokio::test]
async fn windows_that_stream_hold_little() {
    let queries = [
        format!("SELECT t, row_number() OVER (ORDER BY n) AS r FROM {}", numbers(60_000)),
        format!("SELECT t, sum(n) OVER (ORDER BY n) AS r, lag(t) OVER (ORDER BY n) AS l FROM {}", numbers(60_000)),
        format!(
            "SELECT n, array_agg(t) OVER (ORDER BY n ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS r FROM {}",
            numbers(60_000)
        ),
        format!("SELECT n, cardinality(array_agg(n) OVER (PARTITION BY n)) AS r FROM {}", numbers(20_000)),
    ];
    for sql in queries {
        let answer = rows(&session(), &sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        assert!(answer.len() >= 20_000, "{sql}: {}", answer.len());
    }
}

/// The few rows of a subquery are held, and the logs pass by them.
#[tokio::test]
async fn logs_pass_by_the_rows_of_a_subquery() {
    let folder = tempfile::tempdir().expect("a folder");
    write_logs(folder.path());
    let logs = vec![folder.path().display().to_string()];
    let options = SessionOptions { threads: Some(2), memory_bytes: Some(16 << 20), logs, ..SessionOptions::default() };
    let of_one = "SELECT sourceipaddress FROM cloudtrail_logs WHERE eventname = 'AssumeRole'";
    for sql in [
        format!(
            "SELECT count(*), count(DISTINCT requestparameters) FROM cloudtrail_logs WHERE sourceipaddress IN ({of_one})"
        ),
        format!(
            "SELECT count(*), count(DISTINCT requestparameters) FROM cloudtrail_logs JOIN (SELECT DISTINCT * FROM ({of_one})) AS of_one USING (sourceipaddress)"
        ),
    ] {
        let session = Session::open(options.clone()).expect("a session");
        let answer = rows(&session, &sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        assert_ne!(answer[0][0], "0", "{sql}");
    }
}

/// 20,000 events.
fn write_logs(folder: &Path) {
    let spec = Spec { events: 20_000, days: 1, ..Spec::default() };
    for file in files(&spec).expect("a spec that can be made") {
        let path = folder.join(&file.key);
        std::fs::create_dir_all(path.parent().expect("keys have folders")).expect("a folder");
        std::fs::write(path, file.stored).expect("a file");
    }
}

/// Two threads that hand each other rows, with no room to keep them in between: each writes to disk what the other is to
/// read, and neither waits for ever. Which of them is first is chance, so there are several attempts.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn groups_that_spill_on_their_way_come_to_an_end() {
    let folder = tempfile::tempdir().expect("a folder");
    write_logs(folder.path());
    let sql = "SELECT sum(c) FROM (SELECT useridentity, requestparameters, responseelements, useragent, count(*) AS c \
               FROM cloudtrail_logs GROUP BY 1, 2, 3, 4)";
    for attempt in 1..=6 {
        let options = SessionOptions {
            threads: Some(2),
            memory_bytes: Some(16 << 20),
            logs: vec![folder.path().display().to_string()],
            ..SessionOptions::default()
        };
        let session = Session::open(options).expect("a session");
        let answer = tokio::time::timeout(Duration::from_secs(120), rows(&session, sql)).await;
        let answer = answer.unwrap_or_else(|_| panic!("attempt {attempt} does not end"));
        assert_eq!(answer.unwrap_or_else(|error| panic!("{sql}: {error}")), [["20000"]]);
    }
}
