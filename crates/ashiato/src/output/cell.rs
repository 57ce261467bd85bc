//! The text of one value, for formats that are text.

use arrow::array::{Array, ArrayRef};
use arrow::buffer::NullBuffer;
use arrow::util::display::{ArrayFormatter, FormatOptions};
use std::fmt::Write;

const OPTIONS: FormatOptions<'static> = FormatOptions::new()
    .with_display_error(false)
    .with_timestamp_format(Some("%Y-%m-%d %H:%M:%S%.3f"))
    .with_timestamp_tz_format(Some("%Y-%m-%d %H:%M:%S%.3f %Z"));

/// Gives the text of an array's values.
pub(crate) struct CellText<'a> {
    formatter: ArrayFormatter<'a>,
    /// The array's own idea of NULL misses those inside a dictionary.
    nulls: Option<NullBuffer>,
}

impl<'a> CellText<'a> {
    pub(crate) fn try_new(array: &'a ArrayRef) -> anyhow::Result<Self> {
        Ok(CellText { formatter: ArrayFormatter::try_new(array, &OPTIONS)?, nulls: array.logical_nulls() })
    }

    /// Puts the value's text into `text`, in place of what was there; false where the value is NULL.
    pub(crate) fn read(&self, row: usize, text: &mut String) -> anyhow::Result<bool> {
        text.clear();
        if self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            return Ok(false);
        }
        write!(text, "{}", self.formatter.value(row))?;
        Ok(true)
    }
}
