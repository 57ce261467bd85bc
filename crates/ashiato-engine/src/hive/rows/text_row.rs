//! Rows whose values are all texts in the file: a text that is no value of its column's type is NULL, as in Hive.

use super::RowBuilder;
use arrow::array::{ArrayRef, StringViewBuilder};
use arrow::compute::{CastOptions, cast_with_options};
use arrow::datatypes::{DataType, SchemaRef};
use arrow::record_batch::{RecordBatch, RecordBatchOptions};
use std::sync::Arc;

/// Turns one line into its values, in the order of the table's columns.
pub(crate) type Split = Arc<dyn Fn(&str) -> Result<Vec<Option<String>>, String> + Send + Sync>;

/// Builds batches of the columns wanted.
pub(crate) struct TextRows {
    split: Split,
    /// `OpenCSVSerde` counts dates in days and timestamps in milliseconds since 1970.
    counts_time: bool,
    schema: SchemaRef,
    /// The place of each wanted column among the line's values.
    positions: Vec<usize>,
    columns: Vec<StringViewBuilder>,
    rows: usize,
}

impl TextRows {
    pub(crate) fn new(split: Split, counts_time: bool, schema: SchemaRef, positions: Vec<usize>) -> TextRows {
        let columns = positions.iter().map(|_| StringViewBuilder::new()).collect();
        TextRows { split, counts_time, schema, positions, columns, rows: 0 }
    }

    fn cast(&self, texts: ArrayRef, to: &DataType) -> Result<ArrayRef, String> {
        let options = CastOptions { safe: true, ..CastOptions::default() };
        let through = match to {
            DataType::Date32 if self.counts_time => Some(DataType::Int32),
            DataType::Timestamp(..) if self.counts_time => Some(DataType::Int64),
            _ => None,
        };
        let texts = match through {
            Some(number) => cast_with_options(&texts, &number, &options).map_err(|error| error.to_string())?,
            None => texts,
        };
        cast_with_options(&texts, to, &options).map_err(|error| error.to_string())
    }
}

impl RowBuilder for TextRows {
    fn push(&mut self, line: &str) -> Result<bool, String> {
        let mut values = (self.split)(line)?;
        for (column, position) in self.columns.iter_mut().zip(&self.positions) {
            column.append_option(values.get_mut(*position).and_then(Option::take));
        }
        self.rows += 1;
        Ok(true)
    }

    fn finish(&mut self) -> Result<RecordBatch, String> {
        let texts: Vec<ArrayRef> =
            self.columns.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef).collect();
        let types = self.schema.fields().iter().map(|field| field.data_type());
        let columns = texts.into_iter().zip(types).map(|(texts, to)| self.cast(texts, to));
        let columns = columns.collect::<Result<Vec<_>, _>>()?;
        let options = RecordBatchOptions::new().with_row_count(Some(std::mem::take(&mut self.rows)));
        RecordBatch::try_new_with_options(Arc::clone(&self.schema), columns, &options)
            .map_err(|error| error.to_string())
    }
}
