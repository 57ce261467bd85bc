//! A process that puts objects is killed 200 times: nothing that it acknowledged is lost, nothing is torn.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use ashiato_objects::Put;

use super::opened::{get, open, put};

const KILLS: u64 = 200;
const KEYS: u64 = 7;

/// The bytes of the put of this number: its number over and over, of a length that the number gives.
fn body(number: u64) -> Vec<u8> {
    number.to_le_bytes().repeat(1 + (number as usize * 997) % 9000)
}

/// Puts object after object, and says which are done, until it is killed.
fn put_until_killed(folder: &Path, from: u64) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let store = open(folder);
    runtime.block_on(async {
        for number in from..from + 100_000 {
            let key = (number % KEYS).to_string();
            put(&store, &key, &body(number), Put::default()).await.expect("a put");
            // In one write, so that no line is torn.
            let line = format!("acknowledged {number}\n");
            std::io::stderr().write_all(line.as_bytes()).expect("the parent listens");
        }
    });
}

#[test]
fn no_acknowledged_object_is_lost() {
    if let (Ok(folder), Ok(from)) = (std::env::var("KILLED_FOLDER"), std::env::var("KILLED_FROM")) {
        return put_until_killed(Path::new(&folder), from.parse().expect("a number"));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(open(folder.path()).create_bucket("bucket", "us-east-1")).expect("a new bucket");
    let mut acknowledged: HashMap<u64, u64> = HashMap::new();
    let mut next = 0;
    for kill in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "objects::kill::no_acknowledged_object_is_lost", "--nocapture"])
            .env("KILLED_FOLDER", folder.path())
            .env("KILLED_FROM", next.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the child starts");
        let lines = BufReader::new(child.stderr.take().expect("its words")).lines();
        // It is killed after so many acknowledgements, that is anywhere in the work on the next object.
        let until = kill * 7 % 5;
        for (seen, line) in lines.map_while(Result::ok).enumerate() {
            let number = line.strip_prefix("acknowledged ").and_then(|number| number.parse().ok());
            let number: u64 = number.unwrap_or_else(|| panic!("{line}"));
            acknowledged.insert(number % KEYS, number);
            next = number + 1;
            if seen as u64 >= until {
                for _ in 0..kill * 1_000 {
                    std::hint::spin_loop();
                }
                let _ = child.kill();
            }
        }
        child.wait().expect("it has ended");
        // One more may have been put than was acknowledged.
        next += 1;
        let store = open(folder.path());
        for (key, number) in &acknowledged {
            let bytes = runtime.block_on(get(&store, &key.to_string())).expect("an acknowledged object");
            let found = bytes.first_chunk().map(|first| u64::from_le_bytes(*first)).expect("eight bytes");
            let of_key = found % KEYS == *key && (*number..next).contains(&found);
            assert!(of_key, "key {key}: {found} instead of {number}");
            assert!(bytes == body(found), "key {key}: torn");
        }
    }
}
