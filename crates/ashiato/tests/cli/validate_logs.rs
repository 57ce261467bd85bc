//! `ashiato validate-logs` on a copy in a folder: what it says, and how it ends.

use super::run;
use ashiato_trail::digest::{self, CoveredFile, Subject};
use ashiato_trail::log_file;
use ashiato_trail::place::Place;
use ashiato_trail::signing::SigningKey;
use ashiato_trail::time;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Four hours of a trail, each with a log file; the public key beside it.
struct Copy {
    folder: TempDir,
    logs: Vec<String>,
    digests: Vec<String>,
}

impl Copy {
    fn make() -> Copy {
        let mut copy = Copy { folder: tempfile::tempdir().expect("a temporary folder"), logs: vec![], digests: vec![] };
        let key = SigningKey::generate().expect("a key is made");
        let at = |seconds: i64| time::of_seconds(1_698_364_800 + seconds).expect("a time");
        let region = "us-east-1".to_string();
        let place = Place { prefix: None, organization: None, account: "111122223333".to_string(), region };
        let mut previous = None;
        for hour in 0..4 {
            let delivered = at(hour * 3600 + 1200);
            let record = format!("{{\"eventTime\":\"{}\"}}", time::format(delivered));
            let made = log_file::make(&[record], log_file::UNCOMPRESSED_BYTES_MAX).expect("a record").remove(0);
            let log = place.log_key(delivered, &log_file::suffix("trail", &made)).expect("a key");
            copy.put(&log, &made.gzip);
            let covered = CoveredFile {
                bucket: "b".to_string(),
                key: log.clone(),
                hash_value: made.hash_value,
                newest_event_time: made.newest_event_time,
                oldest_event_time: made.oldest_event_time,
            };
            let subject = Subject {
                bucket: "b".to_string(),
                place: place.clone(),
                trail: "trail".to_string(),
                home_region: "us-east-1".to_string(),
                start: at(hour * 3600),
                end: at(hour * 3600 + 3600),
                backfill: None,
            };
            let made = digest::make(&subject, previous, vec![covered], &key).expect("a digest");
            copy.put(&made.digest.key, &made.gzip);
            copy.logs.push(log);
            copy.digests.push(made.digest.key.clone());
            previous = Some(made.as_previous);
        }
        std::fs::write(copy.key(), key.public().der()).expect("the key is written");
        copy
    }

    fn key(&self) -> PathBuf {
        self.folder.path().join("key.der")
    }

    fn place(&self, key: &str) -> PathBuf {
        self.folder.path().join("copy").join(key)
    }

    fn put(&self, key: &str, bytes: &[u8]) {
        let path = self.place(key);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, bytes).expect("it is written");
    }

    fn validated(&self, below: &str, more: &[&str]) -> super::Run {
        let (folder, key) = (self.place(below), self.key());
        let text = |path: &Path| path.to_str().expect("a plain path").to_string();
        run(&[&["validate-logs", &text(&folder), "--public-key", &text(&key)], more].concat())
    }
}

#[test]
fn a_copy_is_proved_but_for_its_newest_digest() {
    let copy = Copy::make();
    // A part of the copy is told by the part of its path from AWSLogs on.
    for below in ["", "AWSLogs", "AWSLogs/111122223333"] {
        let run = copy.validated(below, &[]);
        assert_eq!(run.code, Some(3), "{}", run.stderr);
        assert!(run.stdout.starts_with(&format!("UNPROVED  {}  ", copy.digests[3])), "{}", run.stdout);
        assert!(run.stdout.contains("3/4 digests proved, 4/4 log files valid"), "{}", run.stdout);
        assert!(run.stdout.contains("proved: 2023-10-27T00:00:00Z to 2023-10-27T03:00:00Z"), "{}", run.stdout);
        assert_eq!(run.stderr, "");
    }
}

#[test]
fn tampering_is_exit_code_1_and_named() {
    let copy = Copy::make();
    std::fs::remove_file(copy.place(&copy.logs[1])).expect("it was there");
    std::fs::remove_file(copy.place(&copy.digests[2])).expect("it was there");
    let run = copy.validated("", &["--output", "json"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    assert_eq!(report["verdict"], "invalid");
    let found = |kind: &str, key: &str| {
        let findings = report["findings"].as_array().expect("findings");
        findings.iter().any(|finding| finding["kind"] == kind && finding["key"] == key)
    };
    assert!(found("log-file-missing", &copy.logs[1]) && found("digest-missing", &copy.digests[2]), "{report:#}");
}

#[test]
fn what_cannot_be_meant_is_exit_code_2() {
    let copy = Copy::make();
    let no_key = copy.place(&copy.logs[0]);
    let no_key = no_key.to_str().expect("a plain path");
    let folder = copy.folder.path().to_str().expect("a plain path");
    let cases: [(&[&str], &str); 4] = [
        (&["validate-logs", "/no/such/copy"], "/no/such/copy: No such file"),
        (&["validate-logs", no_key], "not a folder"),
        (&["validate-logs", folder, "--public-key", no_key], "no RSA public key"),
        (&["validate-logs", folder, "--from", "2023-10-28", "--to", "2023-10-27"], "--to names the first moment"),
    ];
    for (arguments, expected) in cases {
        let run = run(arguments);
        assert_eq!(run.code, Some(2), "{}", run.stderr);
        assert!(run.stderr.contains(expected), "{}", run.stderr);
    }
}
