//! What a session may hold is counted, also where DataFusion does not count it, and a query that needs more fails.

use super::rows;
use ashiato_engine::{Session, SessionOptions};

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
