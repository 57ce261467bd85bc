//! What a query spills to disk is gone when the command ends, whichever way it ends.

use super::ashiato;
use super::memory::logs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A sort of whole events that do not fit: it has spilled before its first row comes.
const SORT: &str = "SELECT * FROM cloudtrail_logs ORDER BY eventid";

/// Most of what is spilled is never read again.
const LIMITED: &str = "SELECT useridentity, requestparameters, responseelements, eventid, count(*) FROM cloudtrail_logs \
                       GROUP BY 1, 2, 3, 4 LIMIT 5";

fn start(logs: &Path, temporary: &Path, sql: &str) -> Child {
    let logs = logs.to_str().expect("a plain path");
    let arguments = ["query", "--quiet", "--threads", "2", "--memory", "30", "--output", "ndjson", "--logs", logs, sql];
    let mut command = ashiato(&arguments);
    command.env("TMPDIR", temporary).stdout(Stdio::piped());
    command.spawn().expect("the binary runs")
}

/// How many files there are below a folder.
pub(super) fn files(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { 1 }).sum()
}

fn entries(folder: &Path) -> usize {
    std::fs::read_dir(folder).expect("a readable folder").count()
}

#[test]
fn a_query_that_ends_early_leaves_nothing_behind() {
    let (logs, temporary) = (logs(), tempfile::tempdir().expect("a temporary folder"));
    let output = start(logs.path(), temporary.path(), LIMITED).wait_with_output().expect("the binary ends");
    assert!(output.status.success());
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 5);
    assert_eq!(entries(temporary.path()), 0);
}

#[test]
fn a_query_that_is_stopped_leaves_nothing_behind() {
    let (logs, temporary) = (logs(), tempfile::tempdir().expect("a temporary folder"));
    for (signal, code) in [("-TERM", 143), ("-INT", 130)] {
        let mut child = start(logs.path(), temporary.path(), SORT);
        let mut answer = BufReader::new(child.stdout.take().expect("stdout is piped"));
        assert!(answer.read_line(&mut String::new()).expect("the answer can be read") > 0);
        assert!(files(temporary.path()) > 0, "nothing was spilled");
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill runs").success());
        assert_eq!(child.wait().expect("the binary ends").code(), Some(code));
        assert_eq!(entries(temporary.path()), 0, "{signal}");
    }
}
