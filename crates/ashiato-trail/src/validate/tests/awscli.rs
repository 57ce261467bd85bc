//! The AWS CLI's own check, over the same files: what is made here, it accepts, and what it finds, is found here.
//!
//! It runs in the Python environment that `make test` makes. Without it these tests say so and do nothing.

use super::trees::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the AWS CLI says of a region; None where it is not there.
fn said(memory: &Memory, region: &str) -> Option<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = here.join("../../.venv-test/bin/python");
    if !python.exists() {
        eprintln!("skipped: no AWS CLI without {}; `make test` makes it", python.display());
        return None;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (key, (bytes, _)) in &memory.objects {
        let path = folder.path().join(key);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        fs::write(path, bytes).expect("it is written");
    }
    let metadata: BTreeMap<_, _> = memory.objects.iter().map(|(key, (_, metadata))| (key, metadata)).collect();
    let metadata = serde_json::to_vec(&metadata).expect("it is JSON");
    fs::write(folder.path().join("metadata.json"), metadata).expect("it is written");
    fs::write(folder.path().join("key.der"), KEY.public().der()).expect("it is written");
    let script = here.join("tests/awscli_validation.py");
    let output = Command::new(python).arg(script).arg(folder.path()).arg(region).output().expect("Python runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    Some(said)
}

#[test]
fn the_aws_cli_accepts_what_is_made() {
    let memory = Memory::whole();
    let Some(east) = said(&memory, EAST) else { return };
    for line in ["71/71 digest files valid", "1/1 backfill digest files valid", "37/37 log files valid"] {
        assert!(east.contains(line), "{east}");
    }
    assert!(!east.contains("INVALID"), "{east}");
    let west = said(&memory, WEST).expect("it is there");
    assert!(west.contains("71/71 digest files valid") && west.contains("36/36 log files valid"), "{west}");
}

#[test]
fn the_aws_cli_finds_an_altered_and_an_absent_log_file() {
    let mut memory = Memory::whole();
    let (altered, absent) = (memory.log_key(EAST, 10), memory.log_key(EAST, 12));
    memory.replace(&altered, "CreateBucket", "DeleteBucket");
    memory.remove(&absent);
    let Some(east) = said(&memory, EAST) else { return };
    assert!(east.contains(&format!("{altered}\tINVALID: hash value doesn't match")), "{east}");
    assert!(east.contains(&format!("{absent}\tINVALID: not found")), "{east}");
    assert!(east.contains("71/71 digest files valid"), "{east}");
}
