//! Published logs of real accounts, where a folder of them is at hand: set `ASHIATO_REAL_LOGS` to it, or keep it at
//! `../shared/data` beside the repository.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ashiato_event::decode::FieldRequest;
use ashiato_event::schema;
use serde_json::Value;

use super::run::{decode, plan, rows, text};

fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("ASHIATO_REAL_LOGS").map_or(beside, PathBuf::from);
    if !folder.is_dir() {
        eprintln!("skipped: there are no real logs in {}", folder.display());
        return None;
    }
    Some(folder)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.to_string_lossy().contains(".json") {
                found.push(entry);
            }
        }
    }
    found
}

#[test]
fn counts_agree_with_serde_json() {
    let Some(folder) = folder() else { return };
    let plan = plan(vec![text("eventname"), text("errorcode"), text("useridentity.type")]);
    let mut counted = 0;
    for path in files(&folder.join("invictus")) {
        let bytes = fs::read(&path).expect("a log");
        let parsed: Value = serde_json::from_slice(&bytes).expect("JSON");
        let (report, batch) = decode(&plan, &bytes);
        assert_eq!((report.refused, &report.damage), (0, &None), "{}", path.display());
        let mut expected: BTreeMap<(String, String, String), usize> = BTreeMap::new();
        let mut found = expected.clone();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        for record in parsed["Records"].as_array().expect("records") {
            let key = (text(&record["eventName"]), text(&record["errorCode"]), text(&record["userIdentity"]["type"]));
            *expected.entry(key).or_default() += 1;
        }
        for row in rows(&batch) {
            let key = (text(&row["eventname"]), text(&row["errorcode"]), text(&row["useridentity.type"]));
            *found.entry(key).or_default() += 1;
        }
        assert_eq!(found, expected, "{}", path.display());
        counted += batch.num_rows();
    }
    assert_eq!(counted, 2_900);
}

#[test]
fn every_file_is_read_wholly() {
    let Some(folder) = folder() else { return };
    for path in files(&folder) {
        let bytes = fs::read(&path).expect("a log");
        for schema in [schema::athena(), schema::lake()] {
            let mut plan = plan(FieldRequest::whole_schema(&schema));
            plan.validate = true;
            let (report, batch) = decode(&plan, &bytes);
            assert_eq!((report.refused, &report.damage), (0, &None), "{}", path.display());
            assert_eq!(batch.num_rows() as u64, report.records, "{}", path.display());
        }
    }
}
