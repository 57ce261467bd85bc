//! `zip(x, y, …)`: two to five arrays as one array of rows, the shorter ones ending in NULLs.

use super::element_types::{array_of, element_of, row_of};
use super::lists::{Lists, Picked, rows_of};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::ArrayRef;
use arrow::compute::take;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::ops::Range;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(arrays);
    scalar("zip", vec![Overload { parameters, returns: array_of_rows, kernel }])
}

fn arrays(types: &[DataType]) -> Option<Vec<DataType>> {
    if !(2..=5).contains(&types.len()) {
        return None;
    }
    types.iter().map(|array| element_of(array).map(array_of)).collect()
}

fn array_of_rows(types: &[DataType]) -> DataType {
    array_of(row_of(types.iter().filter_map(element_of)))
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let arrays = (0..arguments.len()).map(|at| Lists::of(arguments, at)).collect::<Result<Vec<_>>>()?;
    let mut picked = arrays.iter().map(|_| Picked::new(arguments.rows().len())).collect::<Vec<_>>();
    for row in arguments.rows() {
        let ranges = arrays.iter().map(|lists| lists.get(row)).collect::<Option<Vec<_>>>();
        let Some(ranges) = ranges else {
            picked.iter_mut().try_for_each(Picked::close_null)?;
            continue;
        };
        let longest = ranges.iter().map(Range::len).max().unwrap_or(0);
        for (picked, range) in picked.iter_mut().zip(ranges) {
            let missing = longest - range.len();
            picked.extend(range);
            (0..missing).for_each(|_| picked.push_null());
            picked.close()?;
        }
    }
    let mut columns = Vec::with_capacity(arrays.len());
    let mut shape = None;
    for (picked, lists) in picked.into_iter().zip(&arrays) {
        let (positions, row_shape) = picked.into_parts();
        columns.push(take(lists.values().as_ref(), &positions, None)?);
        shape = Some(row_shape);
    }
    let rows = rows_of(columns, &element_of(arguments.return_type()).unwrap_or(DataType::Null))?;
    shape.expect("zip takes at least two arrays").lists(rows, arguments.return_type())
}
