//! Quoted values, as `OpenCSVSerde` reads and writes them: every value in quotes, NULL as the empty text.

use crate::write::encoding::Encoding;
use arrow::error::ArrowError;
use arrow::record_batch::RecordBatch;
use ashiato_sql::display::Formatter;

/// Writes a line for each row.
pub(super) fn write(encoding: &Encoding, rows: &RecordBatch, out: &mut Vec<u8>) -> Result<(), ArrowError> {
    let columns = rows.columns().iter().map(Formatter::try_new).collect::<Result<Vec<_>, _>>()?;
    let mut line = String::new();
    for row in 0..rows.num_rows() {
        line.clear();
        for (position, column) in columns.iter().enumerate() {
            if position > 0 {
                line.push(encoding.delimiter);
            }
            line.push('"');
            for char in column.text(row).unwrap_or_default().chars() {
                match char {
                    '"' => line.push_str("\"\""),
                    '\\' => line.push_str("\\\\"),
                    other => line.push(other),
                }
            }
            line.push('"');
        }
        line.push('\n');
        out.extend_from_slice(line.as_bytes());
    }
    Ok(())
}
