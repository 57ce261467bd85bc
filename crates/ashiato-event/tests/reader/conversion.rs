//! How JSON values become Arrow values, by type.

use std::sync::Arc;

use arrow::array::AsArray;
use arrow::datatypes::{DataType, Field, Fields, TimeUnit};
use ashiato_event::decode::{DecodePlan, Decoder, FieldRequest, Input, ValueSource};
use serde_json::{Value, json};
use std::ops::ControlFlow;

use super::run::{decode, plan, rows, text, typed};

fn check(data_type: DataType, cases: &[(&str, Value)]) {
    for (value, expected) in cases {
        let record = format!("{{\"eventVersion\":\"1\",\"V\":{value}}}");
        let (report, batch) = decode(&plan(vec![typed("v", data_type.clone())]), record.as_bytes());
        assert_eq!(report.refused, 0, "{value} as {data_type}");
        let row = &rows(&batch)[0];
        assert_eq!(row.get("v").unwrap_or(&Value::Null), expected, "{value} as {data_type}");
    }
}

#[test]
fn text_values() {
    check(
        DataType::Utf8View,
        &[
            (r#""plain""#, json!("plain")),
            (r#""""#, json!("")),
            (r#""a\"b\\c\/d\b\f\n\r\t\u0041\u00e9\ud83d\ude00""#, json!("a\"b\\c/d\u{8}\u{c}\n\r\tAé😀")),
            (r#""\ud83d""#, json!("\u{fffd}")),
            (r#""\ud83d\u0041""#, json!("\u{fffd}A")),
            (r#""\ude00x""#, json!("\u{fffd}x")),
            ("\"日本語\"", json!("日本語")),
            ("12.50", json!("12.50")),
            ("-1E+9", json!("-1E+9")),
            ("true", json!("true")),
            ("null", Value::Null),
            (r#"{ "a" : [1, {"b":"\"}"}] }"#, json!(r#"{ "a" : [1, {"b":"\"}"}] }"#)),
            ("[1,[2]]", json!("[1,[2]]")),
        ],
    );
}

#[test]
fn json_text() {
    let cases = [
        (r#""a\n""#, json!(r#""a\n""#)),
        ("12.50", json!("12.50")),
        ("{\"a\":1}", json!("{\"a\":1}")),
        ("null", Value::Null),
    ];
    check(DataType::LargeUtf8, &cases);
}

#[test]
fn scalars() {
    check(
        DataType::Boolean,
        &[("true", json!(true)), ("\"False\"", json!(false)), ("1", Value::Null), ("\"yes\"", Value::Null)],
    );
    check(DataType::Int8, &[("127", json!(127)), ("128", Value::Null), ("\" -5 \"", json!(-5))]);
    check(
        DataType::Int64,
        &[
            ("9223372036854775807", json!(i64::MAX)),
            ("9223372036854775808", Value::Null),
            ("1.5", Value::Null),
            ("true", Value::Null),
        ],
    );
    check(
        DataType::Float64,
        &[("1.5", json!(1.5)), ("\"2e3\"", json!(2000.0)), ("1e999", Value::Null), ("\"x\"", Value::Null)],
    );
    check(DataType::Decimal128(10, 2), &[("12.34", json!(12.34)), ("\"7.25\"", json!(7.25)), ("\"x\"", Value::Null)]);
    check(DataType::Date32, &[("\"2023-01-22\"", json!("2023-01-22")), ("\"nope\"", Value::Null)]);
    check(
        DataType::Timestamp(TimeUnit::Millisecond, None),
        &[
            ("\"2023-01-22T16:53:53Z\"", json!("2023-01-22T16:53:53")),
            ("\"2023-01-22 16:53:53.25\"", json!("2023-01-22T16:53:53.250")),
            ("\"2023-01-22T16:53:53+09:00\"", json!("2023-01-22T07:53:53")),
            ("\"yesterday\"", Value::Null),
            ("1674406433", Value::Null),
        ],
    );
}

fn field(name: &str, data_type: DataType) -> Arc<Field> {
    Arc::new(Field::new(name, data_type, true))
}

fn map_of(value: DataType) -> DataType {
    let key = Arc::new(Field::new("key", DataType::Utf8View, false));
    let entries = Field::new("entries", DataType::Struct(Fields::from(vec![key, field("value", value)])), false);
    DataType::Map(Arc::new(entries), false)
}

#[test]
fn nested_values() {
    let person = DataType::Struct(Fields::from(vec![field("name", DataType::Utf8View), field("age", DataType::Int32)]));
    check(
        person.clone(),
        &[
            (r#"{"NAME":"x","Age":3,"other":[{}]}"#, json!({"name":"x","age":3})),
            (r#"{"n\u0061me":"x"}"#, json!({"name":"x"})),
            (r#"{"name":"x","age":1,"name":null}"#, json!({"age":1})),
            ("{}", json!({})),
            ("[]", Value::Null),
            ("\"x\"", Value::Null),
        ],
    );
    check(
        DataType::List(field("item", person)),
        &[
            (r#"[{"name":"x"}, {"name":"y"},null,3]"#, json!([{"name":"x"},{"name":"y"},null,null])),
            ("[]", json!([])),
            ("{}", Value::Null),
        ],
    );
    check(
        map_of(DataType::Utf8View),
        &[
            (r#"{"a":1,"b":{"c":[1, 2]},"d":null,"A":"\u0041"}"#, json!({"a":"1","b":"{\"c\":[1, 2]}","A":"A"})),
            (r#"{"a":1,"a":2,"\u0061":3}"#, json!({"a":"3"})),
            ("{}", json!({})),
            ("[1]", Value::Null),
        ],
    );
    check(
        map_of(DataType::List(field("item", DataType::Int64))),
        &[(r#"{"a":[1,2],"b":[]}"#, json!({"a":[1,2],"b":[]}))],
    );
}

#[test]
fn a_map_of_many_entries_keeps_the_last_of_each() {
    let entries: Vec<String> = (0..200).map(|i| format!("\"k{}\":{i}", i % 50)).collect();
    let record = format!("[{{\"v\":{{{}}}}}]", entries.join(","));
    let (_, batch) = decode(&plan(vec![typed("v", map_of(DataType::Int64))]), record.as_bytes());
    let map = rows(&batch)[0]["v"].as_object().expect("a map").clone();
    assert_eq!(map.len(), 50);
    assert!(map.iter().all(|(key, value)| *key == format!("k{}", value.as_i64().expect("a number") - 150)));
}

#[test]
fn the_last_of_duplicate_members_counts_wholly() {
    let record = r#"[{"u":{"a":"1","b":"2"},"x":"first","u":{"a":"3"},"X":"last"}]"#;
    let (_, batch) = decode(&plan(vec![text("u.a"), text("u.b"), text("x")]), record.as_bytes());
    assert_eq!(rows(&batch)[0], json!({"u.a":"3","x":"last"}));
}

/// However many columns there are, and where the last of them is null or of another kind.
#[test]
fn the_last_of_duplicate_members_counts_among_many_columns() {
    let record = r#"[{"u":{"a":"1","b":"2"},"x":"first","u":{"a":"3"},"x":null},{"u":{"a":"1"},"u":"text","x":null,"x":"last"}]"#;
    for before in [0, 100] {
        let others = (0..before).map(|number| text(&format!("other{number}")));
        let fields =
            Fields::from(vec![Field::new("a", DataType::Utf8View, true), Field::new("b", DataType::Utf8View, true)]);
        let output = others.chain([typed("u", DataType::Struct(fields)), text("x")]).collect();
        let (_, batch) = decode(&plan(output), record.as_bytes());
        assert_eq!(rows(&batch), [json!({"u":{"a":"3"}}), json!({"x":"last"})], "after {before} columns");
    }
}

#[test]
fn values_of_the_file() {
    let constant = |index, name: &str, data_type| FieldRequest {
        source: ValueSource::Constant(index),
        field: Arc::new(Field::new(name, data_type, true)),
    };
    let output = vec![
        constant(0, "path", DataType::Utf8View),
        text("eventname"),
        constant(1, "day", DataType::Date32),
        constant(2, "nothing", DataType::Utf8View),
        FieldRequest { source: ValueSource::RecordText, field: Arc::new(Field::new("json", DataType::Utf8View, true)) },
    ];
    let mut decoder = Decoder::new(Arc::new(DecodePlan { output, ..DecodePlan::default() }));
    let mut emit = |_| ControlFlow::Continue(());
    for name in ["one", "two"] {
        let constants = [Some(format!("s3://bucket/{name}")), Some("2023-07-10".to_owned()), None];
        let bytes = format!("{{\"eventName\":\"{name}\"}}");
        decoder.decode(Input { bytes: bytes.as_bytes(), constants: &constants }, None, &mut emit).expect("decoding");
    }
    let lacking = decoder.decode(Input { bytes: b"{}", constants: &[] }, None, &mut emit);
    assert!(lacking.expect_err("a file without its values").to_string().contains("value 0 of the file"));
    let batch = decoder.finish().expect("two rows");
    let row = |name: &str| json!({"path":format!("s3://bucket/{name}"),"eventname":name,"day":"2023-07-10","json":format!("{{\"eventName\":\"{name}\"}}")});
    assert_eq!(rows(&batch), [row("one"), row("two")]);
    assert!(decoder.finish().is_none());
}

#[test]
fn what_cannot_be_decoded_is_named() {
    let mut decoder = Decoder::new(Arc::new(plan(vec![typed("v", DataType::Duration(TimeUnit::Second))])));
    let input = Input { bytes: b"{}", constants: &[] };
    let error = decoder.decode(input, None, &mut |_| ControlFlow::Continue(())).expect_err("no such type");
    assert!(error.to_string().contains("Duration"), "{error}");
}

#[test]
fn fields_that_may_not_be_null_are_refused() {
    let strict = Arc::new(Field::new("name", DataType::Utf8View, false));
    let within = DataType::Struct(Fields::from(vec![strict.clone()]));
    for field in [strict.clone(), field("v", within), field("v", DataType::List(strict))] {
        let request = FieldRequest { source: ValueSource::Member(vec!["v".to_owned()]), field };
        let mut decoder = Decoder::new(Arc::new(plan(vec![request])));
        let input = Input { bytes: b"{}", constants: &[] };
        let error = decoder.decode(input, None, &mut |_| ControlFlow::Continue(())).expect_err("may be NULL");
        assert!(error.to_string().contains("name may not be NULL"), "{error}");
    }
}

/// All that is wanted stands first, so that the rest is passed over in search of the same key alone.
#[test]
fn the_last_of_doubled_members_counts_wherever_it_stands() {
    let filling = r#""requestParameters":{"eventName":"C\\\"{","a":["event\u004eame","}"]},"#;
    for (rest, expected) in [
        (r#""x":"eventName""#, "A"),
        (r#""x":{"eventName":"B"}"#, "A"),
        (r#""x":["\"eventName\":\"B\""]"#, "A"),
        (r#""eventName":"B""#, "B"),
        (r#""EVENTNAME" : "B""#, "B"),
        (r#""event\u004eame":"B""#, "B"),
        (r#""\u0065ventName" :"B","y":1"#, "B"),
        (r#""eventName":null,"eventname":"B""#, "B"),
    ] {
        for fillings in 0..3 {
            for spaces in 0..70 {
                let (between, filling) = (" ".repeat(spaces), filling.repeat(fillings));
                let record = format!(r#"{{"eventName":"A",{filling}"s":"{between}",{rest}}}"#);
                let file = format!(r#"{{"Records":[{record},{{"eventName":"Z"}}]}}"#);
                let (report, batch) = decode(&plan(vec![text("eventname")]), file.as_bytes());
                assert_eq!(report.refused, 0, "{record}");
                let names: Vec<_> = batch.column(0).as_string_view().iter().collect();
                assert_eq!(names, [Some(expected), Some("Z")], "{record}");
            }
        }
    }
}
