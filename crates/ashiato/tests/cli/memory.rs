//! What a query holds in memory does not grow with its input: wide answers stream, sorts and groupings spill.
//!
//! The peak is the kernel's own figure of the running command, read while its answer is; the answer is far larger
//! than a pipe holds, so the command lives until nearly all of it is read.

use super::{ashiato, run};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;

const EVENTS: usize = 16_000;

/// Each file of some events several times, under several names.
pub(crate) fn logs() -> TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join("0");
    let copies = 8;
    let events = (EVENTS / copies).to_string();
    let spec = ["generate", "--events", &events, "--days", "1", "--accounts", "1", "--regions", "1", "--seed", "5"];
    let made = run(&[&spec[..], &[folder.to_str().expect("a plain path")]].concat());
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    for copy in 1..copies {
        link(&folder, &root.path().join(copy.to_string()));
    }
    root
}

fn link(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a writable folder");
    for entry in std::fs::read_dir(from).expect("a readable folder") {
        let path = entry.expect("a readable folder").path();
        let beside = to.join(path.file_name().expect("an entry has a name"));
        match path.is_dir() {
            true => link(&path, &beside),
            false => std::fs::hard_link(&path, &beside).expect("a link in the same folder"),
        }
    }
}

/// Runs a query on two threads with 40 MB to hold rows in: how many lines it answers, and the peak in MB.
fn measured(logs: &Path, sql: &str) -> (usize, u64) {
    let logs = logs.to_str().expect("a plain path");
    let arguments = ["query", "--quiet", "--threads", "2", "--memory", "40", "--output", "ndjson", "--logs", logs, sql];
    let mut child = ashiato(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    let mut answer = BufReader::new(child.stdout.take().expect("stdout is piped"));
    let status = format!("/proc/{}/status", child.id());
    let (mut lines, mut peak) = (0, 0);
    let mut line = Vec::new();
    while answer.read_until(b'\n', &mut line).expect("the answer can be read") > 0 {
        lines += 1;
        line.clear();
        if lines % 100 == 1 {
            peak = peak.max(peak_kb(&status).unwrap_or(0));
        }
    }
    let mut talk = String::new();
    child.stderr.take().expect("stderr is piped").read_to_string(&mut talk).expect("stderr is UTF-8");
    assert!(child.wait().expect("the binary ends").success(), "{sql}: {talk}");
    (lines, peak / 1024)
}

/// The most that a process had in memory so far; `None` once it has ended.
fn peak_kb(status: &str) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

#[cfg(target_os = "linux")]
#[test]
fn wide_answers_sorts_and_groupings_stay_within_the_bound() {
    let logs = logs();
    let queries = [
        "SELECT * FROM events",
        "SELECT * FROM cloudtrail_logs ORDER BY eventtime, eventid",
        "SELECT eventid, \"$path\", requestparameters, responseelements, count(*) AS n FROM cloudtrail_logs GROUP BY 1, 2, 3, 4",
    ];
    for sql in queries {
        let (lines, peak) = measured(logs.path(), sql);
        assert_eq!(lines, EVENTS, "{sql}");
        assert!((1..300).contains(&peak), "{sql}: {peak} MB");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn lists_that_multiply_rows_are_unnested_in_pieces() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let items = vec![r#"{"k":"some value of some length"}"#; 500].join(",");
    let record = format!(r#"{{"eventVersion":"1.08","eventName":"A","requestParameters":{{"items":[{items}]}}}}"#);
    std::fs::write(folder.path().join("a.json"), vec![record; 500].join("\n")).expect("a writable folder");
    let queries = [
        (
            "SELECT a.x, b.y FROM UNNEST(sequence(1, 10000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 10000)) AS b(y) LIMIT 100000",
            100_000,
        ),
        (
            "SELECT eventname, json_extract_scalar(x, '$.k') AS k FROM cloudtrail_logs \
             CROSS JOIN UNNEST(CAST(json_extract(requestparameters, '$.items') AS array(json))) AS t(x)",
            250_000,
        ),
    ];
    for (sql, rows) in queries {
        let (lines, peak) = measured(folder.path(), sql);
        assert_eq!(lines, rows, "{sql}");
        assert!((1..300).contains(&peak), "{sql}: {peak} MB");
    }
}
