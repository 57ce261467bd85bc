//! Files of lines: JSON, quoted values, delimited values, lines matched by an expression; and files of columns, ORC and
//! Avro.
//!
//! A file is read whole. One of lines is decompressed as its first bytes say, and cut into lines; each format turns a
//! line into one row.

mod blocks;
mod json_row;
mod json_value;
mod lines;
mod nested_text;
mod shape;
mod source;
mod split;
mod text_row;

#[cfg(feature = "orc-avro")]
pub(crate) use shape::shaped;
pub(crate) use source::RowSource;

use super::format::TableFormat;
use super::refusal::unsupported;
use arrow::record_batch::RecordBatch;
use ashiato_sql::Error;
use ashiato_sql::statement::{HiveType, TableDefinition};

/// Turns lines into batches.
pub(crate) trait RowBuilder: Send {
    /// Adds a line; whether it became a row.
    ///
    /// # Errors
    /// What is wrong with the line.
    fn push(&mut self, line: &str) -> Result<bool, String>;

    /// The rows since the last batch.
    ///
    /// # Errors
    /// What is wrong with a value.
    fn finish(&mut self) -> Result<RecordBatch, String>;
}

/// Refuses columns whose types the format's reader cannot give, by name.
pub(crate) fn refuse_unreadable(format: &TableFormat, table: &TableDefinition) -> Result<(), Error> {
    if let TableFormat::Grok(text) = format {
        let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        super::grok::Grok::new(text, &names)?;
    }
    let unreadable = |hive_type: &HiveType| match format {
        TableFormat::CloudTrail | TableFormat::Parquet | TableFormat::Orc(_) | TableFormat::Avro => false,
        TableFormat::Json(_) | TableFormat::Delimited(_) => has_no_json(hive_type),
        TableFormat::Quoted(_) | TableFormat::Regex(_) | TableFormat::Grok(_) => is_nested(hive_type),
    };
    match table.columns.iter().find(|column| unreadable(&column.hive_type)) {
        None => Ok(()),
        Some(column) => Err(unsupported(format!(
            "Table {}: the column {} of type {} cannot be read from files of this format",
            table.name, column.name, column.hive_type
        ))),
    }
}

/// Whether a type holds others.
pub(crate) fn is_nested(hive_type: &HiveType) -> bool {
    matches!(hive_type, HiveType::Array(_) | HiveType::Map(..) | HiveType::Struct(_) | HiveType::Binary)
}

/// JSON has no bytes, and its keys are texts.
fn has_no_json(hive_type: &HiveType) -> bool {
    match hive_type {
        HiveType::Binary => true,
        HiveType::Array(item) => has_no_json(item),
        HiveType::Map(key, value) => {
            !matches!(**key, HiveType::String | HiveType::Varchar(_) | HiveType::Char(_)) || has_no_json(value)
        }
        HiveType::Struct(fields) => fields.iter().any(|(_, field)| has_no_json(field)),
        _ => false,
    }
}
