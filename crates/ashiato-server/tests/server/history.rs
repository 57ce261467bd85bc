//! Event history where its own folder, or the journal's, fails.

use ashiato_server::history::EventHistory;
use bytes::Bytes;
use chrono::Utc;

use crate::running::Running;

/// So many events in memory are put into the table.
const MANY: usize = 10_000;

#[test]
fn what_there_is_is_found_while_the_table_cannot_be_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let history = folder.path().join("history");
    let server = Running::start_audited(folder.path(), Utc::now, |state| {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let opened = runtime.block_on(EventHistory::open(&history, 1000));
        state.history = Some(opened.expect("a new history"));
    });
    let journal = server.state.journal().expect("it records");
    let event = Bytes::from_static(br#"{"eventTime":"2026-11-01T00:00:00Z","eventName":"Many"}"#);
    // A file in the place of its log's folder: nothing can be committed.
    let log = history.join("_delta_log");
    std::fs::rename(&log, folder.path().join("log-aside")).expect("it is there");
    std::fs::write(&log, "").expect("it is written");
    server.block_on(journal.append_all(vec![event; MANY])).expect("the journal can be written");
    let script = include_str!("scripts/history_failing.py");
    let script = format!("FOLDER = '{}'\n{script}", folder.path().display());
    if let Some(printed) = server.python(&script) {
        assert_eq!(printed, "passed");
    }
}
