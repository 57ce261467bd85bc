//! Queries from end to end: synthetic logs on disk, the command, its rows, its coverage and its exit code.

use super::{Run, run};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;

/// Three days of a small company, with a leaked key to find: made once, shared by the tests.
static LOGS: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let generated = generate(folder.path(), &["--incident", "leaked-key"]);
    assert_eq!(generated.code, Some(0), "{}", generated.stderr);
    folder
});

fn generate(folder: &Path, more: &[&str]) -> Run {
    let place = folder.to_str().expect("a plain path");
    let spec = ["generate", "--events", "3000", "--days", "3", "--accounts", "2", "--regions", "2", "--seed", "11"];
    run(&[&spec[..], &["--start", "2023-10-25"], more, &[place]].concat())
}

fn logs() -> &'static str {
    LOGS.path().to_str().expect("a plain path")
}

fn manifest(folder: &Path) -> serde_json::Value {
    let text = std::fs::read(folder.join("manifest.json")).expect("a manifest");
    serde_json::from_slice(&text).expect("the manifest is JSON")
}

fn csv(sql: &str, more: &[&str]) -> Run {
    run(&[&["query", "--logs", logs(), "--output", "csv"], more, &[sql]].concat())
}

/// The rows of a CSV answer, without the header.
fn rows(run: &Run) -> Vec<&str> {
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    run.stdout.lines().skip(1).collect()
}

/// The number in the coverage's line of this name.
fn covered(folder: &TempDir, sql: &str, more: &[&str]) -> serde_json::Value {
    let file = folder.path().join("coverage.json");
    let place = file.to_str().expect("a plain path");
    let run = csv(sql, &[&["--coverage", place], more].concat());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let text = std::fs::read(&file).expect("the coverage is written");
    let statements: serde_json::Value = serde_json::from_slice(&text).expect("the coverage is JSON");
    statements[0].clone()
}

#[test]
fn every_record_is_counted_in_both_tables() {
    let records = manifest(LOGS.path())["records"].to_string();
    for table in ["cloudtrail_logs", "events", "24ee0015-90f8-4a9b-9293-ac6cd3d774eb"] {
        let run = csv(&format!("SELECT count(*) FROM {table}"), &[]);
        assert_eq!(rows(&run), [format!("\"{records}\"")], "{table}");
        let (thousands, rest) = records.split_at(records.len() - 3);
        assert!(run.stderr.contains(&format!("records    {thousands},{rest}")), "{}", run.stderr);
    }
}

/// What a query keeps for itself to read, it must not lose: the key's events by needle and by a full decode.
#[test]
fn the_planted_key_is_found() {
    let manifest = manifest(LOGS.path());
    let key = manifest["needle_key"].as_str().expect("a key");
    let by_needle =
        csv(&format!("SELECT eventid FROM events WHERE useridentity.accesskeyid = '{key}' ORDER BY 1"), &[]);
    let by_value = csv(
        &format!("SELECT eventid FROM events WHERE lower(useridentity.accesskeyid) = lower('{key}') ORDER BY 1"),
        &[],
    );
    assert!(!rows(&by_needle).is_empty());
    assert_eq!(rows(&by_needle), rows(&by_value));
    let stopped =
        csv("SELECT count(*) FROM cloudtrail_logs WHERE eventname = 'StopLogging' AND errorcode IS NULL", &[]);
    assert_ne!(rows(&stopped), ["\"0\""], "the incident stops a trail");
}

#[test]
fn names_of_columns_are_the_dialect_s() {
    let header = |sql: &str| csv(sql, &["--quiet"]).stdout.lines().next().unwrap_or_default().to_string();
    assert_eq!(
        header("SELECT eventName, count(*), userIdentity.type AS Kind FROM cloudtrail_logs GROUP BY 1, 3"),
        r#""eventname","_col1","kind""#
    );
    assert_eq!(
        header("SELECT eventName, count(*), userIdentity.type AS Kind FROM events GROUP BY 1, 3"),
        r#""eventName","_col1","Kind""#
    );
}

#[test]
fn a_range_leaves_files_unopened_and_says_so() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sql = "SELECT count(*) FROM cloudtrail_logs WHERE eventtime >= '2023-10-26T06:00:00Z' AND eventtime < '2023-10-26T07:00:00Z'";
    let narrow = covered(&folder, sql, &[]);
    let by_option = covered(
        &folder,
        "SELECT count(*) FROM events",
        &["--from", "2023-10-26T06:00:00Z", "--to", "2023-10-26T07:00:00Z"],
    );
    for coverage in [&narrow, &by_option] {
        let read = coverage["files"]["read"].as_u64().expect("a number");
        let pruned = coverage["files"]["pruned"].as_u64().expect("a number");
        assert!(read > 0 && read < pruned, "{coverage}");
    }
    assert_eq!(
        csv(sql, &[]).stdout,
        csv("SELECT count(*) FROM events", &["--from", "2023-10-26T06:00:00Z", "--to", "2023-10-26T07:00:00Z"]).stdout
    );
    assert!(csv(sql, &[]).stderr.contains("up to 2h after"), "{}", csv(sql, &[]).stderr);
}

#[test]
fn doubled_deliveries_are_answered_on_once() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let generated = generate(folder.path(), &["--duplicates", "0.3"]);
    assert_eq!(generated.code, Some(0), "{}", generated.stderr);
    let manifest = manifest(folder.path());
    let place = folder.path().to_str().expect("a plain path");
    let count = |more: &[&str]| {
        run(&[&["query", "--logs", place, "--output", "csv"], more, &["SELECT count(*) FROM events"]].concat())
    };
    assert_eq!(rows(&count(&[])), [format!("\"{}\"", manifest["records"])]);
    let once = count(&["--dedupe"]);
    assert_eq!(rows(&once), [format!("\"{}\"", manifest["distinct_records"])]);
    assert_ne!(manifest["records"], manifest["distinct_records"]);
    assert!(once.stderr.contains("their eventID seen before"), "{}", once.stderr);
}

#[test]
fn damage_is_named_and_is_exit_code_3() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let generated = generate(folder.path(), &["--corrupt", "6"]);
    assert_eq!(generated.code, Some(0), "{}", generated.stderr);
    let place = folder.path().to_str().expect("a plain path");
    // A query that reads every value finds all damage; so does --strict, whatever the query.
    let damaged = run(&["query", "--logs", place, "--output", "csv", "SELECT count(eventjson) FROM events"]);
    assert_eq!(damaged.code, Some(3), "{}", damaged.stderr);
    let strict = run(&["query", "--logs", place, "--output", "csv", "--strict", "SELECT count(*) FROM events"]);
    assert_eq!(strict.code, Some(1), "{}", strict.stderr);
    for file in manifest(folder.path())["damaged"].as_array().expect("a list of damaged files") {
        let name = file["key"].as_str().expect("a key").rsplit('/').next().expect("a name").to_string();
        assert!(strict.stderr.contains(&name), "{name} is not named:\n{}", strict.stderr);
    }
}

#[test]
fn a_script_defines_a_table_and_asks_it() {
    let account =
        std::fs::read_dir(LOGS.path().join("AWSLogs")).expect("accounts").flatten().next().expect("an account");
    let account = account.file_name().to_string_lossy().into_owned();
    let mut regions =
        std::fs::read_dir(LOGS.path().join(format!("AWSLogs/{account}/CloudTrail"))).expect("regions").flatten();
    let has_the_day = |region: &std::fs::DirEntry| region.path().join("2023/10/26").is_dir();
    let region = regions.find(has_the_day).expect("a region").file_name().to_string_lossy().into_owned();
    let sql = format!(
        "CREATE EXTERNAL TABLE trail (eventtime STRING, eventname STRING, useridentity STRUCT<type:STRING, userName : STRING>)
         PARTITIONED BY (`day` string)
         ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
         STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
         OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
         LOCATION 's3://trail-bucket/AWSLogs/{account}/CloudTrail/{region}'
         TBLPROPERTIES ('projection.enabled'='true', 'projection.day.type'='date', 'projection.day.format'='yyyy/MM/dd',
           'projection.day.range'='2023/10/01,2023/10/31',
           'storage.location.template'='s3://trail-bucket/AWSLogs/{account}/CloudTrail/{region}/${{day}}');
         CREATE VIEW logins AS SELECT eventtime, useridentity.username AS who FROM trail WHERE eventname = 'ConsoleLogin';
         PREPARE of_day FROM SELECT count(*) FROM trail WHERE day = ?;
         SELECT count(*) FROM logins;
         EXECUTE of_day USING '2023/10/26';
         SHOW TABLES;
         DESCRIBE trail"
    );
    let bucket = format!("trail-bucket={}", logs());
    let answered = run(&["query", "--bucket", &bucket, "--output", "csv", &sql]);
    assert_eq!(answered.code, Some(0), "{}", answered.stderr);
    assert!(
        answered.stdout.contains("logins") && answered.stdout.contains("struct<type:string,username:string>"),
        "{}",
        answered.stdout
    );
    let day = run(&[
        "query",
        "--logs",
        &format!("{}/AWSLogs/{account}/CloudTrail/{region}/2023/10/26", logs()),
        "--output",
        "csv",
        "SELECT count(*) FROM events",
    ]);
    assert!(answered.stdout.contains(day.stdout.lines().nth(1).expect("a count")), "{}", answered.stdout);
}

#[test]
fn errors_say_where_and_what_instead() {
    let cases = [
        ("SELECT evntname FROM cloudtrail_logs", "COLUMN_NOT_FOUND: line 1:8: Column 'evntname' cannot be resolved"),
        ("SELECT 1 FROM nope", "line 1:15"),
        ("SELECT eventname FORM events", "line 1:"),
        ("SELECT count(*) FROM events WHERE eventtime > 'yesterday'", "yesterday"),
        ("SELECT 1 = '1'", "TYPE_MISMATCH"),
        ("DELETE FROM events", "NOT_SUPPORTED"),
        ("SELECT no_such_function(1)", "no_such_function"),
    ];
    for (sql, expected) in cases {
        let run = csv(sql, &[]);
        assert_eq!(run.code, Some(1), "{sql}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{sql}");
        assert!(run.stderr.contains(expected), "{sql}: {}", run.stderr);
    }
}

#[test]
fn files_of_other_kinds_are_told_apart() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let put = |path: &str, text: &[u8]| {
        let path: PathBuf = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it has one")).expect("writable");
        std::fs::File::create(path).and_then(|mut file| file.write_all(text)).expect("writable");
    };
    let root = "AWSLogs/123456789012";
    put(
        &format!(
            "{root}/CloudTrail/us-east-1/2023/10/26/123456789012_CloudTrail_us-east-1_20231026T0005Z_abcdefghijklmnop.json"
        ),
        br#"{"Records":[{"eventTime":"2023-10-26T00:01:00Z","eventName":"A"}]}"#,
    );
    put(
        &format!("{root}/CloudTrail-Digest/us-east-1/2023/10/26/digest.json"),
        br#"{"awsAccountId":"1","digestStartTime":"x","logFiles":[]}"#,
    );
    put(
        &format!("{root}/CloudTrail-Insight/us-east-1/2023/10/26/i.json"),
        br#"{"Records":[{"eventCategory":"Insight"}]}"#,
    );
    put("README.md", b"# not a log\n");
    let place = folder.path().to_str().expect("a plain path");
    let run = run(&["query", "--logs", place, "--output", "csv", "SELECT count(*) FROM events"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "\"_col0\"\n\"1\"\n"), "{}", run.stderr);
}

#[test]
fn an_answer_without_logs() {
    let answered = run(&["query", "--output", "csv", "SELECT 1 AS one, NULL AS none, '' AS empty"]);
    assert_eq!((answered.code, answered.stdout.as_str()), (Some(0), "\"one\",\"none\",\"empty\"\n\"1\",,\"\"\n"));
}

#[test]
fn the_columns_that_tell_of_the_file_do_so_in_both_tables() {
    for table in ["cloudtrail_logs", "events"] {
        let sql = format!(r#"SELECT DISTINCT "$path", "$file_size", "$file_modified_time" IS NULL FROM {table}"#);
        let run = csv(&sql, &[]);
        let files = rows(&run);
        assert!(files.len() > 3, "{table}: {files:?}");
        for file in files {
            let values: Vec<&str> = file.trim_matches('"').split("\",\"").collect();
            let size = std::fs::metadata(values[0]).expect("the path leads to the file").len();
            assert_eq!(values[1..], [size.to_string().as_str(), "false"], "{table}");
        }
    }
}

#[test]
fn an_answer_on_no_files_says_so() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = folder.path().to_str().expect("a plain path");
    let run = run(&["query", "--logs", place, "--output", "csv", "SELECT count(*) FROM events"]);
    assert_eq!(rows(&run), ["\"0\""]);
    assert!(run.stderr.contains("no log files were found"), "{}", run.stderr);
    assert!(!csv("SELECT 1", &[]).stderr.contains("found"));
}
