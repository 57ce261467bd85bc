//! `ashiato serve` as a process: its start, its account, its log, its stop; and the seeds' walk with the AWS CLI.

use super::{ashiato, run};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use tempfile::TempDir;

/// A server that is waited for and says nothing for so long hangs: the test fails instead of hanging with it.
const SILENCE: Duration = Duration::from_secs(600);

/// A server that is killed when it goes out of scope.
pub(crate) struct Server {
    child: Child,
    /// What it says from then on.
    stderr: Receiver<String>,
    /// What it said up to and with the line that names its address.
    pub(crate) said: String,
    pub(crate) address: String,
}

impl Server {
    /// Starts it on a free port, and waits until it says where.
    pub(crate) fn start(data: &Path, more: &[&str]) -> Server {
        Server::start_at("127.0.0.1:0", data, more)
    }

    /// The same, at a place that clients know.
    pub(crate) fn start_at(place: &str, data: &Path, more: &[&str]) -> Server {
        let data = data.to_str().expect("a plain path");
        Server::launch(ashiato(&[&["serve", "--data-dir", data, "--listen", place], more].concat()))
    }

    /// Runs a command that is, or becomes, a server.
    pub(crate) fn launch(mut command: Command) -> Server {
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the binary runs");
        let stderr = heard(child.stderr.take().expect("stderr is piped"));
        let mut server = Server { child, stderr, said: String::new(), address: String::new() };
        while server.address.is_empty() {
            let line = server.hear();
            if let Some((_, address)) = line.trim_end().split_once("://") {
                server.address = address.to_string();
            }
        }
        server
    }

    /// Waits for its next line.
    #[track_caller]
    fn hear(&mut self) -> String {
        let line = match self.stderr.recv_timeout(SILENCE) {
            Ok(line) => line,
            Err(reason) => panic!("{reason}; it said: {}", self.said),
        };
        self.said.push_str(&line);
        line
    }

    pub(crate) fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    /// Ends it as service managers do; what it said, and its exit code.
    pub(crate) fn terminate(mut self) -> (String, Option<i32>) {
        self.tell_to_stop();
        self.ended()
    }

    /// Tells it to stop as service managers do; it has heard that when this returns.
    pub(crate) fn tell_to_stop(&mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().expect("kill runs").success());
        while !self.said.ends_with("stopping; what is under way is finished first\n") {
            self.hear();
        }
    }

    /// Waits until it has ended; what it said up to there, and its exit code.
    pub(crate) fn ended(mut self) -> (String, Option<i32>) {
        let mut said = std::mem::take(&mut self.said);
        loop {
            match self.stderr.recv_timeout(SILENCE) {
                Ok(line) => said.push_str(&line),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it hangs; it said: {said}"),
            }
        }
        (said, self.child.wait().expect("it ends").code())
    }

    /// Ends it as a loss of power would, at no moment of its choosing.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// The most memory that it held at once, by the kernel's account.
    pub(super) fn peak_bytes(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("it runs");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the kernel counts it");
        let kib: u64 = peak.trim().trim_end_matches(" kB").parse().expect("a number");
        kib * 1024
    }

    /// The AWS CLI with the administrator's key; `None`, with a notice, where there is none.
    fn aws(&self, data: &Path, arguments: &[&str]) -> Option<String> {
        let bin = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv-test/bin");
        if !bin.join("aws").exists() {
            eprintln!("skipped: no AWS CLI; `make test` installs it");
            return None;
        }
        let output = Command::new(bin.join("aws"))
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", data)
            .env("AWS_ENDPOINT_URL", format!("http://{}", self.address))
            .env("AWS_DEFAULT_REGION", "us-east-1")
            .env("AWS_SHARED_CREDENTIALS_FILE", data.join("credentials"))
            .output()
            .expect("the AWS CLI runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        Some(String::from_utf8(output.stdout).expect("its output is UTF-8").trim().to_string())
    }
}

/// Reads what a server says as it says it: one that nobody listens to would wait in the middle of its work.
fn heard(stderr: ChildStderr) -> Receiver<String> {
    let (tell, told) = channel();
    std::thread::spawn(move || {
        let mut stderr = BufReader::new(stderr);
        let mut line = String::new();
        while stderr.read_line(&mut line).expect("stderr can be read") > 0 {
            // The test may be over.
            drop(tell.send(std::mem::take(&mut line)));
        }
    });
    told
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(super) fn data() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path().join("data");
    (folder, data)
}

#[test]
fn the_first_start_makes_an_account_that_later_ones_keep() {
    let (_folder, data) = data();
    let server = Server::start(&data, &[]);
    assert!(server.said.starts_with("made the account "), "{}", server.said);
    let account = server.said["made the account ".len()..][..12].to_string();
    assert!(account.bytes().all(|byte| byte.is_ascii_digit()), "{}", server.said);
    assert!(server.get("/health").ends_with("ready\n"));
    assert!(server.get("/metrics").contains("# EOF"));

    let credentials = std::fs::read_to_string(data.join("credentials")).expect("the file is there");
    assert!(credentials.starts_with("[default]\naws_access_key_id = AKIA"), "{credentials}");
    for secret in ["credentials", "master.key"] {
        let mode = std::fs::metadata(data.join(secret)).expect("the file is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{secret}");
    }
    let (rest, code) = server.terminate();
    assert_eq!(code, Some(0), "{rest}");
    assert!(rest.ends_with("stopped\n"), "{rest}");

    let again = Server::start(&data, &["--account", &account]);
    assert_eq!(again.said.lines().count(), 1, "{}", again.said);
    assert!(again.said.contains(&account), "{}", again.said);
    assert_eq!(std::fs::read_to_string(data.join("credentials")).expect("it is still there"), credentials);

    let place = data.to_str().expect("a plain path");
    let second = run(&["serve", "--data-dir", place, "--listen", "127.0.0.1:0"]);
    assert_eq!(second.code, Some(1));
    assert!(second.stderr.contains("is open in another process"), "{}", second.stderr);
    drop(again);
    let other = run(&["serve", "--data-dir", place, "--listen", "127.0.0.1:0", "--account", "000000000001"]);
    assert_eq!(other.code, Some(1));
    assert!(other.stderr.contains("and 000000000001 is asked for"), "{}", other.stderr);
}

#[test]
fn what_the_queries_of_a_killed_server_spilled_goes_when_it_starts_again() {
    let (_folder, data) = data();
    Server::start(&data, &[]).kill();
    let left = data.join("spill/datafusion-x");
    std::fs::create_dir(&left).expect("the folder for what is spilled is there");
    std::fs::write(left.join("y"), "rows").expect("a file");
    let _server = Server::start(&data, &[]);
    assert_eq!(std::fs::read_dir(data.join("spill")).expect("it is there again").count(), 0);
}

#[test]
fn a_master_key_that_others_may_read_is_refused() {
    let (_folder, data) = data();
    drop(Server::start(&data, &[]));
    let key = data.join("master.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).expect("the mode can be set");
    let place = data.to_str().expect("a plain path");
    let run = run(&["serve", "--data-dir", place, "--listen", "127.0.0.1:0"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.contains("may be read by others"), "{}", run.stderr);
}

#[test]
fn settings_come_from_a_file_and_its_faults_are_named() {
    let (folder, data) = data();
    let file = folder.path().join("ashiato.toml");
    let config = file.to_str().expect("a plain path");
    std::fs::write(&file, "account = '123456789012'\n[log]\nformat = 'json'\n").expect("the file is written");
    let server = Server::start(&data, &["--config", config]);
    assert!(server.said.contains("serving the account 123456789012"), "{}", server.said);
    server.get("/nowhere");
    let (rest, _) = server.terminate();
    let logged = rest.lines().find(|line| line.starts_with('{')).expect("a line of the log");
    let line: serde_json::Value = serde_json::from_str(logged).expect("the line is JSON");
    assert_eq!(line["level"], "INFO");

    std::fs::write(&file, "lisen = '127.0.0.1:1'").expect("the file is written");
    let run = run(&["serve", "--config", config]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("lisen is no setting"), "{}", run.stderr);
}

/// What `/health` answers, as soon as the port is open.
fn first_health(place: &str) -> String {
    loop {
        let Ok(mut stream) = TcpStream::connect(place) else { continue };
        let mut answer = String::new();
        let asked = write!(stream, "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        if asked.and_then(|()| stream.read_to_string(&mut answer)).is_ok() {
            return answer;
        }
    }
}

#[test]
fn health_says_that_the_demo_is_not_there_yet() {
    let (_folder, data) = data();
    let place = super::serve_killed::place();
    let asked = std::thread::spawn({
        let place = place.clone();
        move || first_health(&place)
    });
    let server = Server::start_at(&place, &data, &["--demo"]);
    let answer = asked.join().expect("it is asked");
    assert!(answer.starts_with("HTTP/1.1 503") && answer.ends_with("starting\n"), "{answer}");
    assert!(server.get("/health").ends_with("ready\n"));
    assert_eq!(server.terminate().1, Some(0));
}

/// The demo, and what it says to try, as a newcomer would.
#[test]
fn the_demo_s_commands_find_the_incident() {
    let (_folder, data) = data();
    let server = Server::start(&data, &["--demo"]);
    let aws = |arguments: &[&str]| server.aws(&data, arguments);
    let Some(listed) = aws(&["s3", "ls", "s3://demo-trail/AWSLogs/"]) else { return };
    assert_eq!(listed.matches("PRE").count(), 2, "{listed}");
    let sql =
        "SELECT eventtime, useridentity.arn, sourceipaddress FROM cloudtrail_logs WHERE eventname = 'StopLogging'";
    let started = ["athena", "start-query-execution", "--output", "text", "--query", "QueryExecutionId"];
    let location = ["--result-configuration", "OutputLocation=s3://demo-results/", "--query-string", sql];
    let id = aws(&[&started[..], &location].concat()).expect("the AWS CLI is there");
    let state = ["athena", "get-query-execution", "--output", "text", "--query-execution-id", &id];
    let state = [&state[..], &["--query", "QueryExecution.Status.State"]].concat();
    // The AWS CLI's own start takes longer than the query; it is asked again as any client asks.
    let ended = std::iter::repeat_with(|| aws(&state).expect("the AWS CLI is there"))
        .find(|state| state != "QUEUED" && state != "RUNNING");
    assert_eq!(ended.as_deref(), Some("SUCCEEDED"));
    let results = ["athena", "get-query-results", "--output", "json", "--query-execution-id", &id];
    let answer = aws(&results).expect("the AWS CLI is there");
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("the answer is JSON");
    let rows = answer["ResultSet"]["Rows"].as_array().expect("rows");
    assert!(rows.len() > 1, "the incident's StopLogging: {rows:?}");
    assert_eq!(rows[0]["Data"][1]["VarCharValue"], "arn");
}
