//! `zip_with(x, y, (a, b) -> R)`: two arrays made one, the shorter ending in NULLs.

use super::definition::{Call, Definition, Parameters, Slot, higher_order, unchanged};
use super::elements::rows_of_elements;
use crate::functions::array::element_types::{array_of, element_of};
use crate::functions::array::lists::{Lists, Picked};
use arrow::array::{ArrayRef, AsArray, new_empty_array};
use arrow::compute::{take, take_arrays};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "zip_with",
        shapes: &[&[Slot::Value, Slot::Value, Slot::Lambda]],
        convert: two_arrays,
        parameters: |values, _| Parameters::Known(vec![values.iter().filter_map(element_of).collect()]),
        returns: |_, results| Some(array_of(results[0].clone())),
        convert_for_results: unchanged,
        kernel,
    })
}

fn two_arrays(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [left, right] => Some(vec![array_of(element_of(left)?), array_of(element_of(right)?)]),
        _ => None,
    }
}

fn kernel(call: &Call) -> Result<ArrayRef> {
    let ((left, left_constant), (right, right_constant)) = (call.value(0)?, call.value(1)?);
    let left = Lists::new(left.as_list::<i32>(), left_constant);
    let right = Lists::new(right.as_list::<i32>(), right_constant);
    let (mut lefts, mut rights) = (Picked::new(call.rows), Picked::new(call.rows));
    for row in 0..call.rows {
        let (Some(left), Some(right)) = (left.get(row), right.get(row)) else {
            lefts.close_null()?;
            continue;
        };
        let longest = left.len().max(right.len());
        let (left_missing, right_missing) = (longest - left.len(), longest - right.len());
        lefts.extend(left);
        (0..left_missing).for_each(|_| lefts.push_null());
        rights.extend(right);
        (0..right_missing).for_each(|_| rights.push_null());
        lefts.close()?;
    }
    let (left_positions, shape) = lefts.into_parts();
    let (right_positions, _) = rights.into_parts();
    let pairs = vec![
        take(left.values().as_ref(), &left_positions, None)?,
        take(right.values().as_ref(), &right_positions, None)?,
    ];
    let made = match pairs[0].is_empty() {
        true => new_empty_array(&call.result_types[0]),
        false => call.evaluate(0, &pairs, &call.result_types[0], |captured| {
            Ok(take_arrays(captured, &rows_of_elements(&shape), None)?)
        })?,
    };
    shape.lists(made, &call.return_type)
}
