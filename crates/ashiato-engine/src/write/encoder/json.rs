//! An object on each line, as `org.apache.hive.hcatalog.data.JsonSerDe` reads and writes it.

use crate::write::encoding::Encoding;
use arrow::array::{Array, ArrayRef, AsArray};
use arrow::datatypes::{DataType, Float32Type, Float64Type};
use arrow::error::ArrowError;
use arrow::record_batch::RecordBatch;
use ashiato_sql::display::Formatter;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

type WriteValue = Box<dyn Fn(usize, &mut Vec<u8>)>;

/// Writes a line for each row.
pub(super) fn write(_: &Encoding, rows: &RecordBatch, out: &mut Vec<u8>) -> Result<(), ArrowError> {
    let schema = rows.schema();
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    let values = rows.columns().iter().map(value).collect::<Result<Vec<_>, _>>()?;
    for row in 0..rows.num_rows() {
        object(&names, &values, row, out);
        out.push(b'\n');
    }
    Ok(())
}

fn object(names: &[&str], values: &[WriteValue], row: usize, out: &mut Vec<u8>) {
    out.push(b'{');
    for (position, (name, value)) in names.iter().zip(values).enumerate() {
        if position > 0 {
            out.push(b',');
        }
        text(name, out);
        out.push(b':');
        value(row, out);
    }
    out.push(b'}');
}

/// What writes the values of a column: NULL is `null`.
fn value(array: &ArrayRef) -> Result<WriteValue, ArrowError> {
    let write = present(array)?;
    let nulls = array.logical_nulls();
    Ok(Box::new(move |row, out| match &nulls {
        Some(nulls) if nulls.is_null(row) => out.extend_from_slice(b"null"),
        _ => write(row, out),
    }))
}

fn present(array: &ArrayRef) -> Result<WriteValue, ArrowError> {
    let owned = ArrayRef::clone(array);
    Ok(match array.data_type() {
        DataType::Boolean | DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::Int64 => bare(array)?,
        DataType::Decimal128(..) => bare(array)?,
        // JSON has no word for what is no number.
        DataType::Float32 => {
            let text = Formatter::try_new(array)?;
            Box::new(move |row, out| {
                number(owned.as_primitive::<Float32Type>().value(row).is_finite(), &text, row, out)
            })
        }
        DataType::Float64 => {
            let text = Formatter::try_new(array)?;
            Box::new(move |row, out| {
                number(owned.as_primitive::<Float64Type>().value(row).is_finite(), &text, row, out)
            })
        }
        DataType::Binary => Box::new(move |row, out| text(&STANDARD.encode(owned.as_binary::<i32>().value(row)), out)),
        DataType::List(_) => {
            let items = value(array.as_list::<i32>().values())?;
            Box::new(move |row, out| {
                let offsets = owned.as_list::<i32>().value_offsets();
                out.push(b'[');
                for item in offsets[row]..offsets[row + 1] {
                    if item > offsets[row] {
                        out.push(b',');
                    }
                    items(item as usize, out);
                }
                out.push(b']');
            })
        }
        DataType::Map(..) => {
            let map = array.as_map();
            let (keys, values) = (Formatter::try_new(map.keys())?, value(map.values())?);
            Box::new(move |row, out| {
                let offsets = owned.as_map().value_offsets();
                out.push(b'{');
                for entry in offsets[row]..offsets[row + 1] {
                    if entry > offsets[row] {
                        out.push(b',');
                    }
                    text(&keys.text(entry as usize).unwrap_or_default(), out);
                    out.push(b':');
                    values(entry as usize, out);
                }
                out.push(b'}');
            })
        }
        DataType::Struct(fields) => {
            let names: Vec<String> = fields.iter().map(|field| field.name().clone()).collect();
            let values = array.as_struct().columns().iter().map(value).collect::<Result<Vec<_>, _>>()?;
            Box::new(move |row, out| {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                object(&names, &values, row, out);
            })
        }
        _ => {
            let formatter = Formatter::try_new(array)?;
            Box::new(move |row, out| text(&formatter.text(row).unwrap_or_default(), out))
        }
    })
}

/// A value whose text is JSON as it stands.
fn bare(array: &ArrayRef) -> Result<WriteValue, ArrowError> {
    let formatter = Formatter::try_new(array)?;
    Ok(Box::new(move |row, out| out.extend_from_slice(formatter.text(row).unwrap_or_default().as_bytes())))
}

fn number(is_finite: bool, formatter: &Formatter, row: usize, out: &mut Vec<u8>) {
    let written = formatter.text(row).unwrap_or_default();
    if is_finite { out.extend_from_slice(written.as_bytes()) } else { text(&written, out) }
}

fn text(value: &str, out: &mut Vec<u8>) {
    // Writing to memory cannot fail, nor can a text.
    let _ = serde_json::to_writer(out, value);
}
