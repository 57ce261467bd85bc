//! CSV as Athena writes it: a header, every value quoted, a quote doubled, NULL empty and unquoted (an empty string
//! is `""`), LF at the end of a line.

use super::Formatter;
use arrow::array::RecordBatch;
use arrow::error::ArrowError;

/// The header line of columns of these names.
pub fn header<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for (position, name) in names.into_iter().enumerate() {
        separate(position, &mut line);
        push_quoted(name, &mut line);
    }
    line.push('\n');
    line
}

/// The lines of a batch.
///
/// # Errors
/// For a type that no Trino type is carried by.
pub fn lines(batch: &RecordBatch) -> Result<String, ArrowError> {
    let columns: Vec<Formatter> = batch.columns().iter().map(Formatter::try_new).collect::<Result<_, _>>()?;
    let (mut lines, mut text) = (String::new(), String::new());
    for row in 0..batch.num_rows() {
        for (position, column) in columns.iter().enumerate() {
            separate(position, &mut lines);
            if !column.is_null(row) {
                text.clear();
                column.write(row, &mut text);
                push_quoted(&text, &mut lines);
            }
        }
        lines.push('\n');
    }
    Ok(lines)
}

fn separate(position: usize, line: &mut String) {
    if position > 0 {
        line.push(',');
    }
}

fn push_quoted(text: &str, line: &mut String) {
    line.push('"');
    for (number, part) in text.split('"').enumerate() {
        if number > 0 {
            line.push_str("\"\"");
        }
        line.push_str(part);
    }
    line.push('"');
}
