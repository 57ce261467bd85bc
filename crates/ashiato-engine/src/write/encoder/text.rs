//! Delimited text, as `LazySimpleSerDe` reads it: no quotes and no escapes; a value that holds a delimiter or a line's end
//! would be read as two, as in Hive. Each level of nesting has a delimiter of its own.

use crate::write::encoding::Encoding;
use arrow::array::{Array, ArrayRef, AsArray};
use arrow::datatypes::DataType;
use arrow::error::ArrowError;
use arrow::record_batch::RecordBatch;
use ashiato_sql::display::Formatter;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

type WriteValue = Box<dyn Fn(usize, &mut String)>;

/// Writes a line for each row.
pub(super) fn write(encoding: &Encoding, rows: &RecordBatch, out: &mut Vec<u8>) -> Result<(), ArrowError> {
    let columns = rows.columns().iter().map(|array| value(array, encoding, 1)).collect::<Result<Vec<_>, _>>()?;
    let mut line = String::new();
    for row in 0..rows.num_rows() {
        line.clear();
        for (position, column) in columns.iter().enumerate() {
            if position > 0 {
                line.push(encoding.delimiter);
            }
            column(row, &mut line);
        }
        line.push('\n');
        out.extend_from_slice(line.as_bytes());
    }
    Ok(())
}

/// What writes the values of a column whose parts are set apart by the delimiter of a level.
fn value(array: &ArrayRef, encoding: &Encoding, level: usize) -> Result<WriteValue, ArrowError> {
    let write = present(array, encoding, level)?;
    let (nulls, null) = (array.logical_nulls(), encoding.null.clone());
    Ok(Box::new(move |row, out| match &nulls {
        Some(nulls) if nulls.is_null(row) => out.push_str(&null),
        _ => write(row, out),
    }))
}

fn present(array: &ArrayRef, encoding: &Encoding, level: usize) -> Result<WriteValue, ArrowError> {
    let owned = ArrayRef::clone(array);
    let between = delimiter(encoding, level);
    Ok(match array.data_type() {
        // Bytes are base64, as Hive writes them.
        DataType::Binary => {
            Box::new(move |row, out| out.push_str(&STANDARD.encode(owned.as_binary::<i32>().value(row))))
        }
        DataType::List(_) => {
            let items = value(array.as_list::<i32>().values(), encoding, level + 1)?;
            Box::new(move |row, out| {
                let offsets = owned.as_list::<i32>().value_offsets();
                for item in offsets[row]..offsets[row + 1] {
                    if item > offsets[row] {
                        out.push(between);
                    }
                    items(item as usize, out);
                }
            })
        }
        DataType::Map(..) => {
            let keys = value(array.as_map().keys(), encoding, level + 2)?;
            let values = value(array.as_map().values(), encoding, level + 2)?;
            let within = delimiter(encoding, level + 1);
            Box::new(move |row, out| {
                let offsets = owned.as_map().value_offsets();
                for entry in offsets[row]..offsets[row + 1] {
                    if entry > offsets[row] {
                        out.push(between);
                    }
                    keys(entry as usize, out);
                    out.push(within);
                    values(entry as usize, out);
                }
            })
        }
        DataType::Struct(_) => {
            let fields = array.as_struct().columns().iter().map(|field| value(field, encoding, level + 1));
            let fields = fields.collect::<Result<Vec<_>, _>>()?;
            Box::new(move |row, out| {
                for (position, field) in fields.iter().enumerate() {
                    if position > 0 {
                        out.push(between);
                    }
                    field(row, out);
                }
            })
        }
        _ => {
            let formatter = Formatter::try_new(array)?;
            Box::new(move |row, out| formatter.write(row, out))
        }
    })
}

/// The table's delimiters, and behind them Hive's: the character whose number is the level's.
fn delimiter(encoding: &Encoding, level: usize) -> char {
    match level {
        1 => encoding.items,
        2 => encoding.keys,
        deeper => u8::try_from(deeper + 1).map_or('\u{8}', char::from),
    }
}
