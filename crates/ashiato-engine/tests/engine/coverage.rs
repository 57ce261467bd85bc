//! Every file that a query could have read is in one count of its coverage, also where the query ends before them.

use super::rows;
use ashiato_engine::{Session, SessionOptions};
use std::fmt::Write;

/// A file that another thread reads, as its text is long, with a bad record in it, and many that are read where they are
/// asked for.
fn logs() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let record = |number: usize| format!(r#"{{"eventVersion":"1.08","eventName":"Get","eventID":"{number}"}}"#);
    let mut long = String::new();
    for number in 0..60_000 {
        writeln!(long, "{}", record(number)).expect("text takes text");
        if number == 50 {
            writeln!(long, r#"{{"eventVersion":"1.08","eventName":oops,"eventID":"x"}}"#).expect("text takes text");
        }
    }
    std::fs::write(folder.path().join("long.json"), long).expect("a file");
    for number in 0..300 {
        let text = format!(r#"{{"Records":[{}]}}"#, record(number));
        std::fs::write(folder.path().join(format!("{number}.json")), text).expect("a file");
    }
    folder
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_query_that_ends_early_counts_every_file_once() {
    let folder = logs();
    let logs = vec![folder.path().display().to_string()];
    let options = SessionOptions { threads: Some(2), logs, ..SessionOptions::default() };
    let session = Session::open(options).expect("a session");
    let queries = [
        "SELECT eventid FROM cloudtrail_logs WHERE random() < 2 LIMIT 3",
        "SELECT DISTINCT eventname FROM cloudtrail_logs LIMIT 3",
        "SELECT eventid FROM cloudtrail_logs LIMIT 3",
        "SELECT a.eventid FROM cloudtrail_logs a JOIN cloudtrail_logs b ON a.eventid = b.eventid LIMIT 3",
    ];
    for sql in queries.into_iter().cycle().take(24) {
        rows(&session, sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        let coverage = session.coverage().await;
        assert_eq!(coverage.files_matched, 301 * coverage.readings, "{sql}");
        assert_eq!(coverage.files_read + coverage.files_not_needed, coverage.files_matched, "{sql}");
        assert!(coverage.records > 0, "{sql}");
        // The largest file is the first that is taken, and its bad record comes early.
        assert_eq!(coverage.damaged.len(), 1, "{sql}");
    }
}

/// Of the other side of a join, only files are decoded that hold what the first has found.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_subquery_finds_is_sought_in_the_text_of_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..40 {
        // Two of the files have the address of the one that stops.
        let (name, address) = if number == 7 { ("Stop", 8) } else { ("Get", number) };
        let text = format!(
            r#"{{"Records":[{{"eventVersion":"1.08","eventName":"{name}","eventID":"{number}","sourceIPAddress":"192.0.2.{address}1"}}]}}"#
        );
        std::fs::write(folder.path().join(format!("{number}.json")), text).expect("a file");
    }
    let found = "(SELECT sourceipaddress AS a FROM cloudtrail_logs WHERE eventname = 'Stop')";
    let queries = [
        format!("SELECT eventid FROM cloudtrail_logs WHERE sourceipaddress IN {found} ORDER BY 1"),
        format!("SELECT eventid FROM {found} JOIN cloudtrail_logs ON sourceipaddress = a ORDER BY 1"),
    ];
    for (threads, sql) in [1, 2, 3].into_iter().flat_map(|threads| queries.iter().map(move |sql| (threads, sql))) {
        let logs = vec![folder.path().display().to_string()];
        let options = SessionOptions { threads: Some(threads), logs, ..SessionOptions::default() };
        let session = Session::open(options).expect("a session");
        let answer = rows(&session, sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        assert_eq!(answer, [["7"], ["8"]], "{threads}: {sql}");
        let coverage = session.coverage().await;
        assert_eq!(coverage.files_without_needle, 39 + 38, "{threads}: {sql}");
    }
}
