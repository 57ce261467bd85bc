//! `map_zip_with(x, y, (k, a, b) -> R)`: the keys of either map, with NULL for the map that lacks one.

use super::definition::{Call, Definition, Parameters, Slot, higher_order, unchanged};
use super::elements::rows_of_elements;
use super::types::entry;
use crate::functions::array::element_types::{common, entry_of, map_of};
use crate::functions::array::lists::{Picked, sortable};
use crate::functions::map::maps::Maps;
use arrow::array::{Array, ArrayRef, AsArray, new_empty_array};
use arrow::compute::{concat, take, take_arrays};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::HigherOrderUDF;
use std::collections::HashMap;
use std::sync::Arc;

pub(super) fn function() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "map_zip_with",
        shapes: &[&[Slot::Value, Slot::Value, Slot::Lambda]],
        convert: two_maps,
        parameters: |values, _| {
            let ((key, left), (_, right)) = (entry(&values[0]), entry(&values[1]));
            Parameters::Known(vec![vec![key, left, right]])
        },
        returns: |values, results| Some(map_of(entry(&values[0]).0, results[0].clone())),
        convert_for_results: unchanged,
        kernel,
    })
}

fn two_maps(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [left, right] => {
            let ((left_key, left_value), (right_key, right_value)) = (entry_of(left)?, entry_of(right)?);
            let key = common(left_key.data_type(), right_key.data_type())?;
            let map = |value: &DataType| map_of(key.clone(), value.clone());
            Some(vec![map(left_value.data_type()), map(right_value.data_type())])
        }
        _ => None,
    }
}

fn kernel(call: &Call) -> Result<ArrayRef> {
    let ((left, left_constant), (right, right_constant)) = (call.value(0)?, call.value(1)?);
    let left = Maps::new(left.as_map(), left_constant);
    let right = Maps::new(right.as_map(), right_constant);
    let keys = concat(&[left.keys().as_ref(), right.keys().as_ref()])?;
    let [key_rows] = sortable([&keys])?;
    let right_first = left.keys().len();

    let (mut key_positions, mut lefts, mut rights) = (Picked::new(call.rows), Picked::new(0), Picked::new(0));
    for row in 0..call.rows {
        let (Some(left_range), Some(right_range)) = (left.get(row), right.get(row)) else {
            key_positions.close_null()?;
            continue;
        };
        let mut right_at =
            right_range.clone().map(|at| (key_rows.row(right_first + at), at)).collect::<HashMap<_, _>>();
        for at in left_range {
            key_positions.push(at);
            lefts.push(at);
            match right_at.remove(&key_rows.row(at)) {
                Some(at) => rights.push(at),
                None => rights.push_null(),
            }
        }
        for at in right_range.filter(|at| right_at.contains_key(&key_rows.row(right_first + at))) {
            key_positions.push(right_first + at);
            lefts.push_null();
            rights.push(at);
        }
        key_positions.close()?;
    }
    let (key_positions, shape) = key_positions.into_parts();
    let parameters = vec![
        take(keys.as_ref(), &key_positions, None)?,
        take(left.values().as_ref(), &lefts.into_parts().0, None)?,
        take(right.values().as_ref(), &rights.into_parts().0, None)?,
    ];
    let made = match parameters[0].is_empty() {
        true => new_empty_array(&call.result_types[0]),
        false => call.evaluate(0, &parameters, &call.result_types[0], |captured| {
            Ok(take_arrays(captured, &rows_of_elements(&shape), None)?)
        })?,
    };
    shape.maps(Arc::clone(&parameters[0]), made, &call.return_type)
}
