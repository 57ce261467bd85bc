//! Rows of JSON: each line an object, whose keys are the columns' names in any case.

use super::RowBuilder;
use super::json_value::{get, shaped};
use crate::hive::format::JsonText;
use arrow::datatypes::SchemaRef;
use arrow::json::ReaderBuilder;
use arrow::json::reader::Decoder;
use arrow::record_batch::{RecordBatch, RecordBatchOptions};
use ashiato_sql::statement::ColumnDefinition;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Builds batches of the columns wanted.
pub(crate) struct JsonRows {
    text: JsonText,
    schema: SchemaRef,
    /// Each column wanted, with the key under which it is looked for.
    columns: Vec<(ColumnDefinition, String)>,
    decoder: Decoder,
    rows: usize,
}

impl JsonRows {
    /// Rows of which at most `batch_size` are pushed before a batch is finished: the decoder takes no more.
    ///
    /// # Errors
    /// A type that JSON cannot give.
    pub(crate) fn new(
        text: JsonText,
        schema: SchemaRef,
        columns: Vec<ColumnDefinition>,
        batch_size: usize,
    ) -> Result<JsonRows, String> {
        let decoder = ReaderBuilder::new(Arc::clone(&schema)).with_batch_size(batch_size);
        let decoder = decoder.build_decoder().map_err(|error| error.to_string())?;
        let key = |column: &ColumnDefinition| {
            let mapped = text.mapping.iter().find(|(name, _)| *name == column.name);
            mapped.map_or_else(|| column.name.clone(), |(_, key)| key.clone())
        };
        let columns = columns.into_iter().map(|column| (column.clone(), key(&column))).collect();
        Ok(JsonRows { text, schema, columns, decoder, rows: 0 })
    }

    fn row(&self, object: &Map<String, Value>) -> Map<String, Value> {
        let value = |key: &str| {
            let found = get(object, key);
            let with_dots = || object.iter().find(|(name, _)| name.replace('.', "_").eq_ignore_ascii_case(key));
            if self.text.dots_in_keys { found.or_else(|| with_dots().map(|(_, value)| value)) } else { found }
        };
        let columns = self.columns.iter().map(|(column, key)| {
            let shaped = value(key).map_or(Value::Null, |value| shaped(value, &column.hive_type));
            (column.name.clone(), shaped)
        });
        columns.collect()
    }
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
        let row = serde_json::to_vec(&row).map_err(|error| error.to_string())?;
        self.decoder.decode(&row).map_err(|error| error.to_string())?;
        self.rows += 1;
        Ok(true)
    }

    fn finish(&mut self) -> Result<RecordBatch, String> {
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
