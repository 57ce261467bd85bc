//! Anything to JSON text. Maps are written with their keys in order, so that equal maps give equal text.

use crate::display::{Formatter, java_double, java_float};
use crate::failure::failure;
use crate::types::trino_name;
use arrow::array::{Array, ArrayRef, AsArray, LargeStringBuilder};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Float32Type, Float64Type};
use datafusion::common::Result;
use std::fmt::Write;
use std::sync::Arc;

type Writer = Box<dyn Fn(usize, &mut String)>;

pub(super) fn convert(array: &ArrayRef) -> Result<ArrayRef> {
    let write = writer(array)?;
    let mut builder = LargeStringBuilder::with_capacity(array.len(), array.len() * 16);
    let mut text = String::new();
    for row in 0..array.len() {
        if array.is_null(row) {
            builder.append_null();
            continue;
        }
        text.clear();
        write(row, &mut text);
        builder.append_value(&text);
    }
    Ok(Arc::new(builder.finish()))
}

/// Writes the value of a row, `null` for NULL.
fn writer(array: &ArrayRef) -> Result<Writer> {
    let write = value_writer(array)?;
    let array = array.clone();
    Ok(Box::new(move |row, out| match array.is_null(row) {
        true => out.push_str("null"),
        false => write(row, out),
    }))
}

fn value_writer(array: &ArrayRef) -> Result<Writer> {
    let owned = array.clone();
    Ok(match array.data_type() {
        DataType::Null => Box::new(|_, out| out.push_str("null")),
        DataType::Float64 => Box::new(move |row, out| {
            let value = owned.as_primitive::<Float64Type>().value(row);
            number(value.is_finite(), out, |out| java_double(value, out));
        }),
        DataType::Float32 => Box::new(move |row, out| {
            let value = owned.as_primitive::<Float32Type>().value(row);
            number(value.is_finite(), out, |out| java_float(value, out));
        }),
        DataType::Boolean | DataType::Decimal128(..) | DataType::LargeUtf8 => plain(array)?,
        of if of.is_integer() => plain(array)?,
        DataType::Utf8 | DataType::Utf8View => {
            let texts = cast(array, &DataType::Utf8View)?;
            Box::new(move |row, out| quote(texts.as_string_view().value(row), out))
        }
        DataType::Dictionary(_, values) => value_writer(&cast(array, values)?)?,
        DataType::Date32 | DataType::Timestamp(..) | DataType::Time64(_) | DataType::FixedSizeBinary(16) => {
            let formatter = Formatter::try_new(array)?;
            Box::new(move |row, out| quote(&formatter.text(row).unwrap_or_default(), out))
        }
        DataType::LargeBinary => {
            let formatter = Formatter::try_new(array)?;
            Box::new(move |row, out| quote(&formatter.text(row).unwrap_or_default(), out))
        }
        DataType::List(_) => list(array)?,
        DataType::Map(..) => map(array)?,
        DataType::Struct(_) => row(array)?,
        other => return Err(failure("TYPE_MISMATCH", format!("Cannot cast {} to json", trino_name(other)))),
    })
}

fn plain(array: &ArrayRef) -> Result<Writer> {
    let formatter = Formatter::try_new(array)?;
    Ok(Box::new(move |row, out| formatter.write(row, out)))
}

/// JSON has no NaN and no Infinity: they go as text.
fn number(is_finite: bool, out: &mut String, write: impl FnOnce(&mut String)) {
    let quote = if is_finite { "" } else { "\"" };
    out.push_str(quote);
    write(out);
    out.push_str(quote);
}

/// A JSON string.
pub(crate) fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

fn list(array: &ArrayRef) -> Result<Writer> {
    let write = writer(array.as_list::<i32>().values())?;
    let array = array.clone();
    Ok(Box::new(move |row, out| {
        let offsets = array.as_list::<i32>().value_offsets();
        out.push('[');
        for item in offsets[row] as usize..offsets[row + 1] as usize {
            if item > offsets[row] as usize {
                out.push(',');
            }
            write(item, out);
        }
        out.push(']');
    }))
}

fn map(array: &ArrayRef) -> Result<Writer> {
    let keys = Formatter::try_new(array.as_map().keys())?;
    let write = writer(array.as_map().values())?;
    let array = array.clone();
    Ok(Box::new(move |row, out| {
        let offsets = array.as_map().value_offsets();
        let entries = offsets[row] as usize..offsets[row + 1] as usize;
        let mut entries: Vec<_> = entries.map(|entry| (keys.text(entry).unwrap_or_default(), entry)).collect();
        entries.sort();
        out.push('{');
        for (index, (key, entry)) in entries.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            quote(key, out);
            out.push(':');
            write(*entry, out);
        }
        out.push('}');
    }))
}

fn row(array: &ArrayRef) -> Result<Writer> {
    let array = array.as_struct();
    let mut fields = Vec::new();
    for (field, column) in array.fields().iter().zip(array.columns()) {
        let mut name = String::new();
        quote(field.name(), &mut name);
        fields.push((name, writer(column)?));
    }
    Ok(Box::new(move |row, out| {
        out.push('{');
        for (index, (name, write)) in fields.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let _ = write!(out, "{comma}{name}:");
            write(row, out);
        }
        out.push('}');
    }))
}
