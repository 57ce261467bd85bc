//! A Parquet file, compressed with zstd.

use super::{AnswerWriter, Column, Sink, schema_of, under_schema};
use anyhow::Context;
use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::sync::Arc;

pub(crate) struct ParquetWriter<'a> {
    schema: SchemaRef,
    writer: ArrowWriter<Sink<'a>>,
}

impl<'a> ParquetWriter<'a> {
    pub(crate) fn begin(columns: &[Column], sink: Sink<'a>) -> anyhow::Result<Self> {
        let properties = WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default())).build();
        let schema = schema_of(columns);
        let writer = ArrowWriter::try_new(sink, Arc::clone(&schema), Some(properties))
            .context("begin a Parquet file with the answer's columns")?;
        Ok(ParquetWriter { schema, writer })
    }
}

impl AnswerWriter for ParquetWriter<'_> {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        let batch = under_schema(batch, &self.schema)?;
        self.writer.write(&batch).context("write rows as Parquet")
    }

    fn end(self: Box<Self>) -> anyhow::Result<()> {
        self.writer.close().context("finish the Parquet file")?;
        Ok(())
    }
}
