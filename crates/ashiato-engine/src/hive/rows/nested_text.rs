//! Delimited text with arrays, maps and structs, as `LazySimpleSerDe` reads it: each level of nesting has a delimiter of
//! its own.

use super::RowBuilder;
use super::json_row::{Decoded, JsonRows};
use super::split::delimited;
use crate::hive::format::{DelimitedText, JsonText};
use arrow::datatypes::SchemaRef;
use arrow::record_batch::RecordBatch;
use ashiato_sql::statement::{ColumnDefinition, HiveType};
use serde_json::{Map, Value};

/// Builds batches of the columns wanted.
pub(crate) struct NestedRows {
    text: DelimitedText,
    columns: Vec<ColumnDefinition>,
    positions: Vec<usize>,
    rows: Decoded,
}

impl NestedRows {
    /// Rows of which at most `batch_size` are pushed before a batch is finished.
    ///
    /// # Errors
    /// A type that cannot be given.
    pub(crate) fn new(
        text: DelimitedText,
        schema: SchemaRef,
        columns: Vec<ColumnDefinition>,
        positions: Vec<usize>,
        batch_size: usize,
    ) -> Result<NestedRows, String> {
        Ok(NestedRows { text, columns, positions, rows: Decoded::new(schema, batch_size)? })
    }

    fn value(&self, text: &str, hive_type: &HiveType, level: usize) -> Value {
        if text == self.text.null {
            return Value::Null;
        }
        match hive_type {
            HiveType::Array(item) => self.parts(text, level).map(|part| self.value(part, item, level + 1)).collect(),
            HiveType::Map(_, value_type) => {
                let entries = self.parts(text, level).map(|entry| {
                    let (key, value) = entry.split_once(self.delimiter(level + 1)).unwrap_or((entry, &self.text.null));
                    (key.to_string(), self.value(value, value_type, level + 2))
                });
                Value::Object(entries.collect())
            }
            HiveType::Struct(fields) => {
                let mut parts = self.parts(text, level);
                let field = |(name, field_type): &(String, HiveType)| {
                    let value = parts.next().map_or(Value::Null, |part| self.value(part, field_type, level + 1));
                    (name.clone(), value)
                };
                Value::Object(fields.iter().map(field).collect())
            }
            _ => Value::String(text.to_string()),
        }
    }

    /// The parts of a text at a level; an empty text has none.
    fn parts<'a>(&self, text: &'a str, level: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        let delimiter = self.delimiter(level);
        text.split(delimiter).filter({
            let is_empty = text.is_empty();
            move |_| !is_empty
        })
    }

    /// The table's delimiters, and behind them Hive's: the character whose number is the level's.
    fn delimiter(&self, level: usize) -> char {
        match level {
            1 => self.text.items,
            2 => self.text.keys,
            deeper => u8::try_from(deeper + 1).map_or('\u{8}', char::from),
        }
    }
}

impl RowBuilder for NestedRows {
    fn push(&mut self, line: &str) -> Result<bool, String> {
        let values = delimited(line, &self.text);
        let mut row = Map::new();
        for (column, position) in self.columns.iter().zip(&self.positions) {
            let text = values.get(*position).and_then(Option::as_deref);
            let value = text.map_or(Value::Null, |text| self.value(text, &column.hive_type, 1));
            row.insert(column.name.clone(), JsonRows::shaped(&value, &column.hive_type, &JsonText::default()));
        }
        self.rows.push(&row)?;
        Ok(true)
    }

    fn finish(&mut self) -> Result<RecordBatch, String> {
        self.rows.finish()
    }
}
