//! Processes that append log events: killed at any moment, or not allowed to make a file longer. Each test starts itself
//! anew as the process, told so by its environment.

use ashiato_trail::error::ErrorKind;
use ashiato_trail::log_events::{Direction, Event, Group, Position, Query};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

const FOLDER: &str = "ASHIATO_TEST_LOG_EVENTS";
const ROUND: &str = "ASHIATO_TEST_LOG_EVENTS_ROUND";
const SEGMENT_BYTES: u64 = 20_000;

/// This program, to run nothing but the test of that name.
fn program(test: &str) -> Vec<OsString> {
    let executable = std::env::current_exe().expect("a running program has a path").into_os_string();
    let name = format!("log_events_killed::{test}");
    [executable, name.into(), "--exact".into(), "--nocapture".into(), "--test-threads=1".into()].into()
}

fn open(folder: &Path) -> Group {
    Group::open_with(folder, SEGMENT_BYTES).expect("it opens")
}

fn all(group: &Group) -> Vec<Event> {
    let query = Query {
        is_asked: &|_| true,
        is_wanted: &|_| true,
        from: i64::MIN,
        until: i64::MAX,
        events_max: usize::MAX,
        bytes_max: usize::MAX,
        read_bytes_max: u64::MAX,
    };
    let page = group.page(&query, Position::at(i64::MIN), Direction::Forward).expect("a page");
    assert!(page.is_end);
    page.events
}

#[test]
fn what_a_killed_process_acknowledged_is_there_once() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return append_until_killed(Path::new(&folder));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let program = program("what_a_killed_process_acknowledged_is_there_once");
    let mut told = BTreeSet::new();
    for round in 0..15_usize {
        let mut child = Command::new(&program[0])
            .args(&program[1..])
            .env(FOLDER, folder.path())
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .expect("starts");
        let output = BufReader::new(child.stdout.take().expect("is piped"));
        let lines_before_kill = 1 + round * 37 % 100;
        let mut lines = 0;
        for line in output.split(b'\n').map_while(Result::ok) {
            // A line that the kill cut short ends in no period.
            let line = String::from_utf8_lossy(&line).into_owned();
            let said = line.strip_prefix("told ").and_then(|said| said.strip_suffix('.'));
            if let Some(said) = said {
                told.insert(said.to_string());
                lines += 1;
            }
            if lines == lines_before_kill {
                child.kill().expect("is killed");
            }
        }
        child.wait().expect("ends");
        assert!(lines >= lines_before_kill, "the process ended by itself");
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for event in all(&open(folder.path())) {
            let name = event.message.split(' ').next().unwrap_or_default().to_string();
            *found.entry(name).or_default() += 1;
        }
        // Each batch is of two events, and whole.
        assert!(found.values().all(|count| *count == 2), "a batch is not whole, or there twice");
        assert!(told.iter().all(|said| found.contains_key(said)), "an acknowledged batch is lost");
    }
}

fn append_until_killed(folder: &Path) {
    let round = std::env::var(ROUND).expect("is given");
    let group = open(folder);
    std::thread::scope(|scope| {
        for thread in 0..8_u32 {
            let (group, round) = (&group, &round);
            scope.spawn(move || {
                for turn in 0..i64::MAX {
                    let text = format!("{round}/{thread}/{turn} {}", "x".repeat(turn as usize % 500));
                    group.append(thread, turn, &[(turn, &text), (turn + 1, &text)]).expect("appends");
                    println!("told {round}/{thread}/{turn}.");
                }
            });
        }
    });
}

#[test]
fn a_file_that_may_not_grow_takes_nothing_half() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return append_until_full(Path::new(&folder));
    }
    let folder = tempfile::tempdir().expect("a folder");
    // The limit is in blocks of 512 or 1,024 bytes, by the shell.
    let output = Command::new("sh")
        .args(["-c", r#"trap '' XFSZ && ulimit -f 10 && exec "$@""#, "sh"])
        .args(program("a_file_that_may_not_grow_takes_nothing_half"))
        .env(FOLDER, folder.path())
        .output()
        .expect("runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let taken = text.lines().find_map(|line| line.strip_prefix("full after ")?.parse::<usize>().ok());
    let taken = taken.expect("the process says how far it came");
    assert!((4..11).contains(&taken), "{taken}");
    let group = open(folder.path());
    assert_eq!(all(&group).len(), taken);
    group.append(1, 0, &[(99, "more")]).expect("there is room again");
    assert_eq!(all(&group).last().map(|event| event.sequence), Some(taken as u64));
}

fn append_until_full(folder: &Path) {
    let group = open(folder);
    let text = "x".repeat(1000);
    let taken = (0..).find(|turn| match group.append(1, *turn, &[(*turn, &text)]) {
        Ok(()) => false,
        Err(error) => {
            assert_eq!(error.kind, ErrorKind::Unavailable, "{error}");
            true
        }
    });
    let taken = taken.expect("the file may not grow for ever");
    // What did not fit is not there, and what fits is still taken.
    assert_eq!(all(&group).len() as i64, taken);
    println!("\nfull after {taken}");
}
