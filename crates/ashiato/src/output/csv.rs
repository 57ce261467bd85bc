//! CSV as Athena writes it: a header, every value quoted, a quote doubled, NULL empty and unquoted (an empty string
//! is `""`), LF at the end of a line.

use super::cell::CellText;
use super::{AnswerWriter, Column, Sink};
use arrow::array::RecordBatch;

pub(crate) struct CsvWriter<'a> {
    sink: Sink<'a>,
}

impl<'a> CsvWriter<'a> {
    pub(crate) fn begin(columns: &[Column], sink: Sink<'a>) -> anyhow::Result<Self> {
        let mut header = String::new();
        for (position, column) in columns.iter().enumerate() {
            separate(position, &mut header);
            push_quoted(&column.name, &mut header);
        }
        header.push('\n');
        sink.write_all(header.as_bytes())?;
        Ok(CsvWriter { sink })
    }
}

impl AnswerWriter for CsvWriter<'_> {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        let cells = CellText::of_columns(batch)?;
        let mut text = String::new();
        let mut line = String::new();
        for row in 0..batch.num_rows() {
            line.clear();
            for (position, cell) in cells.iter().enumerate() {
                separate(position, &mut line);
                if cell.read(row, &mut text) {
                    push_quoted(&text, &mut line);
                }
            }
            line.push('\n');
            self.sink.write_all(line.as_bytes())?;
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> anyhow::Result<()> {
        Ok(())
    }
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
