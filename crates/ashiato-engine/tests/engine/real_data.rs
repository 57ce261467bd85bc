//! Real logs: what we count is what an independent reader counts. Skipped, saying so, where the logs are not there.

use super::run;
use ashiato_engine::SessionOptions;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Counts the records of a folder of CloudTrail logs by identity, error code and event name, with nothing but
/// Python's own library.
const COUNT: &str = r#"
import collections, glob, gzip, json, os, sys
records = []
for path in sorted(glob.glob(os.path.join(sys.argv[1], '**', '*.json*'), recursive=True)):
    stored = open(path, 'rb').read()
    text = gzip.decompress(stored) if stored[:2] == b'\x1f\x8b' else stored
    value = json.loads(text)
    records += value['Records'] if isinstance(value, dict) else value
def arn(r): return (r.get('userIdentity') or {}).get('arn')
for name, key in (('identity', arn), ('error', lambda r: r.get('errorCode')), ('event', lambda r: r.get('eventName'))):
    for value, count in collections.Counter(map(key, records)).items():
        print(name, 'NULL' if value is None else value, count, sep='\t')
print('all', '', len(records), sep='\t')
"#;

fn shared(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if !folder.is_dir() {
        eprintln!("skipped: the real logs of {name} are not on this machine");
        return None;
    }
    Some(folder)
}

fn counted_by_python(folder: &Path) -> Vec<Vec<String>> {
    let output = Command::new("python3").arg("-c").arg(COUNT).arg(folder).output().expect("python3 runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let mut rows: Vec<Vec<String>> = text.lines().map(|line| line.split('\t').map(str::to_string).collect()).collect();
    rows.sort();
    rows
}

fn counted_by_us(folder: &Path, table: &str) -> Vec<Vec<String>> {
    let options = SessionOptions { logs: vec![folder.to_string_lossy().into_owned()], ..SessionOptions::default() };
    let sql = format!(
        "SELECT 'identity', coalesce(useridentity.arn, 'NULL'), count(*) FROM {table} GROUP BY 2
         UNION ALL SELECT 'error', coalesce(errorcode, 'NULL'), count(*) FROM {table} GROUP BY 2
         UNION ALL SELECT 'event', coalesce(eventname, 'NULL'), count(*) FROM {table} GROUP BY 2
         UNION ALL SELECT 'all', '', count(*) FROM {table}"
    );
    let (mut rows, coverage) = run(options, &sql);
    assert_eq!(coverage.damaged, []);
    rows.sort();
    rows
}

#[test]
fn every_identity_error_and_event_name_is_counted_as_python_counts() {
    for name in ["invictus", "stratus", "umccr"] {
        let Some(folder) = shared(name) else { continue };
        let expected = counted_by_python(&folder);
        assert_eq!(counted_by_us(&folder, "cloudtrail_logs"), expected, "{name}");
        assert_eq!(counted_by_us(&folder, "events"), expected, "{name}");
        if name == "invictus" {
            assert!(expected.contains(&vec!["all".to_string(), String::new(), "2900".to_string()]));
        }
    }
}

/// Their names were given another account than their records when they were published.
#[test]
fn records_are_found_by_what_they_say_though_names_say_otherwise() {
    let Some(folder) = shared("invictus") else { return };
    for table in ["cloudtrail_logs", "events"] {
        let options = SessionOptions { logs: vec![folder.to_string_lossy().into_owned()], ..SessionOptions::default() };
        let sql = format!("SELECT count(*) FROM {table} WHERE recipientaccountid = '123837392027'");
        let (rows, coverage) = run(options, &sql);
        assert_eq!(rows, [["2900"]], "{table}");
        assert!(coverage.notes.iter().any(|note| note.contains("a wanted recipientaccountid")), "{:?}", coverage.notes);
    }
}
