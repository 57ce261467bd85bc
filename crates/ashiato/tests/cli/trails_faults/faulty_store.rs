//! A store of objects on whose way one call in five fails.

use super::{Client, SOON};
use crate::serve::Server;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn a_store_that_fails_one_call_in_five_gets_every_file_once() {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv-test/bin/python");
    if !python.exists() {
        eprintln!("skipped: no S3 server; `make test` makes it");
        return;
    }
    let mut store = Command::new(python)
        .args(["-c", include_str!("store.py")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Python runs");
    let mut urls = String::new();
    BufReader::new(store.stdout.take().expect("stdout is piped")).read_line(&mut urls).expect("it prints two URLs");
    let (direct, faulty) = urls.trim().split_once(' ').expect("two URLs");

    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let objects = ["--objects-url", "s3://own/server", "--objects-endpoint", faulty, "--objects-region", "us-east-1"];
    let key = ["--objects-access-key-id", "test", "--objects-secret-access-key", "test"];
    let server = Server::start(&data, &[SOON, &objects, &key].concat());
    let endpoint = format!("http://{}", server.address);
    let more = [("AWS_ENDPOINT_URL_S3", direct)];
    let Some(mut client) = Client::start(&data, &endpoint, include_str!("faulty_store.py"), &more) else { return };
    client.does("prepare_there");
    client.does("begin");
    client.does("errors");
    client.does("more 100");
    client.does("end");
    client.does("check");
    client.does("clear");
    client.ends();
    let (log, code) = server.terminate();
    assert_eq!(code, Some(0), "{log}");
    drop(store.stdin.take());
    assert!(store.wait().expect("it ends").success());
}
