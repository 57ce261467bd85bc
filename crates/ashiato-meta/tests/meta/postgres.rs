//! A PostgreSQL of the tests' own, started once, from Debian's package, in a temporary folder, with fsync on.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

struct Server {
    programs: PathBuf,
    socket: PathBuf,
    // The server stops and removes its folder when the pipe to it closes: at the end of the test's process.
    _process: Child,
}

/// The URL of a new, empty database; `None`, with a notice, where there is no PostgreSQL.
pub(crate) fn database() -> Option<String> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    static DATABASES: AtomicU32 = AtomicU32::new(0);
    let server = SERVER.get_or_init(start).as_ref()?;
    let name = format!("test{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let made = Command::new(server.programs.join("createdb"))
        .args(["--username=postgres", "--host"])
        .arg(&server.socket)
        .arg(&name)
        .status()
        .expect("createdb starts");
    assert!(made.success(), "createdb {name}");
    Some(format!("postgres://postgres@localhost/{name}?host={}", server.socket.display()))
}

const SCRIPT: &str = r#"
set -e
folder=$(mktemp -d /tmp/ashiato-postgres.XXXXXX)
trap 'rm -rf "$folder"' EXIT
"$0/initdb" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 "$folder/data" >&2
"$0/pg_ctl" --wait --pgdata="$folder/data" --log="$folder/log" \
  --options="-k $folder -c listen_addresses= -c max_connections=300" start >&2
echo "$folder"
read -r _ || true
"$0/pg_ctl" --pgdata="$folder/data" --mode=immediate stop >&2
"#;

fn start() -> Option<Server> {
    let Some(programs) = programs() else {
        eprintln!("skipped: PostgreSQL is not installed (Debian: postgresql)");
        return None;
    };
    // PostgreSQL refuses to run as root.
    let is_root = user_is_root();
    let mut command = if is_root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "sh"]);
        command
    } else {
        Command::new("sh")
    };
    let mut child = command
        .args(["-c", SCRIPT])
        .arg(&programs)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell starts");
    let mut socket = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut socket).expect("the server's folder");
    assert!(!socket.is_empty(), "PostgreSQL is installed but did not start");
    Some(Server { programs, socket: socket.trim().into(), _process: child })
}

fn user_is_root() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().any(|line| line.split_whitespace().eq(["Uid:", "0", "0", "0", "0"]))
}

fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<PathBuf> = versions.flatten().map(|version| version.path().join("bin")).collect();
    found.retain(|programs| programs.join("initdb").exists());
    found.sort();
    found.pop()
}
