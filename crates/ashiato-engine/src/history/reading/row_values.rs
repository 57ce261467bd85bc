//! The values of a row's attributes, in the columns of a batch.

use arrow::array::{Array, AsArray, BooleanArray, ListArray, RecordBatch, StringArray};
use arrow::datatypes::DataType;

use super::super::condition::{Attribute, Values, flag_name};

/// A batch's columns, by attribute.
pub(in super::super) struct RowValues<'b> {
    columns: [Option<Column<'b>>; Attribute::ALL.len()],
    row: usize,
}

enum Column<'b> {
    Text(&'b StringArray),
    Flag(&'b BooleanArray),
    Texts(&'b ListArray, &'b StringArray),
}

impl<'b> RowValues<'b> {
    /// The columns of a batch for these attributes. One that is not there has no values.
    pub(in super::super) fn of(batch: &'b RecordBatch, attributes: &[Attribute]) -> RowValues<'b> {
        let mut columns = [const { None }; Attribute::ALL.len()];
        for attribute in attributes {
            let column = batch.column_by_name(attribute.column());
            columns[*attribute as usize] = column.and_then(|column| match column.data_type() {
                DataType::Utf8 => column.as_string_opt().map(Column::Text),
                DataType::Boolean => column.as_boolean_opt().map(Column::Flag),
                DataType::List(_) => {
                    let list = column.as_list_opt::<i32>()?;
                    Some(Column::Texts(list, list.values().as_string_opt()?))
                }
                _ => None,
            });
        }
        RowValues { columns, row: 0 }
    }

    /// The same columns, at a row.
    pub(in super::super) fn at(&mut self, row: usize) -> &Self {
        self.row = row;
        self
    }
}

impl Values for RowValues<'_> {
    fn any(&self, attribute: Attribute, holds: &mut dyn FnMut(&str) -> bool) -> bool {
        let row = self.row;
        match &self.columns[attribute as usize] {
            Some(Column::Text(texts)) => texts.is_valid(row) && holds(texts.value(row)),
            Some(Column::Flag(flags)) => flags.is_valid(row) && holds(flag_name(flags.value(row))),
            Some(Column::Texts(lists, texts)) => {
                let offsets = lists.value_offsets();
                let range = usize::try_from(offsets[row]).unwrap_or(0)..usize::try_from(offsets[row + 1]).unwrap_or(0);
                range.into_iter().any(|at| texts.is_valid(at) && holds(texts.value(at)))
            }
            None => false,
        }
    }
}
