//! Filters and needles: what is kept, what is skipped, and stopping early.

use std::ops::ControlFlow;
use std::sync::Arc;

use arrow::array::{AsArray, BooleanArray, RecordBatch};
use arrow::error::ArrowError;
use ashiato_event::decode::{DecodePlan, Decoder, Input, RowFilter};
use ashiato_event::needle::{Needle, Prefilter};

use super::run::{decode, decode_filtered, gzip, plan, rows, text};

/// Keeps the rows whose first column is one of some texts.
pub(crate) struct OneOf(pub(crate) Vec<String>);

impl RowFilter for OneOf {
    fn select(&mut self, columns: &RecordBatch) -> Result<BooleanArray, ArrowError> {
        let column = columns.column(0).as_string_view();
        Ok(column.iter().map(|value| value.map(|value| self.0.iter().any(|one| one == value))).collect())
    }
}

fn numbered(count: usize) -> String {
    let record = |i| format!(r#"{{"eventName":"E{}","eventID":"{i}","userIdentity":{{"arn":"a{i}"}}}}"#, i % 10);
    format!("{{\"Records\":[{}]}}", (0..count).map(record).collect::<Vec<_>>().join(","))
}

fn event_name_is(name: &str) -> DecodePlan {
    DecodePlan {
        filter: vec![text("eventname")],
        output: vec![text("eventid"), text("useridentity.arn")],
        prefilter: Prefilter { all_of: vec![vec![Needle::Value(name.to_owned())]] },
        ..DecodePlan::default()
    }
}

#[test]
fn only_kept_records_become_rows() {
    let stored = gzip(numbered(1000).as_bytes());
    let mut filter = OneOf(vec!["E3".to_owned()]);
    let (report, batch) = decode_filtered(&event_name_is("E3"), &stored, Some(&mut filter));
    let expected: Vec<_> = (3..1000)
        .step_by(10)
        .map(|i| serde_json::json!({"eventid":i.to_string(),"useridentity.arn":format!("a{i}")}))
        .collect();
    assert_eq!(rows(&batch), expected);
    assert_eq!((report.rows, report.skipped_by_needle), (100, false));
}

#[test]
fn filtered_rows_can_be_counted() {
    let mut plan = event_name_is("E3");
    plan.output.clear();
    let mut filter = OneOf(vec!["E3".to_owned()]);
    let (report, _) = decode_filtered(&plan, numbered(1000).as_bytes(), Some(&mut filter));
    assert_eq!(report.rows, 100);
}

#[test]
fn a_file_without_the_needle_is_skipped() {
    let (report, batch) = decode(&event_name_is("E77"), &gzip(numbered(100).as_bytes()));
    assert_eq!((batch.num_rows(), report.records, report.skipped_by_needle), (0, 0, true));
    assert_eq!(report.damage, None);
}

#[test]
fn a_clause_without_needles_accepts_nothing() {
    let mut plan = plan(vec![text("eventname")]);
    plan.prefilter = Prefilter { all_of: vec![Vec::new()] };
    assert_eq!(decode(&plan, numbered(10).as_bytes()).1.num_rows(), 0);
}

/// A record and whether it must pass a prefilter of one needle.
fn check_needle(needle: Needle, accepted: &[&str], ruled_out: &[&str]) {
    let mut plan = plan(vec![text("n")]);
    plan.prefilter = Prefilter { all_of: vec![vec![needle.clone()]] };
    for (members, expected) in accepted.iter().map(|a| (a, 1)).chain(ruled_out.iter().map(|r| (r, 0))) {
        let other = r#"{"n":"other"}"#;
        let text_ = format!("{{\"Records\":[{other},{{{members}}},{other}]}}");
        let (_, batch) = decode(&plan, text_.as_bytes());
        assert_eq!(batch.num_rows(), expected, "{needle:?} in {members}");
    }
}

#[test]
fn value_needles() {
    check_needle(
        Needle::Value("AKIA=1".to_owned()),
        &[
            r#""k":"AKIA=1""#,
            r#""k":"AKIA\u003d1""#,
            r#""k":"\u0041\u004bIA=1""#,
            r#""k":"AK\u0049A=1""#,
            r#""k":"xxAKIA=1xx""#,
        ],
        &[r#""k":"akia=1""#, r#""k":"AKIA=2""#, r#""k":"AKIA\u003e2""#, r#""k":null"#],
    );
    check_needle(
        Needle::Value("role/Admin".to_owned()),
        &[r#""k":"role/Admin""#, r#""k":"role\/Admin""#, r#""k":"role\u002fAdmin""#, r#""k":"rol\u0065\/Admin""#],
        &[r#""k":"role/User""#],
    );
    check_needle(Needle::Value("7".to_owned()), &[r#""k":7"#, r#""k":"7""#], &[r#""k":8"#]);
}

#[test]
fn key_needles() {
    check_needle(
        Needle::Key("errorcode".to_owned()),
        &[
            r#""errorCode":"x""#,
            r#""errorcode" : 1"#,
            r#""ERRORCODE":{}"#,
            r#""a":{"b":[{"ErrorCode":"x"}]}"#,
            r#""error\u0043ode":"x""#,
            r#""\u0045rrorCode":"x""#,
        ],
        &[
            r#""errorCode":null"#,
            r#""errorCode" : null"#,
            r#""errorCodes":"x""#,
            r#""x":"errorCode""#,
            r#""xerrorCode":1"#,
        ],
    );
}

#[test]
fn needles_that_cannot_be_searched_for_rule_out_nothing() {
    let value = |text: &str| Needle::Value(text.to_owned());
    for needle in [value("日本"), value("\"\n/"), value(""), Needle::Key("a/b".to_owned()), Needle::Key("ä".to_owned())]
    {
        let mut plan = plan(vec![text("eventname")]);
        plan.prefilter = Prefilter { all_of: vec![vec![Needle::Value("E99".to_owned()), needle]] };
        assert_eq!(decode(&plan, numbered(10).as_bytes()).1.num_rows(), 10);
    }
}

#[test]
fn breaking_stops_at_once() {
    let mut plan = plan(vec![text("eventid")]);
    plan.batch_records = 10;
    let mut decoder = Decoder::new(Arc::new(plan));
    let mut batches = 0;
    let mut emit = |_| {
        batches += 1;
        ControlFlow::Break(())
    };
    let text_ = numbered(1000);
    let report = decoder.decode(Input { bytes: text_.as_bytes(), constants: &[] }, None, &mut emit).expect("decoding");
    assert_eq!((batches, report.rows, report.damage), (1, 10, None));
    assert!(report.records <= 10);
    assert!(decoder.finish().is_none());
}

#[test]
fn batches_span_files() {
    let mut plan = plan(vec![text("eventid")]);
    plan.batch_records = 8;
    let mut decoder = Decoder::new(Arc::new(plan));
    let mut sizes = Vec::new();
    for _ in 0..5 {
        let mut emit = |batch: RecordBatch| {
            sizes.push(batch.num_rows());
            ControlFlow::Continue(())
        };
        decoder.decode(Input { bytes: numbered(3).as_bytes(), constants: &[] }, None, &mut emit).expect("decoding");
    }
    assert_eq!((sizes, decoder.finish().map(|batch| batch.num_rows())), (vec![8], Some(7)));
}

#[test]
fn the_range_of_event_times() {
    let times = ["2023-01-02T00:00:00Z", "2023-01-01T00:00:00Z", "2023-01-03T09:00:00+09:00", "later"];
    let lines: Vec<String> = times.iter().map(|time| format!("{{\"eventTime\":\"{time}\"}}\n")).collect();
    let (report, _) = decode(&plan(vec![text("eventtime")]), lines.concat().as_bytes());
    assert_eq!(report.event_times, Some((1_672_531_200_000, 1_672_704_000_000)));
    assert_eq!(decode(&plan(vec![text("eventname")]), lines.concat().as_bytes()).0.event_times, None);
}
