//! Reading arrays and building them, as positions in one column of elements.
//!
//! Most functions of arrays choose, reorder or repeat elements. They say which positions make each row, and
//! one `take` at the end moves the values, whatever their type.

use crate::functions::arguments::Arguments;
use crate::functions::overload::invalid_argument;
use arrow::array::{
    Array, ArrayBuilder, ArrayRef, ListArray, NullBufferBuilder, StructArray, UInt32Array, UInt32Builder,
};
use arrow::buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow::compute::take;
use arrow::datatypes::DataType;
use arrow::row::{RowConverter, Rows, SortField};
use datafusion::common::internal_err;
use datafusion::error::Result;
use std::ops::Range;
use std::sync::Arc;

/// An argument that is an array: for each row a range of [`Lists::values`], or NULL.
pub(crate) struct Lists {
    ranges: Ranges,
    values: ArrayRef,
}

/// Ranges of positions, from a list's or a map's offsets.
pub(crate) struct Ranges {
    offsets: OffsetBuffer<i32>,
    nulls: Option<NullBuffer>,
    constant: bool,
    first: i32,
}

impl Ranges {
    pub(crate) fn new(offsets: &OffsetBuffer<i32>, nulls: Option<&NullBuffer>, constant: bool) -> Ranges {
        Ranges { first: offsets[0], offsets: offsets.clone(), nulls: nulls.cloned(), constant }
    }

    /// What of the column of elements is in use.
    pub(crate) fn window(&self) -> (usize, usize) {
        let last = self.offsets[self.offsets.len() - 1];
        (self.first as usize, (last - self.first) as usize)
    }

    pub(crate) fn get(&self, row: usize) -> Option<Range<usize>> {
        let row = if self.constant { 0 } else { row };
        if self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            return None;
        }
        Some((self.offsets[row] - self.first) as usize..(self.offsets[row + 1] - self.first) as usize)
    }
}

impl Lists {
    pub(crate) fn new(list: &ListArray, constant: bool) -> Lists {
        let ranges = Ranges::new(list.offsets(), list.nulls(), constant);
        let (first, length) = ranges.window();
        Lists { values: list.values().slice(first, length), ranges }
    }

    /// The argument at a place, which the overload has made an array.
    pub(crate) fn of(arguments: &Arguments, at: usize) -> Result<Lists> {
        let column = arguments.column::<ListArray>(at)?;
        Ok(Lists::new(column.array, column.constant))
    }

    /// The row's elements, as a range of `values`; `None` for NULL.
    pub(crate) fn get(&self, row: usize) -> Option<Range<usize>> {
        self.ranges.get(row)
    }

    /// The elements of all rows.
    pub(crate) fn values(&self) -> &ArrayRef {
        &self.values
    }
}

/// Values in a form in which equality and order are those of bytes, whatever the type; NULLs are equal and last.
///
/// All columns must be of one type; keys of different columns compare.
pub(crate) fn sortable<const N: usize>(columns: [&ArrayRef; N]) -> Result<[Rows; N]> {
    let data_type = columns[0].data_type().clone();
    let options = arrow::compute::SortOptions { descending: false, nulls_first: false };
    let converter = RowConverter::new(vec![SortField::new_with_options(data_type, options)])?;
    let rows = columns.iter().map(|column| converter_rows(&converter, column)).collect::<Result<Vec<_>>>()?;
    match rows.try_into() {
        Ok(rows) => Ok(rows),
        Err(_) => internal_err!("as many rows as columns"),
    }
}

fn converter_rows(converter: &RowConverter, column: &ArrayRef) -> Result<Rows> {
    Ok(converter.convert_columns(std::slice::from_ref(column))?)
}

/// Arrays under construction: each row the positions of its elements.
pub(crate) struct Picked {
    positions: UInt32Builder,
    offsets: Vec<i32>,
    nulls: NullBufferBuilder,
}

impl Picked {
    pub(crate) fn new(rows: usize) -> Picked {
        let mut offsets = Vec::with_capacity(rows + 1);
        offsets.push(0);
        Picked { positions: UInt32Builder::new(), offsets, nulls: NullBufferBuilder::new(rows) }
    }

    pub(crate) fn push(&mut self, position: usize) {
        self.positions.append_value(position as u32);
    }

    pub(crate) fn extend(&mut self, positions: impl IntoIterator<Item = usize>) {
        positions.into_iter().for_each(|position| self.push(position));
    }

    pub(crate) fn push_null(&mut self) {
        self.positions.append_null();
    }

    /// Ends a row.
    ///
    /// # Errors
    /// Where one batch's arrays hold more elements than a column can.
    pub(crate) fn close(&mut self) -> Result<()> {
        self.end(true)
    }

    /// Ends a row that is NULL.
    pub(crate) fn close_null(&mut self) -> Result<()> {
        self.end(false)
    }

    fn end(&mut self, valid: bool) -> Result<()> {
        let Ok(offset) = i32::try_from(self.positions.len()) else {
            return Err(invalid_argument("The arrays of one batch hold more than 2147483647 elements"));
        };
        self.offsets.push(offset);
        self.nulls.append(valid);
        Ok(())
    }

    /// The arrays, their elements taken from `values`.
    pub(crate) fn finish(self, values: &ArrayRef, list_type: &DataType) -> Result<ArrayRef> {
        let (positions, shape) = self.into_parts();
        let elements = take(values.as_ref(), &positions, None)?;
        shape.lists(elements, list_type)
    }

    /// The positions of all elements, and where each row's begin.
    pub(crate) fn into_parts(mut self) -> (UInt32Array, Shape) {
        let offsets = OffsetBuffer::new(ScalarBuffer::from(self.offsets));
        (self.positions.finish(), Shape { offsets, nulls: self.nulls.finish() })
    }
}

/// Where each row's elements begin, and which rows are NULL.
#[derive(Clone)]
pub(crate) struct Shape {
    pub(crate) offsets: OffsetBuffer<i32>,
    pub(crate) nulls: Option<NullBuffer>,
}

impl Shape {
    /// Arrays of these elements.
    pub(crate) fn lists(self, elements: ArrayRef, list_type: &DataType) -> Result<ArrayRef> {
        let DataType::List(field) = list_type else {
            return internal_err!("{list_type} is no array");
        };
        Ok(Arc::new(ListArray::try_new(Arc::clone(field), self.offsets, elements, self.nulls)?))
    }
}

/// A column of rows, whose fields are named by the type.
pub(crate) fn rows_of(columns: Vec<ArrayRef>, row_type: &DataType) -> Result<ArrayRef> {
    let DataType::Struct(fields) = row_type else {
        return internal_err!("{row_type} is no row");
    };
    Ok(Arc::new(StructArray::try_new(fields.clone(), columns, None)?))
}
