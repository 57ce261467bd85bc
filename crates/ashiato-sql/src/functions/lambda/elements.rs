//! The elements of a batch's arrays, or the entries of its maps, side by side as a lambda's parameters.

use super::definition::Call;
use crate::functions::array::lists::{Lists, Picked, Shape};
use crate::functions::map::maps::Maps;
use arrow::array::{Array, ArrayRef, AsArray, UInt32Array, new_empty_array};
use arrow::compute::{take, take_arrays};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use std::ops::Range;
use std::sync::Arc;

/// Columns of elements, and which of them belong to which row. Nothing that lies under a NULL is among them.
pub(super) struct Elements {
    pub(super) shape: Shape,
    pub(super) columns: Vec<ArrayRef>,
}

impl Elements {
    /// The elements of an argument that is an array.
    pub(super) fn of_array(call: &Call, at: usize) -> Result<Elements> {
        let (array, constant) = call.value(at)?;
        let lists = Lists::new(array.as_list::<i32>(), constant);
        Elements::gather(call.rows, constant, |row| lists.get(row), &[lists.values()])
    }

    /// The keys and values of an argument that is a map.
    pub(super) fn of_map(call: &Call, at: usize) -> Result<Elements> {
        let (array, constant) = call.value(at)?;
        let maps = Maps::new(array.as_map(), constant);
        Elements::gather(call.rows, constant, |row| maps.get(row), &[maps.keys(), maps.values()])
    }

    fn gather(
        rows: usize,
        constant: bool,
        range: impl Fn(usize) -> Option<Range<usize>>,
        columns: &[&ArrayRef],
    ) -> Result<Elements> {
        let mut picked = Picked::new(rows);
        for row in 0..rows {
            match range(row) {
                Some(range) => {
                    picked.extend(range);
                    picked.close()?;
                }
                None => picked.close_null()?,
            }
        }
        let (positions, shape) = picked.into_parts();
        // Ranges never overlap: as many positions as elements means every element in its place.
        let in_place = |column: &ArrayRef| !constant && positions.len() == column.len();
        let columns = columns.iter().map(|column| match in_place(column) {
            true => Ok(Arc::clone(column)),
            false => take(column.as_ref(), &positions, None),
        });
        Ok(Elements { columns: columns.collect::<Result<_, _>>()?, shape })
    }

    /// What a lambda gives for each element.
    pub(super) fn evaluate(&self, call: &Call, lambda: usize, result: &DataType) -> Result<ArrayRef> {
        if self.columns[0].is_empty() {
            return Ok(new_empty_array(result));
        }
        call.evaluate(lambda, &self.columns, result, |captured| {
            Ok(take_arrays(captured, &rows_of_elements(&self.shape), None)?)
        })
    }

    /// Each row's elements, as a range of the columns; `None` for NULL.
    pub(super) fn ranges(&self) -> impl Iterator<Item = Option<Range<usize>>> {
        let offsets = self.shape.offsets.windows(2).enumerate();
        offsets.map(|(row, span)| match &self.shape.nulls {
            Some(nulls) if nulls.is_null(row) => None,
            _ => Some(span[0] as usize..span[1] as usize),
        })
    }
}

/// For each element the row that it belongs to.
pub(super) fn rows_of_elements(shape: &Shape) -> UInt32Array {
    let spans = shape.offsets.windows(2).enumerate();
    spans.flat_map(|(row, span)| (span[0]..span[1]).map(move |_| row as u32)).collect::<Vec<_>>().into()
}
