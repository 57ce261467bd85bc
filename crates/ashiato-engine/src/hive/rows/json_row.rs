//! Rows of JSON: each line an object, whose keys are the columns' names in any case.

use super::RowBuilder;
use super::json_value::{Keys, get, shaped};
use crate::hive::format::JsonText;
use arrow::datatypes::SchemaRef;
use arrow::json::ReaderBuilder;
use arrow::json::reader::Decoder;
use arrow::record_batch::{RecordBatch, RecordBatchOptions};
use ashiato_sql::statement::{ColumnDefinition, HiveType};
use serde_json::{Map, Value};
use std::sync::Arc;

/// Builds batches of the columns wanted.
pub(crate) struct JsonRows {
    text: JsonText,
    /// Each column wanted, with the key under which it is looked for.
    columns: Vec<(ColumnDefinition, String)>,
    rows: Decoded,
}

impl JsonRows {
    /// Rows of which at most `batch_size` are pushed before a batch is finished.
    ///
    /// # Errors
    /// A type that JSON cannot give.
    pub(crate) fn new(
        text: JsonText,
        schema: SchemaRef,
        columns: Vec<ColumnDefinition>,
        batch_size: usize,
    ) -> Result<JsonRows, String> {
        let rows = Decoded::new(schema, batch_size)?;
        let key = |column: &ColumnDefinition| {
            let mapped = text.mapping.iter().find(|(name, _)| *name == column.name);
            mapped.map_or_else(|| column.name.clone(), |(_, key)| key.clone())
        };
        let columns = columns.into_iter().map(|column| (column.clone(), key(&column))).collect();
        Ok(JsonRows { text, columns, rows })
    }

    /// A value as one of the type.
    pub(super) fn shaped(value: &Value, hive_type: &HiveType, text: &JsonText) -> Value {
        shaped(value, hive_type, keys(text))
    }

    fn row(&self, object: &Map<String, Value>) -> Map<String, Value> {
        let keys = keys(&self.text);
        let value = |key: &str| {
            let found = get(object, key, keys);
            let with_dots = || object.iter().find(|(name, _)| name.replace('.', "_").eq_ignore_ascii_case(key));
            if self.text.dots_in_keys { found.or_else(|| with_dots().map(|(_, value)| value)) } else { found }
        };
        let columns = self.columns.iter().map(|(column, key)| {
            let shaped = value(key).map_or(Value::Null, |value| shaped(value, &column.hive_type, keys));
            (column.name.clone(), shaped)
        });
        columns.collect()
    }
}

fn keys(text: &JsonText) -> Keys {
    if text.case_sensitive { Keys::AsWritten } else { Keys::InAnyCase }
}

impl RowBuilder for JsonRows {
    fn push(&mut self, line: &str) -> Result<bool, String> {
        if line.trim().is_empty() {
            return Ok(false);
        }
        let row = match serde_json::from_str::<Value>(line) {
            Ok(Value::Object(object)) => self.row(&object),
            _ if self.text.ignore_malformed => Map::new(),
            Ok(_) => return Err("Row is not a valid JSON Object: the line holds another value".to_string()),
            Err(error) => return Err(format!("Row is not a valid JSON Object: {error}")),
        };
        self.rows.push(&row)?;
        Ok(true)
    }

    fn finish(&mut self) -> Result<RecordBatch, String> {
        self.rows.finish()
    }
}

/// Objects whose values are in the shape of their columns, into batches.
pub(super) struct Decoded {
    schema: SchemaRef,
    decoder: Decoder,
    rows: usize,
}

impl Decoded {
    /// At most `batch_size` rows are pushed before a batch is finished: the decoder takes no more.
    pub(super) fn new(schema: SchemaRef, batch_size: usize) -> Result<Decoded, String> {
        let decoder = ReaderBuilder::new(Arc::clone(&schema)).with_batch_size(batch_size);
        let decoder = decoder.build_decoder().map_err(|error| error.to_string())?;
        Ok(Decoded { schema, decoder, rows: 0 })
    }

    pub(super) fn push(&mut self, row: &Map<String, Value>) -> Result<(), String> {
        let row = serde_json::to_vec(row).map_err(|error| error.to_string())?;
        self.decoder.decode(&row).map_err(|error| error.to_string())?;
        self.rows += 1;
        Ok(())
    }

    pub(super) fn finish(&mut self) -> Result<RecordBatch, String> {
        let rows = std::mem::take(&mut self.rows);
        if let Some(batch) = self.decoder.flush().map_err(|error| error.to_string())? {
            return Ok(batch);
        }
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        let none = self.schema.fields().iter().map(|field| arrow::array::new_null_array(field.data_type(), rows));
        let none = none.collect();
        RecordBatch::try_new_with_options(Arc::clone(&self.schema), none, &options).map_err(|error| error.to_string())
    }
}
