//! Answers as text or files: one writer a format. Columns first, then batches of rows, then the end.

mod arrow;
mod cell;
mod csv;
mod destination;
mod json;
mod names;
mod parquet;
mod plain;
mod table;

pub(crate) use destination::Destination;

use ::arrow::array::{ArrayRef, RecordBatch};
use ::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use anyhow::Context;
use clap::ValueEnum;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// What `--output` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Aligned columns for a terminal
    Table,
    /// As Athena writes it: header, every value quoted, NULL empty
    Csv,
    /// One array of objects, nested values as they are
    Json,
    /// One object a line
    Ndjson,
    /// Parquet, compressed with zstd
    Parquet,
    /// Arrow IPC: a stream on stdout, a file with --out
    Arrow,
}

impl Format {
    /// The format that a file's name asks for.
    pub(crate) fn of_file(path: &Path) -> Option<Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" => Some(Format::Table),
            "csv" => Some(Format::Csv),
            "json" => Some(Format::Json),
            "ndjson" | "jsonl" => Some(Format::Ndjson),
            "parquet" => Some(Format::Parquet),
            "arrow" | "arrows" | "feather" => Some(Format::Arrow),
            _ => None,
        }
    }

    /// Whether one destination can hold only one answer, as bytes that no terminal should be sent.
    pub(crate) fn is_binary(self) -> bool {
        matches!(self, Format::Parquet | Format::Arrow)
    }
}

/// A column of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) data_type: DataType,
}

/// Where an answer goes, as far as a writer must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Medium {
    /// A terminal so many columns wide.
    Screen(usize),
    /// A pipe, which cannot be sought in.
    Pipe,
    /// A file.
    File,
}

/// Writes the rows of one answer. Dropped without [`AnswerWriter::end`], the output is incomplete.
pub(crate) trait AnswerWriter {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()>;
    fn end(self: Box<Self>) -> anyhow::Result<()>;
}

/// A sink that the Parquet writer accepts too, which wants to be moved between threads.
pub(crate) type Sink<'a> = &'a mut (dyn Write + Send);

/// Starts an answer of rows.
pub(crate) fn begin<'a>(
    format: Format,
    medium: Medium,
    columns: &[Column],
    sink: Sink<'a>,
) -> anyhow::Result<Box<dyn AnswerWriter + 'a>> {
    Ok(match format {
        Format::Table => Box::new(table::TableWriter::begin(columns, medium, sink)),
        Format::Csv => Box::new(csv::CsvWriter::begin(columns, sink)?),
        Format::Json => Box::new(json::JsonWriter::begin(columns, json::Shape::Array, sink)?),
        Format::Ndjson => Box::new(json::JsonWriter::begin(columns, json::Shape::Lines, sink)?),
        Format::Parquet => Box::new(parquet::ParquetWriter::begin(columns, sink)?),
        Format::Arrow if medium == Medium::File => Box::new(arrow::FileWriter::begin(columns, sink)?),
        Format::Arrow => Box::new(arrow::StreamWriter::begin(columns, sink)?),
    })
}

/// Starts the answer of a statement that is not a query (`SHOW TABLES`, `DESCRIBE`): lines of text as Athena gives
/// them, unless the format is for programs.
pub(crate) fn begin_text<'a>(
    format: Format,
    medium: Medium,
    columns: &[Column],
    sink: Sink<'a>,
) -> anyhow::Result<Box<dyn AnswerWriter + 'a>> {
    match format {
        Format::Table | Format::Csv => Ok(Box::new(plain::PlainWriter::begin(sink))),
        _ => begin(format, medium, columns, sink),
    }
}

/// The Arrow schema of an answer in a file: every column may be NULL, and no two share a name.
fn schema_of(columns: &[Column]) -> SchemaRef {
    let names = names::distinct(columns);
    let fields = columns.iter().zip(names).map(|(column, name)| Field::new(name, column.data_type.clone(), true));
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// The batch under the answer's own schema. The engine may encode a column otherwise (as a dictionary, say) than
/// the answer declares it; files hold what is declared.
fn under_schema(batch: &RecordBatch, schema: &SchemaRef) -> anyhow::Result<RecordBatch> {
    let arrays: Vec<ArrayRef> = batch
        .columns()
        .iter()
        .zip(schema.fields())
        .map(|(array, field)| match array.data_type() == field.data_type() {
            true => Ok(Arc::clone(array)),
            false => ::arrow::compute::cast(array, field.data_type())
                .with_context(|| format!("write column {} as {}", field.name(), field.data_type())),
        })
        .collect::<anyhow::Result<_>>()?;
    RecordBatch::try_new(Arc::clone(schema), arrays).context("put the answer's columns together")
}

#[cfg(test)]
mod tests;
