//! Processes that append: killed at any moment, or not allowed to make a file longer. Each test starts itself anew as
//! the process, told so by its environment.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use bytes::Bytes;
use futures::executor::block_on;

use crate::journal::{Journal, Kind, Settings};

const FOLDER: &str = "ASHIATO_TEST_JOURNAL";
const ROUND: &str = "ASHIATO_TEST_ROUND";
const SETTINGS: Settings =
    Settings { segment_bytes: 20_000, unread_bytes_max: 1 << 30, waiting_bytes_max: 1 << 20, first: 1 };

/// This program, to run nothing but the test of that name.
fn program(test: &str) -> Vec<OsString> {
    let executable = std::env::current_exe().expect("a running program has a path").into_os_string();
    let name = format!("journal::tests::kill::{test}");
    [executable, name.into(), "--exact".into(), "--nocapture".into(), "--test-threads=1".into()].into()
}

#[test]
fn what_a_killed_process_was_told_is_there() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return append_until_killed(Path::new(&folder));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let program = program("what_a_killed_process_was_told_is_there");
    let mut told: HashMap<u64, String> = HashMap::new();
    for round in 0..20usize {
        let mut child = Command::new(&program[0])
            .args(&program[1..])
            .env(FOLDER, folder.path())
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .expect("starts");
        let mut output = BufReader::new(child.stdout.take().expect("is piped"));
        let lines_before_kill = 1 + round * 37 % 150;
        let mut lines = 0;
        let mut line = String::new();
        while output.read_line(&mut line).expect("is read") > 0 {
            // A line that the kill cut short was not said.
            let said = line.strip_suffix('\n').and_then(|line| line.strip_prefix("told "));
            if let Some((number, payload)) = said.and_then(|said| said.split_once(' ')) {
                let number = number.parse().expect("a number");
                assert_eq!(told.insert(number, payload.to_string()), None, "{number} was given twice");
                lines += 1;
            }
            if lines == lines_before_kill {
                child.kill().expect("is killed");
            }
            line.clear();
        }
        child.wait().expect("ends");
        assert!(lines >= lines_before_kill, "the process ended by itself");
        let (journal, recovered) = Journal::open(folder.path(), SETTINGS).expect("opens after a kill");
        let entries = journal.read(1, usize::MAX).expect("is read");
        assert!(entries.iter().map(|entry| entry.number).eq(1..=recovered.through), "numbers are dense");
        for (number, payload) in &told {
            let entry = entries.get(*number as usize - 1).expect("what was told is there");
            assert_eq!(entry.payload, payload.as_bytes());
        }
        let mut payloads: Vec<&Bytes> = entries.iter().map(|entry| &entry.payload).collect();
        payloads.sort();
        assert!(payloads.windows(2).all(|pair| pair[0] != pair[1]), "nothing is there twice");
    }
}

fn append_until_killed(folder: &Path) {
    let round = std::env::var(ROUND).expect("is given");
    let journal = Arc::new(Journal::open(folder, SETTINGS).expect("opens").0);
    let threads: Vec<_> = (0..8)
        .map(|thread| {
            let (journal, round) = (Arc::clone(&journal), round.clone());
            std::thread::spawn(move || {
                for turn in 0.. {
                    let payload = format!("{round}/{thread}/{turn}/{}", "x".repeat(turn % 500));
                    let number = block_on(journal.append(Bytes::from(payload.clone()))).expect("appends");
                    println!("told {number} {payload}");
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("appends until the process is killed");
    }
}

#[test]
fn a_file_that_may_not_grow_is_a_full_disk() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return append_until_full(Path::new(&folder));
    }
    let folder = tempfile::tempdir().expect("a folder");
    // The limit is in blocks of 512 or 1,024 bytes, by the shell.
    let output = Command::new("sh")
        .args(["-c", r#"trap '' XFSZ && ulimit -f 10 && exec "$@""#, "sh"])
        .args(program("a_file_that_may_not_grow_is_a_full_disk"))
        .env(FOLDER, folder.path())
        .output()
        .expect("runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let through = text.lines().find_map(|line| line.strip_prefix("full after ")?.parse::<u64>().ok());
    let through = through.expect("the process says how far it came");
    assert!((4..11).contains(&through), "{through}");
    let (journal, recovered) = Journal::open(folder.path(), SETTINGS).expect("opens");
    assert_eq!((recovered.through, recovered.cut_bytes), (through, 0));
    assert_eq!(block_on(journal.append(Bytes::from("more"))).expect("appends"), through + 1);
}

fn append_until_full(folder: &Path) {
    let (journal, _) = Journal::open(folder, SETTINGS).expect("opens");
    let record = Bytes::from(vec![b'x'; 1000]);
    let error = loop {
        if let Err(error) = block_on(journal.append(record.clone())) {
            break error;
        }
    };
    assert_eq!(error.kind, Kind::Full, "{error}");
    let through = journal.committed_through();
    assert_eq!(journal.read(1, usize::MAX).expect("is read").len() as u64, through);
    println!("\nfull after {through}");
}
