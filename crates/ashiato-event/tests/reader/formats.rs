//! Every wrapping that records come in, plain and compressed.

use ashiato_event::layout::Format;
use ashiato_event::source::Compression;

use super::run::{decode, gzip, plan, rows, text, zstd};

const A: &str = r#"{"eventVersion":"1.08","eventName":"A","eventID":"1"}"#;
const B: &str = r#"{"eventVersion":"1.08","eventName":"B","eventID":"2"}"#;

/// Each wrapping of the records A and B.
fn wrappings() -> Vec<(&'static str, String, Format)> {
    let quoted = |record: &str| serde_json::to_string(record).expect("a string");
    let (quoted_a, quoted_b) = (quoted(A), quoted(B));
    let pretty = |records: &str| {
        let value: serde_json::Value = serde_json::from_str(records).expect("JSON");
        serde_json::to_string_pretty(&value).expect("JSON")
    };
    let array = format!("[{A},{B}]");
    let records = format!("{{\"Records\":{array}}}");
    let insight = |record: &str| record.replace("\"eventID\"", "\"eventCategory\":\"Insight\",\"eventID\"");
    vec![
        ("records", records.clone(), Format::Records),
        ("records, spread out", pretty(&records), Format::Records),
        (
            "records, tabs and line ends of Windows",
            pretty(&records).replace("\n", "\r\n").replace("  ", "\t"),
            Format::Records,
        ),
        (
            "records among others",
            format!(r#" {{"a":[{{}}],"RECORDS" : {array} ,"z":{{"Records":[]}}}} "#),
            Format::Records,
        ),
        ("array", array.clone(), Format::Array),
        ("array, spread out", pretty(&array), Format::Array),
        ("lines", format!("{A}\n{B}\n"), Format::Lines),
        ("lines of Windows", format!("{A}\r\n{B}\r\n"), Format::Lines),
        ("concatenated", format!("{A}{B}"), Format::Lines),
        ("byte order mark", format!("\u{feff}{records}"), Format::Records),
        ("records twice", format!("{{\"Records\":[{A}]}}\n{{\"Records\":[{B}]}}"), Format::Records),
        (
            "LookupEvents",
            format!(
                r#"{{"Events":[{{"EventId":"1","CloudTrailEvent":{quoted_a}}},{{"CloudTrailEvent":{quoted_b},"Username":"u"}}],"NextToken":"x"}}"#
            ),
            Format::LookupEvents,
        ),
        (
            "LookupEvents, escaped more than needed",
            format!(
                r#"{{"Events":[{{"CloudTrailEvent":{}}},{{"CloudTrailEvent":{quoted_b}}}]}}"#,
                quoted_a.replace('A', "\\u0041")
            ),
            Format::LookupEvents,
        ),
        ("Insight", format!("{{\"Records\":[{},{}]}}", insight(A), insight(B)), Format::Insight),
    ]
}

#[test]
fn every_wrapping_gives_the_same_rows() {
    let plan = plan(vec![text("eventname"), text("eventid")]);
    for (name, wrapped, format) in wrappings() {
        for (compression, stored) in [
            (Compression::Plain, wrapped.clone().into_bytes()),
            (Compression::Gzip, gzip(wrapped.as_bytes())),
            (Compression::Zstd, zstd(wrapped.as_bytes())),
        ] {
            let (report, batch) = decode(&plan, &stored);
            let expected: Vec<serde_json::Value> = vec![
                serde_json::json!({"eventname":"A","eventid":"1"}),
                serde_json::json!({"eventname":"B","eventid":"2"}),
            ];
            assert_eq!(rows(&batch), expected, "{name}, {compression:?}");
            assert_eq!((report.format, report.compression), (format, compression), "{name}");
            assert_eq!((report.records, report.refused, report.damage), (2, 0, None), "{name}");
            assert_eq!((report.stored_bytes, report.text_bytes), (stored.len() as u64, wrapped.len() as u64), "{name}");
        }
    }
}

#[test]
fn every_wrapping_is_counted() {
    for (name, wrapped, _) in wrappings() {
        let (report, batch) = decode(&plan(Vec::new()), &gzip(wrapped.as_bytes()));
        assert_eq!((report.records, report.rows, batch.num_rows(), batch.num_columns()), (2, 2, 2, 0), "{name}");
    }
}

#[test]
fn every_wrapping_streams() {
    for (name, wrapped, _) in wrappings() {
        for window_bytes in [1, 7, 64, 100, 1000] {
            let mut plan = plan(vec![text("eventname")]);
            plan.limits.whole_text_bytes_max = 0;
            plan.limits.window_bytes = window_bytes;
            let (report, batch) = decode(&plan, &gzip(wrapped.as_bytes()));
            assert_eq!(batch.num_rows(), 2, "{name} through windows of {window_bytes}");
            assert_eq!((report.refused, report.damage), (0, None), "{name} through windows of {window_bytes}");
        }
    }
}

#[test]
fn a_single_record() {
    let (report, batch) = decode(&plan(vec![text("eventname")]), A.as_bytes());
    assert_eq!((report.format, batch.num_rows()), (Format::Lines, 1));
}

#[test]
fn no_records() {
    for empty in ["{\"Records\":[]}", "{\"Records\" : [ ] }", "[]"] {
        let (report, batch) = decode(&plan(vec![text("eventname")]), &gzip(empty.as_bytes()));
        assert_eq!((batch.num_rows(), report.records, report.damage), (0, 0, None), "{empty}");
    }
}

#[test]
fn a_file_that_is_no_log_has_no_rows() {
    for (other, damage) in [
        (r#"{"files":[{"key":"a.json.gz","size":12}],"version":1}"#, "no CloudTrail records"),
        (" { } \n", "no CloudTrail records"),
        ("", "the file is empty"),
    ] {
        for window_bytes in [1, 7, 1000] {
            let mut plan = plan(vec![text("eventname")]);
            plan.limits.whole_text_bytes_max = 0;
            plan.limits.window_bytes = window_bytes;
            for stored in [gzip(other.as_bytes()), other.as_bytes().to_vec()] {
                let (report, batch) = decode(&plan, &stored);
                assert_eq!((report.format, report.records, batch.num_rows()), (Format::Unknown, 0, 0), "{other}");
                assert_eq!(report.damage.map(|damage| damage.reason).as_deref(), Some(damage), "{other}");
            }
        }
    }
}

#[test]
fn a_line_of_other_data_among_records_is_a_row() {
    let (report, batch) = decode(&plan(vec![text("eventname")]), format!("{A}\n{{\"a\":1}}\n").as_bytes());
    assert_eq!((report.format, batch.num_rows(), report.damage), (Format::Lines, 2, None));
}

#[test]
fn a_digest_has_no_rows() {
    let digest = r#"{"awsAccountId":"1","digestStartTime":"2023-01-01T00:00:00Z","digestEndTime":"x","logFiles":[{"s3Bucket":"b"}]}"#;
    let (report, batch) = decode(&plan(vec![text("eventname")]), &gzip(digest.as_bytes()));
    assert_eq!((report.format, batch.num_rows(), report.damage), (Format::Digest, 0, None));
}

#[test]
fn several_gzip_members() {
    let mut stored = gzip(format!("{{\"Records\":[{A},").as_bytes());
    stored.extend(gzip(format!("{B}]}}").as_bytes()));
    let (report, batch) = decode(&plan(vec![text("eventname")]), &stored);
    assert_eq!((batch.num_rows(), report.damage), (2, None));
    // The same member twice: what its last bytes tell is true of the first one as well.
    let one = gzip(format!("{A}\n").as_bytes());
    let (report, batch) = decode(&plan(vec![text("eventname")]), &[one.clone(), one].concat());
    assert_eq!((batch.num_rows(), report.damage), (2, None));
}
