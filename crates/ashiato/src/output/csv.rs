//! CSV as Athena writes it.

use super::{AnswerWriter, Column, Sink};
use arrow::array::RecordBatch;
use ashiato_sql::display::csv;

pub(crate) struct CsvWriter<'a> {
    sink: Sink<'a>,
}

impl<'a> CsvWriter<'a> {
    pub(crate) fn begin(columns: &[Column], sink: Sink<'a>) -> anyhow::Result<Self> {
        let header = csv::header(columns.iter().map(|column| column.name.as_str()));
        sink.write_all(header.as_bytes())?;
        Ok(CsvWriter { sink })
    }
}

impl AnswerWriter for CsvWriter<'_> {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        self.sink.write_all(csv::lines(batch)?.as_bytes())?;
        Ok(())
    }

    fn end(self: Box<Self>) -> anyhow::Result<()> {
        Ok(())
    }
}
