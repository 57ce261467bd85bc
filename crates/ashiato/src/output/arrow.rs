//! Arrow IPC: the file format where the output is a file, the stream format where it is a pipe.

use super::{AnswerWriter, Column, Sink, schema_of, under_schema};
use anyhow::Context;
use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use arrow::ipc::writer;

pub(crate) struct FileWriter<'a> {
    schema: SchemaRef,
    writer: writer::FileWriter<Sink<'a>>,
}

impl<'a> FileWriter<'a> {
    pub(crate) fn begin(columns: &[Column], sink: Sink<'a>) -> anyhow::Result<Self> {
        let schema = schema_of(columns);
        let writer = writer::FileWriter::try_new(sink, &schema).context("begin an Arrow file")?;
        Ok(FileWriter { schema, writer })
    }
}

impl AnswerWriter for FileWriter<'_> {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        self.writer.write(&under_schema(batch, &self.schema)?).context("write rows as Arrow")
    }

    fn end(mut self: Box<Self>) -> anyhow::Result<()> {
        self.writer.finish().context("finish the Arrow file")
    }
}

pub(crate) struct StreamWriter<'a> {
    schema: SchemaRef,
    writer: writer::StreamWriter<Sink<'a>>,
}

impl<'a> StreamWriter<'a> {
    pub(crate) fn begin(columns: &[Column], sink: Sink<'a>) -> anyhow::Result<Self> {
        let schema = schema_of(columns);
        let writer = writer::StreamWriter::try_new(sink, &schema).context("begin an Arrow stream")?;
        Ok(StreamWriter { schema, writer })
    }
}

impl AnswerWriter for StreamWriter<'_> {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        self.writer.write(&under_schema(batch, &self.schema)?).context("write rows as Arrow")
    }

    fn end(mut self: Box<Self>) -> anyhow::Result<()> {
        self.writer.finish().context("finish the Arrow stream")
    }
}
