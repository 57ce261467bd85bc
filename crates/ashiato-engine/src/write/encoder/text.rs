//! Delimited text, as `LazySimpleSerDe` reads it: no quotes, and no escapes unless the table names one; a value that
//! holds the delimiter or a line's end would be read as two.

use crate::write::encoding::Encoding;
use arrow::array::{Array, ArrayRef, AsArray};
use arrow::datatypes::DataType;
use arrow::error::ArrowError;
use arrow::record_batch::RecordBatch;
use ashiato_sql::display::Formatter;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Writes a line for each row.
pub(super) fn write(encoding: &Encoding, rows: &RecordBatch, out: &mut Vec<u8>) -> Result<(), ArrowError> {
    let columns = rows.columns().iter().map(texts).collect::<Result<Vec<_>, _>>()?;
    let mut delimiter = [0_u8; 4];
    let delimiter = encoding.delimiter.encode_utf8(&mut delimiter).as_bytes().to_vec();
    for row in 0..rows.num_rows() {
        for (position, column) in columns.iter().enumerate() {
            if position > 0 {
                out.extend_from_slice(&delimiter);
            }
            out.extend_from_slice(column(row).as_deref().unwrap_or(&encoding.null).as_bytes());
        }
        out.push(b'\n');
    }
    Ok(())
}

type Texts = Box<dyn Fn(usize) -> Option<String>>;

/// The text of each value of a column; bytes are base64, as Hive writes them.
fn texts(array: &ArrayRef) -> Result<Texts, ArrowError> {
    if *array.data_type() == DataType::Binary {
        let array = ArrayRef::clone(array);
        let text = move |row| (!array.is_null(row)).then(|| STANDARD.encode(array.as_binary::<i32>().value(row)));
        return Ok(Box::new(text));
    }
    let formatter = Formatter::try_new(array)?;
    Ok(Box::new(move |row| formatter.text(row)))
}
