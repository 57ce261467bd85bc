//! What was acknowledged is there, whatever happened to the process; what was not is there whole or not at all.

use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};

use ashiato_meta::{AccountId, Location, Store, accounts, buckets};

use crate::backend::locations;

const ROUNDS: usize = 12;

/// `examples/write_until_stopped.rs`, which `cargo test` builds beside the tests.
fn writer() -> PathBuf {
    let tests = std::env::current_exe().expect("this program");
    let profile = tests.parent().and_then(Path::parent).expect("target/debug/deps");
    profile.join("examples/write_until_stopped")
}

fn argument(location: &Location) -> String {
    match location {
        Location::Sqlite(path) => path.display().to_string(),
        Location::Postgres(url) => url.clone(),
    }
}

async fn check_all_there(location: &Location, acknowledged: usize) {
    let store = Store::open(location).await.expect("opens after the crash");
    let mut tx = store.read().await.expect("begins");
    let there = accounts::list(&mut tx).await.expect("accounts");
    assert!(there.len() >= acknowledged, "{} of {acknowledged} are there", there.len());
    for (number, account) in there.iter().enumerate() {
        assert_eq!(account.id, AccountId::parse(&format!("{number:012}")).expect("12 digits"));
        buckets::get(&mut tx, &format!("bucket-{number}")).await.expect("the other half of the transaction");
    }
    drop(tx);
    store.close().await;
}

#[tokio::test]
async fn acknowledged_commits_survive_sigkill() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for location in locations(folder.path()) {
        let mut acknowledged = 0;
        for round in 0..ROUNDS {
            let mut child = Command::new(writer())
                .arg(argument(&location))
                .stdout(Stdio::piped())
                .spawn()
                .expect("the writer starts");
            let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
            for _ in 0..round * 7 {
                acknowledged = next_number(&mut lines).expect("it writes on") + 1;
            }
            // It writes on meanwhile: the kill meets it anywhere in a transaction.
            child.kill().expect("killed");
            child.wait().expect("ended");
            while let Some(number) = next_number(&mut lines) {
                acknowledged = number + 1;
            }
            check_all_there(&location, acknowledged).await;
        }
        assert!(acknowledged > ROUNDS, "it wrote");
    }
}

fn next_number(lines: &mut Lines<BufReader<ChildStdout>>) -> Option<usize> {
    lines.next()?.ok()?.parse().ok()
}

#[tokio::test]
async fn a_full_disk_is_unavailable_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let location = Location::Sqlite(folder.path().join("state.db"));
    Store::open(&location).await.expect("a fresh state opens").close().await;
    // No file may grow beyond 2,000 blocks; the signal that says so is ignored, so that the write fails instead.
    let ended = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 2000; exec \"$0\" \"$1\""])
        .arg(writer())
        .arg(argument(&location))
        .output()
        .expect("the writer starts");
    let said = String::from_utf8(ended.stdout).expect("text");
    let mut lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.pop(), Some("Unavailable"), "{said}");
    assert!(!lines.is_empty(), "there was room for some");
    check_all_there(&location, lines.len()).await;
}
