//! A value of the file, the same in each of its rows: a partition's column, a path.

use arrow::array::{ArrayRef, StringViewBuilder};
use arrow::datatypes::DataType;
use arrow::error::ArrowError;

use super::{Column, Row, column_for, shared};
use crate::scan::{Kind, Places, RECORD, Span};
use crate::simd::Isa;

pub(crate) enum ConstantColumn {
    /// Text is stored once for each run of rows that has it.
    Text(StringViewBuilder),
    /// Anything else is read from the text as a record's string would be.
    Read(Box<dyn Column>),
}

impl ConstantColumn {
    pub(crate) fn new(isa: Isa, data_type: &DataType) -> Result<ConstantColumn, ArrowError> {
        Ok(match data_type {
            DataType::Utf8View => ConstantColumn::Text(StringViewBuilder::new()),
            nested if nested.is_nested() => {
                return Err(ArrowError::NotYetImplemented(format!("a value of the file as {nested}")));
            }
            other => ConstantColumn::Read(column_for(isa, other, &mut Places::new(), RECORD)?),
        })
    }

    pub(crate) fn append_rows(&mut self, value: Option<&str>, rows: usize) -> Result<(), ArrowError> {
        match (self, value) {
            (ConstantColumn::Text(values), Some(text)) => values.try_append_value_n(text, rows)?,
            (ConstantColumn::Text(values), None) => (0..rows).for_each(|_| values.append_null()),
            (ConstantColumn::Read(column), value) => {
                let text = value.unwrap_or_default();
                let kind = if value.is_some() { Kind::Text } else { Kind::Missing };
                let spans = [Span::new(0, text.len(), kind)];
                (0..rows).for_each(|_| column.append(Row { text, spans: &spans }));
            }
        }
        Ok(())
    }

    pub(crate) fn finish(&mut self) -> ArrayRef {
        match self {
            ConstantColumn::Text(values) => shared(values.finish()),
            ConstantColumn::Read(column) => column.finish(),
        }
    }
}
