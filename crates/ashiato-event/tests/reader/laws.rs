//! Laws, tried on random records.

use arrow::datatypes::DataType;
use ashiato_event::decode::{DecodePlan, FieldRequest};
use ashiato_event::needle::{Needle, Prefilter};
use proptest::prelude::*;
use serde_json::Value;

use super::filters::OneOf;
use super::run::{decode, decode_filtered, gzip, plan, rows, text, typed};

/// Any JSON, as text: with odd white space, odd escapes and letter cases, duplicates, and keys that the tests ask for.
fn json_text(depth: u32) -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|value| value.to_string()),
        (any::<f32>().prop_filter("JSON has no such numbers", |value| value.is_finite()))
            .prop_map(|value| format!("{value:e}")),
        string_text(),
    ];
    leaf.prop_recursive(depth, 40, 6, |inner| {
        let array = prop::collection::vec(inner.clone(), 0..5).prop_map(|values| format!("[{}]", values.join(" ,")));
        prop_oneof![array, object_text(inner)]
    })
}

fn object_text(value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let member = (key_text(), spaces(), spaces(), value).prop_map(|(key, a, b, value)| format!("{key}{a}:{b}{value}"));
    (prop::collection::vec(member, 0..8), spaces(), spaces())
        .prop_map(|(members, a, b)| format!("{{{a}{}{b}}}", members.join(&format!("{a},{b}"))))
}

fn spaces() -> impl Strategy<Value = String> {
    prop_oneof![6 => Just(String::new()), 1 => "[ \n\r\t]{1,3}"]
}

/// A string with any of its characters escaped in any of the ways there are.
fn string_text() -> impl Strategy<Value = String> {
    let any_text = prop_oneof![
        2 => "[a-zA-Z]{0,8}", 1 => "\\PC{0,40}", 1 => "[\"\\\\/\n{}\\[\\]:,]{0,70}",
        1 => Just("AKIAEXAMPLE".to_owned()), 1 => Just("Root".to_owned()),
    ];
    escaped(any_text)
}

fn key_text() -> impl Strategy<Value = String> {
    let names =
        prop::sample::select(vec!["eventName", "eventname", "EVENTNAME", "userIdentity", "arn", "ARN", "type", "x"]);
    escaped(prop_oneof![4 => names.prop_map(str::to_owned), 1 => "\\PC{0,40}"])
}

fn escaped(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (text, any::<u64>()).prop_map(|(text, seed)| {
        let mut written = String::from("\"");
        let mut state = seed | 1;
        for char in text.chars() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let must = matches!(char, '"' | '\\') || char < ' ';
            match state >> 60 {
                _ if seed % 2 == 0 && !must => written.push(char),
                0 if char == '/' => written.push_str("\\/"),
                0 | 1 => {
                    char.encode_utf16(&mut [0; 2]).iter().for_each(|unit| written.push_str(&format!("\\u{unit:04x}")))
                }
                2 => char.encode_utf16(&mut [0; 2]).iter().for_each(|unit| written.push_str(&format!("\\u{unit:04X}"))),
                _ if must => written.push_str(
                    serde_json::to_string(&char).expect("a string").trim_matches('"').replace("\"", "").as_str(),
                ),
                _ => written.push(char),
            }
        }
        written + "\""
    })
}

fn record_text() -> impl Strategy<Value = String> {
    object_text(json_text(4)).prop_filter("serde_json reads it", |text| serde_json::from_str::<Value>(text).is_ok())
}

fn records_text(records: &[String]) -> String {
    format!("{{\"Records\":[{}]}}", records.join(", "))
}

/// What serde_json finds at a path, names in any letter case and the last one counting, as the decoder's text.
fn expected_text(record: &str, path: &[&str]) -> Option<String> {
    let (name, rest) = path.split_first()?;
    let members = members(record)?;
    let (_, raw) = members.iter().rev().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    if !rest.is_empty() {
        return expected_text(raw.get(), rest);
    }
    match serde_json::from_str::<Value>(raw.get()).ok()? {
        Value::Null => None,
        Value::String(text) => Some(text),
        _ => Some(raw.get().to_owned()),
    }
}

/// The members of an object as serde_json reads them one by one.
fn members(object: &str) -> Option<Vec<(String, &serde_json::value::RawValue)>> {
    if !object.trim_start().starts_with('{') {
        return None;
    }
    let mut rest = object.trim_start()[1..].trim_start();
    let mut found = Vec::new();
    while !rest.starts_with('}') {
        let mut keys = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        let key = keys.next()?.ok()?;
        rest = rest[keys.byte_offset()..].trim_start().strip_prefix(':')?;
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&serde_json::value::RawValue>();
        let value = values.next()?.ok()?;
        rest = rest[values.byte_offset()..].trim_start();
        rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        found.push((key, value));
    }
    Some(found)
}

const PATHS: &[&str] =
    &["eventname", "useridentity", "useridentity.arn", "useridentity.type", "useridentity.arn.x", "x", "arn"];

fn requests() -> Vec<FieldRequest> {
    let mut requests: Vec<_> = PATHS.iter().map(|path| text(path)).collect();
    requests.push(typed("type", DataType::Boolean));
    requests.push(typed("userIdentity.x".to_ascii_lowercase().as_str(), DataType::Int64));
    requests
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn values_are_those_of_serde_json(records in prop::collection::vec(record_text(), 1..6)) {
        let paths: Vec<_> = PATHS.iter().map(|path| text(path)).collect();
        let mut plan = plan(paths);
        for validate in [false, true] {
            plan.validate = validate;
            let (report, batch) = decode(&plan, records_text(&records).as_bytes());
            prop_assert_eq!((report.refused, &report.damage), (0, &None));
            let found = rows(&batch);
            for (record, found) in records.iter().zip(&found) {
                for path in PATHS {
                    let names: Vec<&str> = path.split('.').collect();
                    let expected = expected_text(record, &names).map(Value::String);
                    prop_assert_eq!(found.get(*path), expected.as_ref(), "{} of {}", path, record);
                }
            }
        }
    }

    #[test]
    fn projection_never_changes_values(
        records in prop::collection::vec(record_text(), 1..6),
        chosen in prop::collection::vec(any::<bool>(), PATHS.len() + 2),
    ) {
        let all = requests();
        let stored = records_text(&records);
        let (_, whole) = decode(&plan(all.clone()), stored.as_bytes());
        let some: Vec<FieldRequest> = all.iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(r, _)| r.clone()).collect();
        prop_assume!(!some.is_empty());
        let (_, part) = decode(&plan(some), stored.as_bytes());
        let indices: Vec<usize> = (0..all.len()).filter(|i| chosen[*i]).collect();
        let projected = whole.project(&indices).expect("columns that are there");
        prop_assert_eq!(projected.columns(), part.columns());
    }

    #[test]
    fn filtering_early_keeps_what_filtering_late_keeps(
        records in prop::collection::vec(record_text(), 1..20),
        names in prop::collection::vec(prop_oneof!["[a-zA-Z]{0,3}", Just("AKIAEXAMPLE".to_owned()), Just("Root".to_owned())], 1..3),
        columns in 1..PATHS.len() + 2,
        searched: bool,
    ) {
        let stored = records_text(&records);
        // The first is what is filtered by. Of few columns the rest of a record is passed over, of many it is walked.
        let output = requests()[..columns].to_vec();
        let (_, all) = decode(&plan(output.clone()), stored.as_bytes());
        let late: Vec<Value> = rows(&all).into_iter().filter(|row| names.iter().any(|name| row.get("eventname") == Some(&Value::String(name.clone())))).collect();
        let needles = vec![names.iter().cloned().map(Needle::Value).collect(), vec![Needle::Key("eventname".to_owned())]];
        let prefilter = if searched { Prefilter { all_of: needles } } else { Prefilter::default() };
        let early = DecodePlan { filter: vec![text("eventname")], output, prefilter, ..DecodePlan::default() };
        let (_, kept) = decode_filtered(&early, stored.as_bytes(), Some(&mut OneOf(names)));
        prop_assert_eq!(rows(&kept), late);
    }

    #[test]
    fn streaming_agrees_with_the_whole(
        records in prop::collection::vec(record_text(), 0..8),
        window_bytes in 1usize..300,
    ) {
        let stored = gzip(records_text(&records).as_bytes());
        let mut plan = plan(requests());
        let (whole, batch) = decode(&plan, &stored);
        plan.limits.whole_text_bytes_max = 0;
        plan.limits.window_bytes = window_bytes;
        let (streamed, again) = decode(&plan, &stored);
        prop_assert_eq!(batch.columns(), again.columns());
        prop_assert_eq!(whole, streamed);
    }

    #[test]
    fn no_bytes_panic(
        records in prop::collection::vec(record_text(), 0..5),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..3), 0..6),
        compressed: bool,
    ) {
        let mut bytes = records_text(&records).into_bytes();
        if compressed {
            bytes = gzip(&bytes);
        }
        for (at, byte, kind) in edits {
            let at = at.index(bytes.len().max(1)).min(bytes.len());
            match kind {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => bytes[at] = byte,
                _ => bytes.truncate(bytes.len().max(at)),
            }
        }
        let schema = ashiato_event::schema::lake();
        decode(&plan(FieldRequest::whole_schema(&schema)), &bytes);
        decode(&plan(Vec::new()), &bytes);
        let mut streamed = plan(requests());
        streamed.limits.whole_text_bytes_max = 0;
        streamed.limits.window_bytes = 32;
        streamed.prefilter.all_of = vec![vec![Needle::Key("arn".to_owned())]];
        decode(&streamed, &bytes);
    }
}

#[test]
fn what_is_expected_is_known_for_a_plain_record() {
    let record = r#"{"a":{"B":1},"A":{"b":[1, 2]}}"#;
    assert_eq!(expected_text(record, &["a", "b"]), Some("[1, 2]".to_owned()));
    assert_eq!(members(record).map(|members| members.len()), Some(2));
}
