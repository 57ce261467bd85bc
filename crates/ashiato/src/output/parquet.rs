//! A Parquet file, compressed with zstd.
//!
//! Parquet has no interval that holds what SQL's do, in milliseconds and with a sign: an interval is written as text,
//! as Athena prints it.

use super::cell::CellText;
use super::{AnswerWriter, Column, Sink, schema_of, under_schema};
use anyhow::Context;
use arrow::array::{ArrayRef, RecordBatch, StringBuilder};
use arrow::datatypes::{DataType, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::sync::Arc;

/// A row group is held in memory, compressed, until it is whole.
const ROW_GROUP_BYTES: usize = 16 << 20;

pub(crate) struct ParquetWriter<'a> {
    schema: SchemaRef,
    writer: ArrowWriter<Sink<'a>>,
}

impl<'a> ParquetWriter<'a> {
    pub(crate) fn begin(columns: &[Column], sink: Sink<'a>) -> anyhow::Result<Self> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_bytes(Some(ROW_GROUP_BYTES))
            .build();
        let columns: Vec<Column> = columns.iter().map(storable).collect();
        let schema = schema_of(&columns);
        let writer = ArrowWriter::try_new(sink, Arc::clone(&schema), Some(properties))
            .context("begin a Parquet file with the answer's columns")?;
        Ok(ParquetWriter { schema, writer })
    }
}

impl AnswerWriter for ParquetWriter<'_> {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        let batch = under_schema(&with_texts(batch)?, &self.schema)?;
        self.writer.write(&batch).context("write rows as Parquet")
    }

    fn end(self: Box<Self>) -> anyhow::Result<()> {
        self.writer.close().context("finish the Parquet file")?;
        Ok(())
    }
}

fn is_interval(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Interval(_) | DataType::Duration(_))
}

/// The column as a file can hold it.
fn storable(column: &Column) -> Column {
    let data_type = if is_interval(&column.data_type) { DataType::Utf8 } else { column.data_type.clone() };
    Column { name: column.name.clone(), data_type }
}

/// The batch with its intervals as texts.
fn with_texts(batch: &RecordBatch) -> anyhow::Result<RecordBatch> {
    if !batch.columns().iter().any(|array| is_interval(array.data_type())) {
        return Ok(batch.clone());
    }
    let arrays = batch.columns().iter().map(|array| match is_interval(array.data_type()) {
        true => texts_of(array),
        false => Ok(Arc::clone(array)),
    });
    let arrays: Vec<ArrayRef> = arrays.collect::<anyhow::Result<_>>()?;
    let names = (0..arrays.len()).map(|position| position.to_string());
    RecordBatch::try_from_iter_with_nullable(names.zip(arrays).map(|(name, array)| (name, array, true)))
        .context("put the answer's columns together")
}

fn texts_of(array: &ArrayRef) -> anyhow::Result<ArrayRef> {
    let cells = CellText::try_new(array)?;
    let mut texts = StringBuilder::new();
    let mut text = String::new();
    for row in 0..array.len() {
        texts.append_option(cells.read(row, &mut text).then_some(text.as_str()));
    }
    Ok(Arc::new(texts.finish()))
}
