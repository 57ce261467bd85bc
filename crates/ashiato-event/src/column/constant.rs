//! A value of the file, the same in each of its rows: a partition's column, a path.

use arrow::array::{ArrayRef, StringViewBuilder};
use arrow::datatypes::{DataType, FieldRef};
use arrow::error::ArrowError;

use super::{Column, Row, column_for, shared};
use crate::scan::{Kind, Places, RECORD, Span};
use crate::simd::Isa;

pub(crate) struct ConstantColumn {
    field: FieldRef,
    values: Values,
}

enum Values {
    /// Text is stored once for each run of rows that has it.
    Text(StringViewBuilder),
    /// Anything else is read from the text as a record's string would be.
    Read(Box<dyn Column>),
}

impl ConstantColumn {
    pub(crate) fn new(isa: Isa, field: &FieldRef) -> Result<ConstantColumn, ArrowError> {
        let values = match field.data_type() {
            DataType::Utf8View => Values::Text(StringViewBuilder::new()),
            // Of other types a text may be unreadable.
            other if other.is_nested() || !field.is_nullable() => {
                return Err(ArrowError::NotYetImplemented(format!("a value of the file as {field}")));
            }
            other => Values::Read(column_for(isa, other, &mut Places::new(), RECORD)?),
        };
        Ok(ConstantColumn { field: field.clone(), values })
    }

    /// Whether the column can take the value.
    pub(crate) fn check(&self, value: Option<&str>) -> Result<(), ArrowError> {
        if value.is_none() && !self.field.is_nullable() {
            return Err(ArrowError::InvalidArgumentError(format!("{} may not be NULL", self.field.name())));
        }
        Ok(())
    }

    /// Appends a value that was checked.
    pub(crate) fn append_rows(&mut self, value: Option<&str>, rows: usize) -> Result<(), ArrowError> {
        match (&mut self.values, value) {
            (Values::Text(values), Some(text)) => values.try_append_value_n(text, rows)?,
            (Values::Text(values), None) => (0..rows).for_each(|_| values.append_null()),
            (Values::Read(column), value) => {
                let text = value.unwrap_or_default();
                let kind = if value.is_some() { Kind::Text } else { Kind::Missing };
                let spans = [Span::new(0, text.len(), kind)];
                (0..rows).for_each(|_| column.append(Row { text, spans: &spans }));
            }
        }
        Ok(())
    }

    pub(crate) fn finish(&mut self) -> ArrayRef {
        match &mut self.values {
            Values::Text(values) => shared(values.finish()),
            Values::Read(column) => column.finish(),
        }
    }
}
