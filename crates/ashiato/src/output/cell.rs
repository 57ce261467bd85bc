//! The text of one value, for formats that are text: as Athena prints it.

use arrow::array::{Array, ArrayRef, RecordBatch};
use arrow::buffer::NullBuffer;
use ashiato_sql::display::Formatter;

/// Gives the text of an array's values.
pub(crate) struct CellText {
    formatter: Formatter,
    /// The array's own idea of NULL misses those inside a dictionary.
    nulls: Option<NullBuffer>,
}

impl CellText {
    /// The texts of every column of a batch.
    pub(crate) fn of_columns(batch: &RecordBatch) -> anyhow::Result<Vec<CellText>> {
        batch.columns().iter().map(CellText::try_new).collect()
    }

    pub(crate) fn try_new(array: &ArrayRef) -> anyhow::Result<CellText> {
        Ok(CellText { formatter: Formatter::try_new(array)?, nulls: array.logical_nulls() })
    }

    /// Puts the value's text into `text`, in place of what was there; false where the value is NULL.
    pub(crate) fn read(&self, row: usize, text: &mut String) -> bool {
        text.clear();
        if self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            return false;
        }
        self.formatter.write(row, text);
        true
    }
}
