//! Queries over an S3-compatible store: moto's server on this machine, the real command, the usual AWS settings.
//!
//! The server runs in the Python environment that `make test` makes. Without it these tests say so and do nothing.

use super::{Run, ashiato, files_below, finished, run};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use tempfile::TempDir;

/// A server with one bucket, `trail`: logs below `org/`, a Parquet file of them at `tables/names/`.
pub(crate) struct Server {
    pub(crate) url: String,
    /// What is in the bucket, as files.
    root: TempDir,
    /// Its stdin stays open as long as this process lives; the server ends with it.
    _process: Child,
}

pub(crate) static SERVER: LazyLock<Option<Server>> = LazyLock::new(|| {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let python = repository.join(".venv-test/bin/python");
    if !python.exists() {
        eprintln!("skipped: no S3 server without {}; `make test` makes it", python.display());
        return None;
    }
    let root = filled();
    let mut process = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/s3_server.py"))
        .arg(root.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Python runs");
    let mut url = String::new();
    let stdout = process.stdout.take().expect("stdout is piped");
    BufReader::new(stdout).read_line(&mut url).expect("the server prints its URL");
    assert!(url.starts_with("http://127.0.0.1:"), "the server did not start: {url:?}");
    Some(Server { url: url.trim().to_string(), root, _process: process })
});

/// What goes into the bucket: 600 events of three days, 2023-10-25 to 27.
fn filled() -> TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    let place = |path: PathBuf| path.to_str().expect("a plain path").to_string();
    let logs = root.path().join("org");
    let spec = ["generate", "--events", "600", "--days", "3", "--accounts", "1", "--regions", "2", "--seed", "11"];
    let made = run(&[&spec[..], &["--start", "2023-10-25", &place(logs.clone())]].concat());
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    // It is no log, and a whole bucket is to be counted.
    std::fs::remove_file(logs.join("manifest.json")).expect("the manifest was written");

    let table = root.path().join("tables/names");
    std::fs::create_dir_all(&table).expect("a writable folder");
    let sql = "SELECT eventname, eventsource, eventid FROM cloudtrail_logs";
    let out = place(table.join("part-0.parquet"));
    let written = run(&["query", "--logs", &place(logs), "--output", "parquet", "--out", &out, sql]);
    assert_eq!(written.code, Some(0), "{}", written.stderr);
    root
}

impl Server {
    /// The command without any setting of AWS but those given.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = ashiato(arguments);
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("AWS_")) {
            command.env_remove(name);
        }
        command.env("HOME", self.root.path()).env("AWS_EC2_METADATA_DISABLED", "true");
        command
    }

    fn query(&self, arguments: &[&str]) -> Run {
        let mut command = self.command(&[&["query", "--output", "csv"], arguments].concat());
        command.env("AWS_ENDPOINT_URL", &self.url).env("AWS_REGION", "us-east-1");
        command.env("AWS_ACCESS_KEY_ID", "test").env("AWS_SECRET_ACCESS_KEY", "test");
        finished(command.output().expect("the binary runs"))
    }

    fn check(&self, arguments: &[&str], expected: &[&str]) {
        let run = self.query(arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.stderr);
        assert_eq!(run.stdout.lines().skip(1).collect::<Vec<_>>(), expected, "{arguments:?}");
    }

    /// The keys of the logs, in order.
    fn logs(&self) -> Vec<String> {
        files_below(&self.root.path().join("org")).into_iter().map(|(name, _)| format!("org/{name}")).collect()
    }

    /// The folder of a trail's logs in us-east-1.
    fn trail(&self) -> String {
        let first = self.logs().into_iter().find(|key| key.contains("/us-east-1/")).expect("a log of us-east-1");
        first.split_inclusive("/us-east-1").next().expect("a folder").to_string()
    }

    /// How many records the files of the bucket below a prefix hold, read as files.
    fn records_below(&self, prefix: &str) -> String {
        let place = self.root.path().join(prefix);
        let local = run(&["query", "--logs", place.to_str().expect("a plain path"), "--output", "csv", COUNT]);
        assert_eq!(local.code, Some(0), "{}", local.stderr);
        local.stdout.lines().nth(1).expect("a row").to_string()
    }
}

const COUNT: &str = "SELECT count(*) FROM events";

#[test]
fn a_bucket_a_prefix_and_one_object_are_read() {
    let Some(server) = SERVER.as_ref() else { return };
    let logs = server.logs();
    let one = &logs[logs.len() / 2];
    let trail = server.trail();
    let cut = &trail[..trail.len() - 2];
    let cases = [
        ("s3://trail".to_string(), "\"600\"".to_string()),
        ("s3://trail/".to_string(), "\"600\"".to_string()),
        ("s3://trail/org/AWSLogs/".to_string(), "\"600\"".to_string()),
        ("s3://trail/org/AWS".to_string(), "\"600\"".to_string()),
        (format!("s3://trail/{trail}"), server.records_below(&trail)),
        (format!("s3://trail/{cut}"), server.records_below(&trail)),
        (format!("s3://trail/{one}"), server.records_below(one)),
    ];
    for (place, expected) in cases {
        server.check(&["--logs", &place, COUNT], &[&expected]);
    }
}

#[test]
fn a_range_leaves_objects_unopened() {
    let Some(server) = SERVER.as_ref() else { return };
    let coverage = tempfile::NamedTempFile::new().expect("a temporary file");
    let local = server.root.path().join("org");
    let range = ["--from", "2023-10-26T06:00:00Z", "--to", "2023-10-26T09:00:00Z", COUNT];
    let expected =
        run(&[&["query", "--logs", local.to_str().expect("a plain path"), "--output", "csv"], &range[..]].concat());
    let expected = expected.stdout.lines().nth(1).expect("a row").to_string();
    let written = coverage.path().to_str().expect("a plain path");
    server.check(&[&["--logs", "s3://trail/org/", "--coverage", written], &range[..]].concat(), &[&expected]);
    let text = std::fs::read(coverage.path()).expect("the coverage is written");
    let coverage: serde_json::Value = serde_json::from_slice(&text).expect("the coverage is JSON");
    let files = &coverage[0]["files"];
    // Two regions of three days: those of the first and of the third are passed over. All that is one page of keys.
    let day = server.logs().iter().filter(|key| key.contains("/2023/10/26/")).count();
    assert_eq!(files["matched"], day, "{files}");
    assert_eq!(coverage[0]["folders"]["passed_over"], 4, "{coverage}");
    assert_eq!(coverage[0]["listing_steps"], 1, "{coverage}");
    let number = |name: &str| files[name].as_u64().expect("a number");
    assert!(number("read") > 0 && number("read") < number("pruned"), "{files}");
}

/// A large bucket is listed where a query looks.
#[test]
fn of_many_objects_only_the_wanted_are_listed() {
    let Some(server) = SERVER.as_ref() else { return };
    let cases = [
        ("WHERE day = DATE '2023-10-30' AND region = 'us-east-1' AND eventtime > '2023-10-30T19'", "10", 200, 14),
        ("WHERE day = DATE '2023-10-02' AND eventtime LIKE '2023-10-02T00:0%'", "4", 400, 19),
        ("WHERE day = DATE '2023-10-02' AND eventtime LIKE '2023-10-02T00:0%' OR region = 'x'", "4", 12_000, 12),
    ];
    for (condition, expected, matched, steps) in cases {
        let coverage = tempfile::NamedTempFile::new().expect("a temporary file");
        let written = coverage.path().to_str().expect("a plain path");
        let sql = format!("SELECT count(*) FROM cloudtrail_logs {condition}");
        server.check(&["--logs", "s3://many/", "--coverage", written, &sql], &[&format!("\"{expected}\"")]);
        let text = std::fs::read(coverage.path()).expect("the coverage is written");
        let coverage: serde_json::Value = serde_json::from_slice(&text).expect("the coverage is JSON");
        assert_eq!(coverage[0]["files"]["matched"], matched, "{coverage}");
        let taken = coverage[0]["listing_steps"].as_u64().expect("a number");
        assert!(taken <= steps, "{condition}: {taken} requests");
    }
}

/// The name of what is missing, on one line, and nothing on stdout.
#[test]
fn what_is_missing_is_named() {
    let Some(server) = SERVER.as_ref() else { return };
    let cases = [
        ("s3://no-such-bucket", "list s3://no-such-bucket/: NoSuchBucket: The specified bucket does not exist"),
        ("s3://trail/org/no-such-key.json.gz", "s3://trail/org/no-such-key.json.gz: no object's key begins so"),
        ("s3://trail/no/such/prefix/", "s3://trail/no/such/prefix/: no object's key begins so"),
    ];
    for (place, expected) in cases {
        let run = server.query(&["--logs", place, COUNT]);
        assert_eq!(run.code, Some(1), "{place}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{place}");
        assert_eq!(run.stderr.lines().next(), Some(format!("error: {expected}").as_str()), "{place}");
    }
}

#[test]
fn a_profile_gives_endpoint_and_credentials() {
    let Some(server) = SERVER.as_ref() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (config, credentials) = (folder.path().join("config"), folder.path().join("credentials"));
    let profile = format!("[profile lab]\nregion = ap-northeast-1\nendpoint_url = {}\n", server.url);
    std::fs::write(&config, profile).expect("a writable folder");
    let keys = "[lab]\naws_access_key_id = test\naws_secret_access_key = test\n";
    std::fs::write(&credentials, keys).expect("a writable folder");
    let mut command = server.command(&["query", "--output", "csv", "--logs", "s3://trail/org", COUNT]);
    command.env("AWS_PROFILE", "lab").env("AWS_CONFIG_FILE", config).env("AWS_SHARED_CREDENTIALS_FILE", credentials);
    let run = finished(command.output().expect("the binary runs"));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(run.stdout, "\"_col0\"\n\"600\"\n");
}

#[test]
fn a_projected_table_in_the_bucket_is_read() {
    let Some(server) = SERVER.as_ref() else { return };
    let trail = server.trail();
    let sql = format!(
        r#"CREATE EXTERNAL TABLE trail_pp (eventtime STRING, eventname STRING, useridentity STRUCT<type:STRING, username:STRING>)
        PARTITIONED BY (`timestamp` string)
        ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
        STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
        OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
        LOCATION 's3://trail/{trail}'
        TBLPROPERTIES ('projection.enabled'='true', 'projection.timestamp.format'='yyyy/MM/dd',
          'projection.timestamp.interval'='1', 'projection.timestamp.interval.unit'='DAYS',
          'projection.timestamp.range'='2023/10/20,NOW', 'projection.timestamp.type'='date',
          'storage.location.template'='s3://trail/{trail}/${{timestamp}}');
        SELECT "timestamp", count(*), count(eventname) FROM trail_pp
        WHERE "timestamp" >= '2023/10/26' AND "timestamp" < '2023/11/01' GROUP BY 1 ORDER BY 1"#
    );
    let day = |day: &str| {
        let records = server.records_below(&format!("{trail}/{day}"));
        format!("\"{day}\",{records},{records}")
    };
    server.check(&[&sql], &[&day("2023/10/26"), &day("2023/10/27")]);
}

#[test]
fn a_parquet_table_in_the_bucket_is_read() {
    let Some(server) = SERVER.as_ref() else { return };
    let sql = "CREATE EXTERNAL TABLE names (eventname string, eventsource string, eventid string)
               STORED AS PARQUET LOCATION 's3://trail/tables/names/';
               SELECT count(*), count(DISTINCT eventid), count(eventsource) FROM names WHERE eventname <> ''";
    server.check(&[sql], &[r#""600","600","600""#]);
}
