//! The answer of a statement that shows something: texts in named columns.

use arrow::array::{ArrayRef, StringViewArray};
use arrow::datatypes::{DataType, Field, Schema};
use arrow::record_batch::{RecordBatch, RecordBatchOptions};
use std::sync::Arc;

/// Rows of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The columns' names, as Athena names them.
    pub columns: Vec<&'static str>,
    /// The rows; each has a text for each column.
    pub rows: Vec<Vec<String>>,
}

impl Rows {
    pub(super) fn new(columns: &[&'static str], rows: Vec<Vec<String>>) -> Rows {
        Rows { columns: columns.to_vec(), rows }
    }

    /// Rows of one column.
    pub(crate) fn of(column: &'static str, values: impl IntoIterator<Item = String>) -> Rows {
        Rows::new(&[column], values.into_iter().map(|value| vec![value]).collect())
    }

    /// The same as a batch of `Utf8View` columns.
    pub fn to_batch(&self) -> RecordBatch {
        let fields: Vec<Field> = self.columns.iter().map(|name| Field::new(*name, DataType::Utf8View, false)).collect();
        let column = |position: usize| -> ArrayRef {
            Arc::new(self.rows.iter().map(|row| Some(row[position].as_str())).collect::<StringViewArray>())
        };
        let columns = (0..self.columns.len()).map(column).collect();
        let options = RecordBatchOptions::new().with_row_count(Some(self.rows.len()));
        RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &options)
            .expect("every row has a text for each column")
    }
}

/// A text filled with spaces to the 20 characters that Hive gives a column.
pub(super) fn padded(text: &str) -> String {
    format!("{text:<20}")
}
