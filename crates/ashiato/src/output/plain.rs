//! Lines of text, tabs between values, no header: how Athena gives the answers of SHOW and DESCRIBE.

use super::cell::CellText;
use super::{AnswerWriter, Sink};
use arrow::array::RecordBatch;

pub(crate) struct PlainWriter<'a> {
    sink: Sink<'a>,
}

impl<'a> PlainWriter<'a> {
    pub(crate) fn begin(sink: Sink<'a>) -> Self {
        PlainWriter { sink }
    }
}

impl AnswerWriter for PlainWriter<'_> {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        let cells = CellText::of_columns(batch)?;
        let mut text = String::new();
        for row in 0..batch.num_rows() {
            for (position, cell) in cells.iter().enumerate() {
                if position > 0 {
                    self.sink.write_all(b"\t")?;
                }
                cell.read(row, &mut text);
                self.sink.write_all(text.as_bytes())?;
            }
            self.sink.write_all(b"\n")?;
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> anyhow::Result<()> {
        Ok(())
    }
}
