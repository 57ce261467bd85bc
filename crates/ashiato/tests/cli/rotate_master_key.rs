//! Another master key for a server's state, with AWS's clients before and after; and a rotation that was broken off.

use super::ashiato;
use super::finished;
use super::serve::{Server, data};
use std::path::Path;
use std::process::Command;

fn run_python(data: &Path, address: &str, arguments: &[&str]) -> Option<String> {
    let bin = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv-test/bin/python");
    if !bin.exists() {
        eprintln!("skipped: no .venv-test with boto3; `make test` makes it");
        return None;
    }
    let output = Command::new(bin)
        .args(["-c", include_str!("rotate_master_key.py")])
        .args(arguments)
        .env("AWS_ENDPOINT_URL", format!("http://{address}"))
        .env("AWS_DEFAULT_REGION", "eu-north-1")
        .env("AWS_SHARED_CREDENTIALS_FILE", data.join("credentials"))
        .output()
        .expect("python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("text").trim().to_string())
}

fn rotate(data: &Path) -> super::Run {
    let folder = data.to_str().expect("a plain path");
    finished(ashiato(&["rotate-master-key", "--data-dir", folder]).output().expect("the binary runs"))
}

#[test]
fn secrets_are_found_again_under_another_master_key() {
    let (_folder, data) = data();
    let file = data.join("master.key");
    let missing = rotate(&data);
    assert_eq!(missing.code, Some(1), "{}", missing.stderr);

    let server = Server::start(&data, &["--log-level", "warn"]);
    let Some(made) = run_python(&data, &server.address, &["make"]) else { return };
    let open = rotate(&data);
    assert_eq!(open.code, Some(1));
    assert!(open.stderr.contains("is open in another process"), "{}", open.stderr);
    server.terminate();

    let first = std::fs::read_to_string(&file).expect("the key");
    let rotated = rotate(&data);
    assert_eq!(rotated.code, Some(0), "{}", rotated.stderr);
    // The administrator's key, bob's, and the material of two keys at least.
    let sealed: u64 = rotated.stderr.split(' ').nth(1).and_then(|count| count.parse().ok()).expect("a count");
    assert!(sealed >= 4, "{}", rotated.stderr);
    let second = std::fs::read_to_string(&file).expect("the key");
    assert!(second.lines().count() == 1 && second != first, "the earlier key is gone");

    // Broken off after the file had both keys: a server starts, and the next rotation takes it up.
    let third = "0f".repeat(32);
    std::fs::write(&file, format!("{third}\n{second}")).expect("it is written");
    let arguments: Vec<&str> = ["find"].into_iter().chain(made.split(' ')).collect();
    let server = Server::start(&data, &["--log-level", "warn"]);
    assert_eq!(run_python(&data, &server.address, &arguments).as_deref(), Some("found"));
    server.terminate();
    assert_eq!(rotate(&data).code, Some(0));
    assert_eq!(std::fs::read_to_string(&file).expect("the key").lines().count(), 1);
    let server = Server::start(&data, &["--log-level", "warn"]);
    assert_eq!(run_python(&data, &server.address, &arguments).as_deref(), Some("found"));
    server.terminate();
}

#[test]
fn a_key_that_sealed_nothing_rotates_nothing() {
    let (_folder, data) = data();
    Server::start(&data, &["--log-level", "warn"]).terminate();
    let folder = data.to_str().expect("a plain path");
    let keys = format!("{},{}", "0a".repeat(32), "0b".repeat(32));
    let refused = ashiato(&["rotate-master-key", "--data-dir", folder, "--master-key", &keys]).output();
    let refused = finished(refused.expect("the binary runs"));
    assert_eq!(refused.code, Some(1));
    assert!(refused.stderr.contains("which is not given"), "{}", refused.stderr);
    Server::start(&data, &["--log-level", "warn"]).terminate();
}
