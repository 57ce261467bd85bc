//! The coverage for programs: one JSON object a statement. Every damaged file is in it.

use crate::engine::{Coverage, Late, Written};
use crate::moment;
use serde_json::{Value, json};

/// What was read for the statement that begins on `line` of the script and gave so many `rows`, and what it wrote.
pub(crate) fn document(coverage: &Coverage, line: u64, rows: u64, written: Option<&Written>) -> Value {
    json!({
        "line": line,
        "rows": rows,
        "readings": coverage.readings,
        "files": {
            "matched": coverage.files_matched,
            "pruned": coverage.files_pruned,
            "read": coverage.files_read,
            "without_text_sought": coverage.files_without_needle,
            "not_needed": coverage.files_not_needed,
            "of_other_kinds": coverage.files_of_other_kinds,
        },
        "folders": { "passed_over": coverage.folders_pruned },
        "listing_steps": coverage.listing_steps,
        "bytes": { "stored": coverage.bytes_stored, "decompressed": coverage.bytes_text },
        "records": {
            "found": coverage.records,
            "refused": coverage.records_refused,
            "duplicates_left_out": coverage.duplicates,
        },
        "event_time": range(coverage.event_times),
        "delivered": range(coverage.delivered),
        "late": coverage.late.map(late),
        "damaged": coverage.damaged.iter()
            .map(|damaged| json!({ "file": damaged.name, "reason": damaged.reason }))
            .collect::<Vec<_>>(),
        "notes": coverage.notes,
        "written": written.map(files),
    })
}

fn files(written: &Written) -> Value {
    let file = |file: &ashiato_engine::WrittenFile| json!({ "file": file.uri, "rows": file.rows, "bytes": file.bytes });
    json!({ "rows": written.rows, "bytes": written.bytes, "files": written.files.iter().map(file).collect::<Vec<_>>() })
}

fn range(range: Option<(i64, i64)>) -> Value {
    match range {
        Some((first, last)) => json!({ "first": moment::format(first), "last": moment::format(last) }),
        None => Value::Null,
    }
}

/// The margin in seconds, or `"all"`.
fn late(late: Late) -> Value {
    match late {
        Late::Within(duration) => json!(duration.as_secs()),
        Late::All => json!("all"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Damaged;

    #[test]
    fn counts_ranges_and_every_damaged_file() {
        let damaged = (0..25).map(|number| Damaged { name: number.to_string(), reason: "empty".into() }).collect();
        let coverage = Coverage {
            files_matched: 3,
            damaged,
            event_times: Some((0, 1500)),
            late: Some(Late::All),
            ..Coverage::default()
        };
        let document = document(&coverage, 4, 7, None);
        assert_eq!(document["line"], 4);
        assert_eq!(document["rows"], 7);
        assert_eq!(document["files"]["matched"], 3);
        assert_eq!(document["damaged"].as_array().map(Vec::len), Some(25));
        assert_eq!(document["event_time"]["last"], "1970-01-01T00:00:01.500Z");
        assert_eq!(document["delivered"], Value::Null);
        assert_eq!(document["records"]["duplicates_left_out"], Value::Null);
        assert_eq!(document["late"], "all");
    }
}
