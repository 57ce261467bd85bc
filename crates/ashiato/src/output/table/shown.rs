//! Values as a table shows them: safe to print, and NULL, an empty string and the word NULL told apart.

use crate::output::cell::CellText;
use crate::printable;
use arrow::array::RecordBatch;

/// More of a value than this is never measured or shown on a screen: nobody reads further in a table, and a record's
/// parameters may be a quarter of a megabyte.
pub(crate) const SHOWN_CHARS_MAX: usize = 4096;

/// The values of one batch.
pub(crate) struct ShownCells {
    columns: Vec<CellText>,
    pub(crate) rows: usize,
}

impl ShownCells {
    pub(crate) fn try_new(batch: &RecordBatch) -> anyhow::Result<Self> {
        Ok(ShownCells { columns: CellText::of_columns(batch)?, rows: batch.num_rows() })
    }

    /// Puts what is shown of one value into `shown`, in place of what was there.
    pub(crate) fn read(&self, column: usize, row: usize, shown: &mut String) {
        let mut text = String::new();
        let is_value = self.columns[column].read(row, &mut text);
        shown.clear();
        match text.as_str() {
            _ if !is_value => shown.push_str("NULL"),
            "" => shown.push_str("\"\""),
            "NULL" => shown.push_str("\"NULL\""),
            text => printable::push_escaped(text, shown),
        }
    }
}

/// A column's name as shown, and its width.
pub(crate) fn name(name: &str) -> (String, usize) {
    let mut shown = String::new();
    printable::push_escaped(name, &mut shown);
    let width = printable::width(&shown);
    (shown, width)
}

/// Widens `widths` to what the batch's values take.
pub(crate) fn widen(batch: &RecordBatch, widths: &mut [usize]) -> anyhow::Result<()> {
    let cells = ShownCells::try_new(batch)?;
    let mut shown = String::new();
    for (column, width) in widths.iter_mut().enumerate() {
        for row in 0..cells.rows {
            cells.read(column, row, &mut shown);
            *width = (*width).max(printable::width(&shown[..printable::cut(&shown, SHOWN_CHARS_MAX)]));
        }
    }
    Ok(())
}
