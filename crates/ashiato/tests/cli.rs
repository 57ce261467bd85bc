//! The command as its users run it: arguments in; stdout, stderr and an exit code out.

#[path = "cli/manifests.rs"]
mod manifests;
#[path = "cli/memory.rs"]
mod memory;
// One PostgreSQL for all tests that need one, whatever crate they are of.
#[path = "../../ashiato-meta/tests/meta/postgres.rs"]
mod postgres;
#[path = "cli/demo.rs"]
mod demo;
#[path = "cli/queries.rs"]
mod queries;
#[path = "cli/object_store.rs"]
mod object_store;
#[path = "cli/spilled.rs"]
mod spilled;
#[path = "cli/s3.rs"]
mod s3;
#[path = "cli/serve.rs"]
mod serve;
#[path = "cli/athena_walk.rs"]
mod athena_walk;
#[path = "cli/embedded_s3.rs"]
mod embedded_s3;
#[path = "cli/two_servers.rs"]
mod two_servers;
#[path = "cli/serve_hardship.rs"]
mod serve_hardship;
#[path = "cli/serve_killed.rs"]
mod serve_killed;
#[path = "cli/serve_stopped.rs"]
mod serve_stopped;
#[path = "cli/serve_memory.rs"]
mod serve_memory;
#[path = "cli/crowded_journal.rs"]
mod crowded_journal;
#[path = "cli/serve_spilled.rs"]
mod serve_spilled;
#[path = "cli/rotate_master_key.rs"]
mod rotate_master_key;
#[path = "cli/history.rs"]
mod history;
#[path = "cli/strangers.rs"]
mod strangers;
#[path = "cli/trails.rs"]
mod trails;
#[path = "cli/trails_killed.rs"]
mod trails_killed;
#[path = "cli/alarms.rs"]
mod alarms;
#[path = "cli/trails_told.rs"]
mod trails_told;
#[path = "cli/trails_faults/mod.rs"]
mod trails_faults;
#[path = "cli/validate_logs.rs"]
mod validate_logs;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn ashiato(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ashiato"));
    command.args(arguments).stdin(Stdio::null()).env_remove("RUST_BACKTRACE");
    command
}

/// What a run gave: exit code, stdout, stderr.
struct Run {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn finished(output: Output) -> Run {
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
    }
}

fn run(arguments: &[&str]) -> Run {
    finished(ashiato(arguments).output().expect("the binary runs"))
}

fn run_with_stdin(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = ashiato(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    child.stdin.take().expect("stdin is piped").write_all(input).expect("the binary reads its stdin");
    finished(child.wait_with_output().expect("the binary ends"))
}

/// Command lines that cannot be meant: exit code 2, nothing on stdout, the reason on stderr.
#[test]
fn usage_errors() {
    let cases: [(&[&str], &str); 25] = [
        (&[], "Usage: ashiato"),
        (&["qeury"], "unrecognized subcommand 'qeury'"),
        (&["query", "--outptu", "csv", "SELECT 1"], "--outptu"),
        (&["query", "--output", "xml", "SELECT 1"], "possible values: table, csv, json, ndjson, parquet, arrow"),
        (&["query", "--from", "yesterday-ish", "SELECT 1"], "'yesterday-ish' is not a time"),
        (&["query", "--late", "soon", "SELECT 1"], "'soon' is not a length of time"),
        (&["query", "--threads", "0", "SELECT 1"], "0 is not in 1..=1024"),
        (&["query", "--bucket", "trail", "SELECT 1"], "'trail' is not NAME=DIR"),
        (&["query", "--bucket", "trail=/no/such/folder", "SELECT 1"], "--bucket /no/such/folder: No such file"),
        (&["query", "--logs", "/no/such/logs", "SELECT 1"], "--logs /no/such/logs: No such file"),
        (&["query", "--file", "/no/such.sql"], "cannot open the SQL file /no/such.sql"),
        (&["query", "--file", "a.sql", "SELECT 1"], "cannot be used with"),
        (&["query", "--from", "2023-10-28", "--to", "2023-10-27", "SELECT 1"], "--to names the first moment left out"),
        (&["query", "--from", "2023-10-27", "--to", "2023-10-27", "SELECT 1"], "--to names the first moment left out"),
        (&["query"], "the SQL is empty"),
        (&["query", "  \n "], "the SQL is empty"),
        (&["coverage", "sqs"], "possible values: athena"),
        (&["serve", "--listen", "nowhere"], "invalid value 'nowhere'"),
        (&["serve", "--tls-cert", "a.pem"], "--tls-key"),
        (&["completions", "cobol"], "invalid value 'cobol'"),
        (&["generate"], "<DIR>"),
        (&["generate", "--incident", "flood", "logs"], "possible values: leaked-key"),
        (&["generate", "--start", "2023-02-30", "logs"], "'2023-02-30' is not a day"),
        (&["generate", "--days", "0", "logs"], "days must be 1 to"),
        (&["generate", "--duplicates", "2", "logs"], "a share from 0 to 1"),
    ];
    for (arguments, expected) in cases {
        let run = run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{arguments:?}");
        assert!(run.stderr.contains(expected), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn a_wrong_query_is_exit_code_1() {
    let sql = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(sql.path(), "SELEC 1").expect("the file takes the SQL");
    let file = sql.path().to_str().expect("a plain path");
    let runs = [
        run(&["query", "SELEC 1"]),
        run(&["query", "--file", file]),
        run_with_stdin(&["query"], b"SELEC 1"),
        run_with_stdin(&["query", "-"], b"\xef\xbb\xbfSELEC 1"),
        run_with_stdin(&["query", "-"], b"SELECT '\xff'"),
    ];
    for run in runs {
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert_eq!(run.stdout, "");
        assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
    }
}

#[test]
fn a_failed_query_leaves_no_output_file() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let out = dir.path().join("answer.csv");
    let run = run(&["query", "--out", out.to_str().expect("a plain path"), "SELEC 1"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(names_in(dir.path()), [""; 0]);
}

#[test]
fn errors_carry_no_escape_sequences() {
    let run = run(&["query", "--logs", "/no/\u{1b}[31m/logs", "SELECT 1"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("/no/\\x1b[31m/logs"), "{}", run.stderr);
}

#[test]
fn help_names_every_option_and_shows_examples() {
    let top = run(&["--help"]);
    assert_eq!(top.code, Some(0));
    assert_eq!(top.stderr, "");
    for word in ["query", "generate", "completions", "man", "Exit codes:", "Examples:"] {
        assert!(top.stdout.contains(word), "{word}");
    }
    let query = run(&["query", "--help"]);
    assert_eq!(query.code, Some(0));
    for option in [
        "--logs",
        "--bucket",
        "--file",
        "--from",
        "--to",
        "--late",
        "--dedupe",
        "--threads",
        "--output",
        "--out",
        "--explain",
        "--strict",
        "--coverage",
        "--quiet",
        "cloudtrail_logs",
        "events",
        "Examples:",
    ] {
        assert!(query.stdout.contains(option), "{option}");
    }
    for command in ["coverage", "generate", "serve", "validate-logs", "completions", "man"] {
        let help = run(&[command, "--help"]);
        assert_eq!(help.code, Some(0), "{command}");
        assert!(help.stdout.contains("Examples:"), "{command}");
    }
}

#[test]
fn the_version_is_the_package_s() {
    assert_eq!(run(&["--version"]).stdout, format!("ashiato {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_shell_gets_its_completions() {
    for (shell, word) in [("bash", "_ashiato"), ("zsh", "#compdef ashiato"), ("fish", "complete -c ashiato")] {
        let run = run(&["completions", shell]);
        assert_eq!(run.code, Some(0));
        assert!(run.stdout.contains(word), "{shell}");
        assert!(run.stdout.contains("dedupe"), "{shell}");
    }
}

#[test]
fn manual_pages_are_written() {
    let page = run(&["man"]);
    assert_eq!(page.code, Some(0));
    assert!(page.stdout.contains(".TH ashiato 1"), "{}", page.stdout);

    let dir = tempfile::tempdir().expect("a temporary folder");
    let below = dir.path().join("man1");
    assert_eq!(run(&["man", below.to_str().expect("a plain path")]).code, Some(0));
    let names = [
        "-athena",
        "-completions",
        "-coverage",
        "-generate",
        "-history",
        "-man",
        "-query",
        "-rotate-master-key",
        "-serve",
        "-trail",
        "-validate-logs",
        "",
    ];
    assert_eq!(names_in(&below), names.map(|name| format!("ashiato{name}.1")));
    let query = std::fs::read_to_string(below.join("ashiato-query.1")).expect("the page is there");
    assert!(query.contains(".TH ashiato-query 1"), "{query}");
    assert!(query.contains("dedupe"));
}

/// The same seed makes the same files, whatever the number of threads; another seed makes others.
#[test]
fn generated_logs_follow_from_the_seed() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let generate = |name: &str, seed: &str, threads: &str| {
        let logs = dir.path().join(name);
        let path = logs.to_str().expect("a plain path").to_string();
        let run = run(&[
            "generate",
            "--events",
            "500",
            "--days",
            "1",
            "--seed",
            seed,
            "--threads",
            threads,
            "--incident",
            "leaked-key",
            &path,
        ]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert_eq!(run.stdout, "");
        assert!(run.stderr.starts_with("wrote "), "{}", run.stderr);
        files_below(&logs)
    };
    let first = generate("first", "1", "1");
    assert_eq!(generate("second", "1", "4"), first);
    assert_ne!(generate("third", "2", "4"), first);

    let manifest = first.iter().find(|(name, _)| name == "manifest.json").expect("a manifest is written");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest.1).expect("the manifest is JSON");
    assert_eq!(manifest["files"], first.len() - 1);
    assert_eq!(manifest["incident"]["name"], "leaked-key");

    let again = run(&["generate", "--events", "5", dir.path().join("first").to_str().expect("a plain path")]);
    assert_eq!(again.code, Some(2));
    assert!(again.stderr.contains("is there already"), "{}", again.stderr);
}

/// `ashiato … | head` must not complain once head has gone.
#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = ashiato(&["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(child.stdout.take());
    let run = finished(child.wait_with_output().expect("the binary ends"));
    assert_eq!(run.code, Some(0));
    assert_eq!(run.stderr, "");
}

fn names_in(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).expect("the folder can be listed");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Every file below a folder: its path from there and its bytes, in order.
fn files_below(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for name in names_in(dir) {
        let path = dir.join(&name);
        if path.is_dir() {
            files.extend(files_below(&path).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            files.push((name, std::fs::read(&path).expect("the file can be read")));
        }
    }
    files
}
