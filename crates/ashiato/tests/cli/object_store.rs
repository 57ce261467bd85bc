//! A server whose objects are in a store of another process: one of moto's, and a second server of this kind, which
//! holds the first to its signatures.

use super::serve::Server;
use super::{Run, finished, run, s3};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// Where a store is, and a key of it.
#[derive(Clone)]
pub(crate) struct Store {
    url: String,
    id: String,
    secret: String,
}

impl Store {
    /// A server's own, with its administrator's key.
    pub(crate) fn of(server: &Server, data: &Path) -> Store {
        let (id, secret) = key(data);
        Store { url: format!("http://{}", server.address), id, secret }
    }

    /// The settings of a server whose objects are there.
    pub(crate) fn settings(&self, folder: &Path) -> PathBuf {
        let Store { url, id, secret } = self;
        let file = folder.join("ashiato.toml");
        let text = format!(
            "[objects]\nurl = 's3://own/server'\nendpoint = '{url}'\nregion = 'us-east-1'\n\
             access-key-id = '{id}'\nsecret-access-key = '{secret}'\n"
        );
        std::fs::write(&file, text).expect("the file is written");
        file
    }

    /// Runs a part of `external_store.py`; `None`, with a notice, where there is no boto3.
    fn script(&self, part: &str, front: Option<(&Server, &Path)>) -> Option<String> {
        self.script_with(part, front, None)
    }

    /// The same, with another server that shares the state of the first.
    pub(crate) fn script_with(
        &self,
        part: &str,
        front: Option<(&Server, &Path)>,
        other: Option<&Server>,
    ) -> Option<String> {
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let python = repository.join(".venv-test/bin/python");
        if !python.exists() {
            eprintln!("skipped: no boto3 without {}; `make test` makes it", python.display());
            return None;
        }
        let mut command = Command::new(python);
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/external_store.py")).args(part.split(' '));
        command.env("STORE", &self.url).env("STORE_ID", &self.id).env("STORE_SECRET", &self.secret);
        if let Some((server, data)) = front {
            let (id, secret) = key(data);
            command.env("FRONT", format!("http://{}", server.address)).env("FRONT_ID", id).env("FRONT_SECRET", secret);
        }
        if let Some(other) = other {
            command.env("OTHER", format!("http://{}", other.address));
        }
        let Run { code, stdout, stderr } = finished(command.output().expect("Python runs"));
        assert_eq!(code, Some(0), "{part}: {stderr}");
        Some(stdout)
    }
}

/// The administrator's key of a server.
fn key(data: &Path) -> (String, String) {
    let text = std::fs::read_to_string(data.join("credentials")).expect("the first start wrote it");
    let value = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).expect("it is in the file");
    (value("aws_access_key_id = ").to_string(), value("aws_secret_access_key = ").to_string())
}

/// A server over the store, and its data folder.
fn front(folder: &TempDir, store: &Store) -> (Server, PathBuf) {
    let data = folder.path().join("front");
    let settings = store.settings(folder.path());
    let server = Server::start(&data, &["--config", settings.to_str().expect("a plain path")]);
    (server, data)
}

/// `None`, with a notice, where there is no boto3.
fn everything_lies_in(store: &Store) -> Option<()> {
    let folder = tempfile::tempdir().expect("a folder");
    store.script("fill", None)?;
    let (server, data) = front(&folder, store);
    store.script("use", Some((&server, &data)));
    assert_eq!(std::fs::read_dir(data.join("objects")).expect("the lock's folder").count(), 1, "nothing but the lock");
    // Two servers on one folder: the second does not start, whatever its objects are.
    let again = run(&["serve", "--data-dir", data.to_str().expect("a plain path"), "--listen", "127.0.0.1:0"]);
    assert!(again.stderr.contains("is open in another process"), "{}", again.stderr);
    let (rest, code) = server.terminate();
    assert_eq!(code, Some(0), "{rest}");
    assert!(!rest.contains(&store.secret), "no secret in the log");
    Some(())
}

#[test]
fn everything_lies_in_another_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), &[]);
    if everything_lies_in(&Store::of(&server, folder.path())).is_none() {
        return;
    }
    // What was asked of the store is in its log, by name and bucket.
    let (log, _) = server.terminate();
    for line in ["operation=\"PutObject\" bucket=\"results\"", "operation=\"ListObjectsV2\" bucket=\"own\""] {
        assert!(log.contains(line), "{line}: {log}");
    }
}

#[test]
fn a_query_that_ends_badly_leaves_no_part_in_the_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let store_data = folder.path().join("store");
    let store_server = Server::start(&store_data, &[]);
    let store = Store::of(&store_server, &store_data);
    if store.script("fill", None).is_none() {
        return;
    }
    let (data, settings) = (folder.path().join("front"), store.settings(folder.path()));
    let settings = ["--config", settings.to_str().expect("a plain path"), "--limit-stop-seconds", "0"];
    let one_query = ["--query-threads", "1", "--query-running", "1"];
    let server = Server::start(&data, &[&settings[..], &one_query].concat());
    store.script("leave_nothing", Some((&server, &data)));
    let (rest, code) = server.terminate();
    assert_eq!(code, Some(0), "{rest}");
    store.script("nothing_left", None);
}

#[test]
fn everything_lies_in_a_store_of_another_kind() {
    let Some(server) = s3::SERVER.as_ref() else { return };
    let store = Store { url: server.url.clone(), id: "test".into(), secret: "test".into() };
    if everything_lies_in(&store).is_some() {
        what_a_killed_server_left_is_given_up_in(&store);
    }
}

#[test]
fn what_a_killed_server_left_is_given_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), &[]);
    let store = Store::of(&server, folder.path());
    if store.script("fill", None).is_some() {
        what_a_killed_server_left_is_given_up_in(&store);
    }
}

fn what_a_killed_server_left_is_given_up_in(store: &Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let (server, data) = front(&folder, store);
    store.script("upload", Some((&server, &data)));
    server.kill();
    let (server, _) = front(&folder, store);
    store.script("all_given_up", None);
    let (rest, code) = server.terminate();
    assert_eq!(code, Some(0), "{rest}");
    assert!(rest.contains("uploads that a server had left are given up"), "{rest}");
}

#[test]
fn a_store_that_does_not_let_the_server_in_is_told_at_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store_data, data) = (folder.path().join("store"), folder.path().join("front"));
    let server = Server::start(&store_data, &[]);
    let store = Store::of(&server, &store_data);
    let check = |store: &Store, told: &str| {
        let settings = store.settings(folder.path());
        let (settings, data) = (settings.to_str().expect("a plain path"), data.to_str().expect("a plain path"));
        let run = run(&["serve", "--config", settings, "--data-dir", data, "--listen", "127.0.0.1:0"]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert!(run.stderr.contains("connect with the object store"), "{}", run.stderr);
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
        assert!(!run.stderr.contains(&store.secret), "{}", run.stderr);
    };
    check(&store, "look into s3://own/server at http://127.0.0.1:");
    check(&store, "NoSuchBucket: bucket own does not exist");
    check(&Store { secret: "wrong".into(), ..store.clone() }, "SignatureDoesNotMatch: ");
    check(&Store { id: "AKIANOBODY".into(), ..store.clone() }, "InvalidAccessKeyId: ");
    // A port that was free a moment ago.
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    check(&Store { url: format!("http://{free}"), ..store.clone() }, "Connection refused");
    check(&Store { url: free.to_string(), ..store.clone() }, "is no http:// or https:// URL");
    check(&Store { url: "http://u:p@host".into(), ..store }, "holds a user or a password");
}

#[test]
fn settings_that_do_not_go_together_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ashiato.toml");
    let check = |settings: &str, arguments: &[&str], told: &str| {
        std::fs::write(&file, settings).expect("the file is written");
        let config = ["serve", "--config", file.to_str().expect("a plain path")];
        let run = run(&[&config[..], arguments].concat());
        assert_eq!(run.code, Some(2), "{}", run.stderr);
        assert!(run.stderr.contains(told), "{}", run.stderr);
    };
    check("[objects]\nendpoint = 'http://x'", &[], "and no objects-url");
    check("objects-url = 's3://b'\nobjects-access-key-id = 'x'", &[], "go together");
    check("objects-url = 's3://b'", &["--demo"], "--demo makes buckets");
    check("", &["--objects-region", "x"], "--objects-url");
}

/// A way to a store that closes for good when a request for `needle` comes along it.
fn way_that_closes(to: String, needle: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("it has one");
    // Both ends of every connection; `None` once it is closed.
    let open = Arc::new(Mutex::new(Some(Vec::new())));
    std::thread::spawn(move || {
        for client in listener.incoming() {
            let Ok(client) = client else { return };
            let server = TcpStream::connect(&to).expect("the store listens");
            let of = |stream: &TcpStream| stream.try_clone().expect("a stream has many handles");
            // The last connection is the one that tells of the end.
            let Some(ends) = &mut *open.lock().expect("nobody panics") else { return };
            ends.extend([of(&client), of(&server)]);
            let (mut answers, asks) = (of(&client), of(&server));
            std::thread::spawn(move || drop(std::io::copy(&mut &server, &mut answers)));
            let open = Arc::clone(&open);
            std::thread::spawn(move || {
                if pass_until(needle, &client, &asks)
                    && let Some(ends) = open.lock().expect("nobody panics").take()
                {
                    ends.iter().for_each(|end: &TcpStream| drop(end.shutdown(Shutdown::Both)));
                    drop(TcpStream::connect(address));
                }
            });
        }
    });
    format!("http://{address}")
}

/// Whether the needle came. It lies in one segment: a request's head.
fn pass_until(needle: &str, mut from: &TcpStream, mut to: &TcpStream) -> bool {
    let mut buffer = vec![0; 1 << 16];
    loop {
        let Ok(read @ 1..) = from.read(&mut buffer) else { return false };
        if String::from_utf8_lossy(&buffer[..read]).contains(needle) {
            return true;
        }
        if to.write_all(&buffer[..read]).is_err() {
            return false;
        }
    }
}

#[test]
fn a_store_that_goes_away_fails_the_query_and_not_the_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let store_data = folder.path().join("store");
    let store_server = Server::start(&store_data, &[]);
    let store = Store::of(&store_server, &store_data);
    if store.script("fill", None).is_none() {
        return;
    }
    let way = way_that_closes(
        store_server.address.clone(),
        "GET /logs/trail/AWSLogs/111122223333/CloudTrail/eu-north-1/2024/02/03/2",
    );
    let store = Store { url: way, ..store };
    let (server, data) = front(&folder, &store);
    store.script("lose", Some((&server, &data)));
    assert!(server.get("/health").ends_with("ready\n"));
    let (rest, code) = server.terminate();
    assert_eq!(code, Some(0), "{rest}");
    assert!(!rest.contains("panic"), "{rest}");
}
