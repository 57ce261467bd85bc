//! Values kept apart from their column: as bytes that compare as the values do, and turn back into them.

use arrow::array::ArrayRef;
use arrow::datatypes::DataType;
use arrow::row::{RowConverter, Rows, SortField};
use datafusion::common::internal_datafusion_err;
use datafusion::error::Result;

/// The converter of one type.
pub(super) struct RowBytes {
    converter: RowConverter,
}

impl RowBytes {
    pub(super) fn new(data_type: &DataType) -> Result<RowBytes> {
        Ok(RowBytes { converter: RowConverter::new(vec![SortField::new(data_type.clone())])? })
    }

    pub(super) fn rows(&self, column: &ArrayRef) -> Result<Rows> {
        Ok(self.converter.convert_columns(std::slice::from_ref(column))?)
    }

    /// A column of these values.
    pub(super) fn column<'a>(&self, values: impl IntoIterator<Item = &'a [u8]>) -> Result<ArrayRef> {
        let parser = self.converter.parser();
        let columns = self.converter.convert_rows(values.into_iter().map(|bytes| parser.parse(bytes)))?;
        columns.into_iter().next().ok_or_else(|| internal_datafusion_err!("a converter of one column gives one"))
    }
}
