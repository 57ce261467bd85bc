//! A JSON value in the shape of a declared type: what is no value of the type is NULL, and any value is the text
//! of itself.

use ashiato_sql::statement::HiveType;
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde_json::{Map, Number, Value};

/// How keys are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keys {
    InAnyCase,
    AsWritten,
}

/// The value of a key: exactly as written first.
pub(crate) fn get<'a>(object: &'a Map<String, Value>, key: &str, keys: Keys) -> Option<&'a Value> {
    let any_case = || object.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| value);
    match keys {
        Keys::InAnyCase => object.get(key).or_else(any_case),
        Keys::AsWritten => object.get(key),
    }
}

/// The value as one of the type.
pub(crate) fn shaped(value: &Value, hive_type: &HiveType, keys: Keys) -> Value {
    match (hive_type, value) {
        (_, Value::Null) => Value::Null,
        (HiveType::String | HiveType::Varchar(_) | HiveType::Char(_), Value::String(_)) => value.clone(),
        (HiveType::String | HiveType::Varchar(_) | HiveType::Char(_), other) => Value::String(other.to_string()),
        (HiveType::Boolean, value) => boolean(value),
        (HiveType::TinyInt, value) => integer(value, i64::from(i8::MIN), i64::from(i8::MAX)),
        (HiveType::SmallInt, value) => integer(value, i64::from(i16::MIN), i64::from(i16::MAX)),
        (HiveType::Int, value) => integer(value, i64::from(i32::MIN), i64::from(i32::MAX)),
        (HiveType::BigInt, value) => integer(value, i64::MIN, i64::MAX),
        (HiveType::Float | HiveType::Double | HiveType::Decimal(..), value) => number(value),
        (HiveType::Date, Value::String(text)) => date(text),
        (HiveType::Timestamp, Value::String(text)) => timestamp(text),
        (HiveType::Array(item), Value::Array(items)) => items.iter().map(|value| shaped(value, item, keys)).collect(),
        (HiveType::Map(_, value_type), Value::Object(entries)) => {
            Value::Object(entries.iter().map(|(key, value)| (key.clone(), shaped(value, value_type, keys))).collect())
        }
        (HiveType::Struct(fields), Value::Object(object)) => {
            let field = |(name, field_type): &(String, HiveType)| {
                (name.clone(), get(object, name, keys).map_or(Value::Null, |value| shaped(value, field_type, keys)))
            };
            Value::Object(fields.iter().map(field).collect())
        }
        _ => Value::Null,
    }
}

fn boolean(value: &Value) -> Value {
    match value {
        Value::Bool(_) => value.clone(),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Value::Bool(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Value::Bool(false),
        _ => Value::Null,
    }
}

/// A whole number in a range; a number with a fraction loses it, as in Hive.
fn integer(value: &Value, least: i64, most: i64) -> Value {
    let number = match value {
        Value::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(whole)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.filter(|number| (least..=most).contains(number)).map_or(Value::Null, Value::from)
}

fn whole(number: f64) -> Option<i64> {
    let bounds = -9_007_199_254_740_992.0..=9_007_199_254_740_992.0;
    bounds.contains(&number).then_some(number as i64)
}

fn number(value: &Value) -> Value {
    match value {
        Value::Number(_) => value.clone(),
        Value::String(text) => text.trim().parse::<Number>().map_or(Value::Null, Value::Number),
        _ => Value::Null,
    }
}

fn date(text: &str) -> Value {
    let day = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    day.map_or(Value::Null, |day| Value::String(day.to_string()))
}

/// `2023-01-05 07:08:09.045`, with `T` or a space, with or without a fraction and a zone.
fn timestamp(text: &str) -> Value {
    let naive = ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f"];
    let naive = naive.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let time = naive.or_else(|| DateTime::parse_from_rfc3339(text).ok().map(|time| time.naive_utc()));
    time.map_or(Value::Null, |time| Value::String(time.format("%Y-%m-%dT%H:%M:%S%.3f").to_string()))
}
