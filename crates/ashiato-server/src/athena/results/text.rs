//! Text as Athena writes it for DDL and UTILITY statements: no header, tabs between values, LF at a line's end.

use arrow::array::RecordBatch;
use arrow::error::ArrowError;
use ashiato_sql::display::Formatter;

/// The lines of a batch.
///
/// # Errors
/// For a type that has no text.
pub(super) fn lines(batch: &RecordBatch) -> Result<String, ArrowError> {
    let formatters: Vec<Formatter> = batch.columns().iter().map(Formatter::try_new).collect::<Result<_, _>>()?;
    let mut lines = String::new();
    for row in 0..batch.num_rows() {
        for (position, formatter) in formatters.iter().enumerate() {
            if position > 0 {
                lines.push('\t');
            }
            lines.push_str(&formatter.text(row).unwrap_or_default());
        }
        lines.push('\n');
    }
    Ok(lines)
}

/// Where the first line of `bytes` ends, its LF included.
pub(super) fn end_of_line(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| *byte == b'\n').map(|at| at + 1)
}
