//! Damaged input: each kind with what is still read of it, and what is reported.

use std::sync::Arc;

use arrow::datatypes::{DataType, Field, Fields};
use ashiato_event::decode::Limits;
use serde_json::json;

use super::run::{decode, gzip, plan, rows, text, typed, zstd};

fn record(name: &str) -> String {
    format!(r#"{{"eventVersion":"1.08","eventName":"{name}","requestParameters":{{"a":[{{"b":"]}}"}}]}}}}"#)
}

fn records(records: &[String]) -> String {
    format!("{{\"Records\":[{}]}}", records.join(","))
}

/// One damaged text: the names that are still read, the records refused, and a part of the damage's reason.
struct Case {
    name: &'static str,
    text: Vec<u8>,
    read: &'static [&'static str],
    refused: u64,
    damage: Option<&'static str>,
}

fn with_middle(name: &'static str, middle: &str) -> Case {
    let text = records(&[record("A"), middle.to_owned(), record("C")]).into_bytes();
    Case { name, text, read: &["A", "C"], refused: 1, damage: None }
}

fn cases() -> Vec<Case> {
    let whole = records(&[record("A"), record("B")]);
    let cut = |bytes: usize| whole.as_bytes()[..whole.len() - bytes].to_vec();
    let mut bad_utf8 = records(&[record("A"), record("B?"), record("C")]).into_bytes();
    let question = bad_utf8.iter().position(|byte| *byte == b'?').expect("a question mark");
    bad_utf8[question] = 0xff;
    vec![
        with_middle("a missing colon", r#"{"eventVersion" "1","eventName":"B"}"#),
        with_middle("a missing comma", r#"{"eventVersion":"1" "eventName":"B"}"#),
        with_middle("a bare word", r#"{"eventVersion":x,"eventName":"B"}"#),
        with_middle("a missing value", r#"{"eventVersion":,"eventName":"B"}"#),
        with_middle("a missing opening quote", r#"{"eventVersion":1","eventName":"B"}"#),
        with_middle("a missing closing quote", r#"{"eventVersion":"1,"eventName":"B"}"#),
        with_middle("a missing closing brace", r#"{"eventVersion":"1","eventName":{"B":1}"#),
        with_middle("an unknown escape", r#"{"eventVersion":"1","eventName":"\x"}"#),
        with_middle("half an escape", r#"{"eventVersion":"1","eventName":"\u12"}"#),
        with_middle("a number with a leading zero", r#"{"eventVersion":"1","eventName":01}"#),
        with_middle("null among the records", "null"),
        with_middle("a number among the records", "12"),
        with_middle("an array among the records", "[[1]]"),
        Case { name: "bad UTF-8", text: bad_utf8, read: &["A", "C"], refused: 1, damage: None },
        Case {
            // The object around the array goes on with what is no member, which ends within a string.
            name: "a record behind the array, cut",
            text: format!(r#"{{"Records":[{}],{{"eventVersion":"1"#, record("A")).into_bytes(),
            read: &["A"],
            refused: 0,
            damage: Some(""),
        },
        Case {
            name: "no last bracket",
            text: cut(2),
            read: &["A", "B"],
            refused: 0,
            damage: Some("ends before the array"),
        },
        Case {
            name: "no last brace",
            text: cut(1),
            read: &["A", "B"],
            refused: 0,
            damage: Some("ends before the array"),
        },
        Case { name: "cut in a record", text: cut(9), read: &["A"], refused: 0, damage: Some("ends within a record") },
        Case { name: "cut in the first key", text: b"{\"Recor".to_vec(), read: &[], refused: 0, damage: Some("ends") },
        Case { name: "an empty text", text: Vec::new(), read: &[], refused: 0, damage: Some("empty") },
        Case { name: "white space", text: b" \n ".to_vec(), read: &[], refused: 0, damage: Some("empty") },
        Case {
            name: "an HTML page",
            text: b"<!DOCTYPE html><html><body>{\"Records\":[]}</body></html>".to_vec(),
            read: &[],
            refused: 0,
            damage: Some("HTML"),
        },
        Case {
            name: "Records that are no array",
            text: format!("{{\"Records\":{}}}", record("A")).into_bytes(),
            read: &[],
            refused: 0,
            damage: Some("Records is no array"),
        },
        Case { name: "some text", text: b"AccessDenied".to_vec(), read: &[], refused: 0, damage: Some("no JSON") },
        Case {
            name: "garbage after the records",
            text: format!("{}garbage", records(&[record("A")])).into_bytes(),
            read: &["A"],
            refused: 0,
            damage: Some("no JSON"),
        },
        Case {
            name: "a bad line among lines",
            text: format!("{}\noops\n{}\n", record("A"), record("C")).into_bytes(),
            read: &["A", "C"],
            refused: 1,
            damage: None,
        },
    ]
}

fn names(batch: &arrow::array::RecordBatch) -> Vec<String> {
    rows(batch).iter().map(|row| row["eventname"].as_str().unwrap_or("?").to_owned()).collect()
}

#[test]
fn damaged_texts() {
    for case in cases() {
        for (kind, stored) in [("plain", case.text.clone()), ("gzip", gzip(&case.text)), ("zstd", zstd(&case.text))] {
            for window_bytes in [0, 16, 200] {
                let mut plan = plan(vec![text("eventversion"), text("eventname")]);
                if window_bytes > 0 {
                    plan.limits.whole_text_bytes_max = 0;
                    plan.limits.window_bytes = window_bytes;
                }
                let (report, batch) = decode(&plan, &stored);
                let context = format!("{}, {kind}, windows of {window_bytes}: {report:?}", case.name);
                assert_eq!(names(&batch), case.read, "{context}");
                assert_eq!(report.refused, case.refused, "{context}");
                let reason = report.damage.map(|damage| damage.reason);
                match case.damage {
                    None => assert_eq!(reason, None, "{}", context),
                    Some(part) => assert!(reason.unwrap_or_default().contains(part), "{context}"),
                }
            }
        }
    }
}

#[test]
fn damaged_texts_never_panic_when_counted() {
    for case in cases() {
        let (report, _) = decode(&plan(Vec::new()), &gzip(&case.text));
        assert!(report.records >= case.read.len() as u64, "{}", case.name);
    }
}

#[test]
fn a_refusal_tells_where() {
    let text_ = records(&[record("A"), r#"{"eventVersion":x}"#.to_owned(), record("C")]);
    let (report, _) = decode(&plan(vec![text("eventname")]), text_.as_bytes());
    let refusal = &report.refusals[0];
    assert_eq!((refusal.record, text_.as_bytes()[refusal.byte as usize]), (1, b'x'), "{refusal:?}");
}

#[test]
fn a_truncated_gzip_yields_what_came_before() {
    let many: Vec<String> = (0..500).map(|i| record(&format!("{i}"))).collect();
    let stored = gzip(records(&many).as_bytes());
    let mut read_before = 0;
    for share in [10, 50, 90, 99] {
        let cut = stored.len() * share / 100;
        let (report, batch) = decode(&plan(vec![text("eventname")]), &stored[..cut]);
        let damage = report.damage.expect("a cut file is damaged");
        assert!(damage.reason.contains("truncated gzip"), "{damage:?}");
        assert!(damage.byte <= cut as u64 && damage.byte + 64 > cut as u64, "{damage:?} of {cut}");
        assert!(batch.num_rows() >= read_before, "more text, more records");
        read_before = batch.num_rows();
    }
    assert!(read_before > 400, "{read_before}");
}

#[test]
fn a_damaged_gzip_is_reported() {
    let many: Vec<String> = (0..200).map(|i| record(&format!("{i}"))).collect();
    let mut stored = gzip(records(&many).as_bytes());
    let last = stored.len() - 8;
    stored[last] ^= 1;
    let (report, batch) = decode(&plan(vec![text("eventname")]), &stored);
    assert_eq!(batch.num_rows(), 200, "the text is whole, only its checksum is wrong");
    assert!(report.damage.expect("a wrong checksum").reason.contains("gzip"));
}

#[test]
fn bytes_after_the_gzip_stream_are_reported() {
    let mut stored = gzip(records(&[record("A")]).as_bytes());
    let end = stored.len() as u64;
    stored.extend_from_slice(b"tail");
    let (report, batch) = decode(&plan(vec![text("eventname")]), &stored);
    assert_eq!(names(&batch), ["A"]);
    let damage = report.damage.expect("a tail");
    assert_eq!((damage.byte, damage.reason.as_str()), (end, "4 bytes follow the end of the gzip stream"));
}

#[test]
fn a_gzip_bomb_is_cut_off() {
    let text_ = format!("{{\"Records\":[{}{}", record("A"), " ".repeat(10_000_000));
    for whole_text_bytes_max in [0, 64 << 20] {
        let mut plan = plan(vec![text("eventname")]);
        plan.limits = Limits { text_bytes_max: 100_000, whole_text_bytes_max, window_bytes: 4096, ..Limits::default() };
        let (report, batch) = decode(&plan, &gzip(text_.as_bytes()));
        assert_eq!(names(&batch), ["A"]);
        assert!(report.damage.expect("a bomb").reason.contains("100000 bytes, the limit"));
        assert!(report.text_bytes <= 100_001);
    }
}

#[test]
fn a_record_larger_than_its_limit_costs_itself() {
    let mut plan = plan(vec![text("eventname")]);
    plan.limits = Limits { whole_text_bytes_max: 0, window_bytes: 64, record_bytes_max: 1000, ..Limits::default() };
    // Whatever of the long record's last bytes falls into the last piece of text that is read of it.
    for bytes in 5000..5070 {
        let text_ = records(&[record("A"), record(&"}x".repeat(bytes)), record("C"), record(&"x".repeat(bytes))]);
        let (report, batch) = decode(&plan, &gzip(text_.as_bytes()));
        assert_eq!((names(&batch), report.records, report.refused), (vec!["A".to_string(), "C".to_string()], 4, 2));
        assert!(report.refusals[0].reason.contains("a record of more than 1000 bytes"));
        assert_eq!((report.refusals[0].record, report.damage, report.text_bytes), (1, None, text_.len() as u64));
    }
    let cut = &records(&[record("A"), record(&"x".repeat(5000))])[..4000];
    let (report, batch) = decode(&plan, &gzip(cut.as_bytes()));
    assert_eq!((names(&batch), report.text_bytes), (vec!["A".to_string()], 4000));
    assert!(report.damage.expect("it is cut").reason.contains("ends in it"));
}

#[test]
fn a_long_record_does_not_lead_past_the_limit_for_a_file() {
    let mut plan = plan(vec![text("eventname")]);
    plan.limits = Limits {
        whole_text_bytes_max: 0,
        window_bytes: 64,
        record_bytes_max: 1000,
        text_bytes_max: 9_000,
        ..Limits::default()
    };
    let text_ = records(&[record("A"), record(&"x".repeat(100_000))]);
    let (report, batch) = decode(&plan, &gzip(text_.as_bytes()));
    assert_eq!(names(&batch), ["A"]);
    assert!(report.damage.expect("too long").reason.contains("longer than 9000 bytes"));
}

#[test]
fn events_of_lookup_events_without_a_record_are_refused() {
    let event = |record: &str| json!({"EventId": "1", "CloudTrailEvent": record});
    let events = json!({"Events": [
        {"EventId": "1", "EventName": "A"},
        event("{bad"),
        {"EventId": "2", "CloudTrailEvent": null},
        event(&record("B")),
    ]});
    let (report, batch) = decode(&plan(vec![text("eventname")]), events.to_string().as_bytes());
    assert_eq!((names(&batch), report.refused), (vec!["B".to_string()], 3));
}

#[test]
fn all_arrays_of_records_in_one_object_are_read() {
    let text_ = format!(r#"{{"Records":[{}],"x":1,"Records":[{}]}}"#, record("A"), record("B"));
    let (report, batch) = decode(&plan(vec![text("eventname")]), text_.as_bytes());
    assert_eq!((names(&batch), report.damage), (vec!["A".to_string(), "B".to_string()], None));
}

#[test]
fn deep_nesting_is_passed_over() {
    for depth in [10_000, 200_000] {
        let deep = format!("{}1{}", "[{\"a\":".repeat(depth), "}]".repeat(depth));
        let with_deep = format!(r#"{{"eventVersion":"1","deep":{deep},"eventName":"B"}}"#);
        let mut plan = plan(vec![text("deep"), text("eventname")]);
        let text_ = records(&[record("A"), with_deep, record("C")]);
        for validate in [false, true] {
            plan.validate = validate;
            let (report, batch) = decode(&plan, text_.as_bytes());
            assert_eq!((names(&batch).len(), report.refused), (3, 0));
            assert_eq!(rows(&batch)[1]["deep"].as_str().map(str::len), Some(deep.len()));
        }
    }
}

#[test]
fn a_large_record_is_read() {
    let long = "long value \\\"quoted\\\" ".repeat(20_000);
    let text_ = records(&[record("A"), record(&long), record("C")]);
    for window_bytes in [1024, 8 << 20] {
        let mut plan = plan(vec![text("eventname")]);
        plan.limits.whole_text_bytes_max = 0;
        plan.limits.window_bytes = window_bytes;
        let (report, batch) = decode(&plan, &gzip(text_.as_bytes()));
        assert_eq!((batch.num_rows(), report.damage), (3, None));
        assert_eq!(names(&batch)[1].len(), long.len() - 40_000);
    }
}

#[test]
fn validation_finds_what_a_projection_passes_over() {
    let text_ = records(&[record("A"), r#"{"eventVersion":"1","other":{"a":tru},"eventName":"B"}"#.to_owned()]);
    let mut plan = plan(vec![text("eventname")]);
    assert_eq!(decode(&plan, text_.as_bytes()).0.refused, 0);
    plan.validate = true;
    assert_eq!(decode(&plan, text_.as_bytes()).0.refused, 1);
    plan.output.clear();
    assert_eq!(decode(&plan, text_.as_bytes()).0.refused, 1);
}

/// What was set before the fault is taken back, of columns of every kind.
#[test]
fn a_refused_record_leaves_nothing_to_the_next() {
    let record = |end: &str| {
        format!(
            r#"{{"a":"text","u":{{"b":"in a struct","c":"{}"}},"l":[1],"n":1,"m":{{"k":"v"}},"end":{end}}}"#,
            "x".repeat(70)
        )
    };
    let text_ = records(&[record("1"), record(r#""\x""#), r#"{"end":2}"#.to_owned(), record("bad"), record("3")]);
    let structure = DataType::Struct(Fields::from(vec![
        Field::new("b", DataType::Utf8View, true),
        Field::new("c", DataType::Utf8View, true),
    ]));
    let list = DataType::List(Arc::new(Field::new("item", DataType::Int64, true)));
    let output = vec![
        text("a"),
        typed("u", structure),
        text("u.b"),
        typed("l", list),
        typed("n", DataType::Int64),
        typed("m", DataType::LargeUtf8),
        typed("end", DataType::Int64),
    ];
    let (report, batch) = decode(&plan(output), text_.as_bytes());
    assert_eq!((report.records, report.refused), (5, 2), "{report:?}");
    let whole = |end: i32| {
        json!({"a":"text","u":{"b":"in a struct","c":"x".repeat(70)},"u.b":"in a struct","l":[1],"n":1,
               "m":r#"{"k":"v"}"#,"end":end})
    };
    assert_eq!(rows(&batch), [whole(1), json!({"end":2}), whole(3)]);
}

/// After bytes that are no text the records wait to be checked one by one; their order stays.
#[test]
fn records_around_one_that_is_no_text_keep_their_order() {
    let mut bytes = records(&["A", "B", "bad", "C", "D"].map(record)).into_bytes();
    let bad = bytes.windows(3).position(|three| three == b"bad").expect("it is there");
    bytes[bad] = 0xff;
    for window_bytes in [0, 100, 10_000] {
        let mut plan = plan(vec![text("eventname")]);
        if window_bytes > 0 {
            plan.limits.whole_text_bytes_max = 0;
            plan.limits.window_bytes = window_bytes;
        }
        let (report, batch) = decode(&plan, &gzip(&bytes));
        assert_eq!(names(&batch), ["A", "B", "C", "D"]);
        assert_eq!((report.records, report.refused, report.refusals[0].record), (5, 1, 2));
    }
}
