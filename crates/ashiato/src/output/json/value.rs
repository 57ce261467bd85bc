//! One value as JSON.
//!
//! Rows and maps are objects, arrays are arrays, a JSON value is itself, timestamps are ISO 8601 in UTC, numbers of
//! any width are numbers. What JSON has no form for (NaN, addresses, bytes, intervals) is its text.

use crate::output::cell::CellText;
use arrow::array::{Array, ArrayRef, AsArray, downcast_integer_array};
use arrow::datatypes::{
    ArrowNativeType, DataType, Decimal128Type, Decimal256Type, Float16Type, Float32Type, Float64Type, Int8Type,
    Int16Type, Int32Type, Int64Type, TimeUnit, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::value::RawValue;
use std::io::Write;

/// Appends the value at `row`.
pub(crate) fn push(array: &dyn Array, row: usize, out: &mut Vec<u8>) -> anyhow::Result<()> {
    if array.is_null(row) {
        out.extend_from_slice(b"null");
        return Ok(());
    }
    match array.data_type() {
        DataType::Null => out.extend_from_slice(b"null"),
        DataType::Boolean => out.extend_from_slice(if array.as_boolean().value(row) { b"true" } else { b"false" }),
        DataType::Int8 => write!(out, "{}", array.as_primitive::<Int8Type>().value(row))?,
        DataType::Int16 => write!(out, "{}", array.as_primitive::<Int16Type>().value(row))?,
        DataType::Int32 => write!(out, "{}", array.as_primitive::<Int32Type>().value(row))?,
        DataType::Int64 => write!(out, "{}", array.as_primitive::<Int64Type>().value(row))?,
        DataType::UInt8 => write!(out, "{}", array.as_primitive::<UInt8Type>().value(row))?,
        DataType::UInt16 => write!(out, "{}", array.as_primitive::<UInt16Type>().value(row))?,
        DataType::UInt32 => write!(out, "{}", array.as_primitive::<UInt32Type>().value(row))?,
        DataType::UInt64 => write!(out, "{}", array.as_primitive::<UInt64Type>().value(row))?,
        DataType::Float16 => push_float(array.as_primitive::<Float16Type>().value(row).to_f64(), out),
        DataType::Float32 => push_float32(array.as_primitive::<Float32Type>().value(row), out),
        DataType::Float64 => push_float(array.as_primitive::<Float64Type>().value(row), out),
        DataType::Decimal128(..) => write!(out, "{}", array.as_primitive::<Decimal128Type>().value_as_string(row))?,
        DataType::Decimal256(..) => write!(out, "{}", array.as_primitive::<Decimal256Type>().value_as_string(row))?,
        DataType::Utf8 => push_text(array.as_string::<i32>().value(row), out),
        DataType::Utf8View => push_text(array.as_string_view().value(row), out),
        DataType::LargeUtf8 => push_json(array.as_string::<i64>().value(row), out),
        DataType::Timestamp(unit, _) => match instant(array, *unit, row) {
            Some(time) => push_text(&time.to_rfc3339_opts(digits(*unit), true), out),
            None => push_shown(array, row, out)?,
        },
        DataType::Struct(fields) => {
            let names = fields.iter().map(|field| field.name().as_str());
            push_object(names.zip(array.as_struct().columns()), row, out)?;
        }
        DataType::List(_) => push_array(&array.as_list::<i32>().value(row), out)?,
        DataType::LargeList(_) => push_array(&array.as_list::<i64>().value(row), out)?,
        DataType::FixedSizeList(..) => push_array(&array.as_fixed_size_list().value(row), out)?,
        DataType::Map(..) => push_map(&array.as_map().value(row), out)?,
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            push(dictionary.values(), key(dictionary.keys(), row), out)?;
        }
        _ => push_shown(array, row, out)?,
    }
    Ok(())
}

/// Appends text as a JSON string.
pub(crate) fn push_text(text: &str, out: &mut Vec<u8>) {
    serde_json::to_writer(out, text).expect("text into memory always serialises");
}

fn push_float(value: f64, out: &mut Vec<u8>) {
    match value.is_finite() {
        true => serde_json::to_writer(out, &value).expect("a finite number into memory always serialises"),
        false => push_text(&non_finite(value), out),
    }
}

/// Apart from [`push_float`], because 0.1 as a REAL must not print as 0.10000000149011612.
fn push_float32(value: f32, out: &mut Vec<u8>) {
    match value.is_finite() {
        true => serde_json::to_writer(out, &value).expect("a finite number into memory always serialises"),
        false => push_text(&non_finite(f64::from(value)), out),
    }
}

fn non_finite(value: f64) -> String {
    match value {
        v if v.is_nan() => "NaN".to_string(),
        v if v > 0.0 => "Infinity".to_string(),
        _ => "-Infinity".to_string(),
    }
}

/// A JSON value as it stands, on one line. Text that claims to be JSON and is not goes out as a string, so that
/// the document around it stays whole.
fn push_json(text: &str, out: &mut Vec<u8>) {
    let is_one_line = !text.bytes().any(|byte| byte == b'\n' || byte == b'\r');
    if is_one_line && serde_json::from_str::<&RawValue>(text).is_ok() {
        out.extend_from_slice(text.trim().as_bytes());
        return;
    }
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(value) => serde_json::to_writer(out, &value).expect("a JSON value into memory always serialises"),
        Err(_) => push_text(text, out),
    }
}

fn push_object<'a>(
    members: impl Iterator<Item = (&'a str, &'a ArrayRef)>,
    row: usize,
    out: &mut Vec<u8>,
) -> anyhow::Result<()> {
    out.push(b'{');
    for (position, (name, array)) in members.enumerate() {
        if position > 0 {
            out.push(b',');
        }
        push_text(name, out);
        out.push(b':');
        push(array, row, out)?;
    }
    out.push(b'}');
    Ok(())
}

fn push_array(elements: &ArrayRef, out: &mut Vec<u8>) -> anyhow::Result<()> {
    out.push(b'[');
    for element in 0..elements.len() {
        if element > 0 {
            out.push(b',');
        }
        push(elements, element, out)?;
    }
    out.push(b']');
    Ok(())
}

/// A map is an object: its keys are their text, since JSON has only text keys.
fn push_map(entries: &arrow::array::StructArray, out: &mut Vec<u8>) -> anyhow::Result<()> {
    let keys = CellText::try_new(entries.column(0))?;
    let mut key = String::new();
    out.push(b'{');
    for entry in 0..entries.len() {
        if entry > 0 {
            out.push(b',');
        }
        keys.read(entry, &mut key);
        push_text(&key, out);
        out.push(b':');
        push(entries.column(1), entry, out)?;
    }
    out.push(b'}');
    Ok(())
}

fn push_shown(array: &dyn Array, row: usize, out: &mut Vec<u8>) -> anyhow::Result<()> {
    let mut text = String::new();
    CellText::try_new(&arrow::array::make_array(array.to_data()))?.read(row, &mut text);
    push_text(&text, out);
    Ok(())
}

/// Where a dictionary's values hold that of `row`.
fn key(keys: &dyn Array, row: usize) -> usize {
    downcast_integer_array!(
        keys => keys.value(row).as_usize(),
        _ => unreachable!("Arrow's dictionary keys are integers"),
    )
}

fn instant(array: &dyn Array, unit: TimeUnit, row: usize) -> Option<DateTime<Utc>> {
    match unit {
        TimeUnit::Second => DateTime::from_timestamp(array.as_primitive::<TimestampSecondType>().value(row), 0),
        TimeUnit::Millisecond => {
            DateTime::from_timestamp_millis(array.as_primitive::<TimestampMillisecondType>().value(row))
        }
        TimeUnit::Microsecond => {
            DateTime::from_timestamp_micros(array.as_primitive::<TimestampMicrosecondType>().value(row))
        }
        TimeUnit::Nanosecond => {
            Some(DateTime::from_timestamp_nanos(array.as_primitive::<TimestampNanosecondType>().value(row)))
        }
    }
}

fn digits(unit: TimeUnit) -> SecondsFormat {
    match unit {
        TimeUnit::Second => SecondsFormat::Secs,
        TimeUnit::Millisecond => SecondsFormat::Millis,
        TimeUnit::Microsecond => SecondsFormat::Micros,
        TimeUnit::Nanosecond => SecondsFormat::Nanos,
    }
}
