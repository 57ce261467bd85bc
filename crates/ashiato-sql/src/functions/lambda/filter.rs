//! `filter(array, x -> boolean)` and `map_filter(map, (k, v) -> boolean)`: what the lambda is true of.

use super::definition::{Call, Definition, Parameters, Slot, higher_order, unchanged};
use super::elements::Elements;
use super::types::{element_parameter, entry_parameters, is_boolean, one_map};
use crate::functions::array::element_types::one_array;
use crate::functions::array::lists::Picked;
use arrow::array::{Array, ArrayRef, AsArray, UInt32Array};
use arrow::compute::take;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

pub(super) fn filter() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "filter",
        shapes: &[&[Slot::Value, Slot::Lambda]],
        convert: one_array,
        parameters: |values, _| Parameters::Known(vec![element_parameter(values)]),
        returns: |values, results| is_boolean(&results[0]).then(|| values[0].clone()),
        convert_for_results: unchanged,
        kernel: arrays,
    })
}

pub(super) fn map_filter() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "map_filter",
        shapes: &[&[Slot::Value, Slot::Lambda]],
        convert: one_map,
        parameters: |values, _| Parameters::Known(vec![entry_parameters(values)]),
        returns: |values, results| is_boolean(&results[0]).then(|| values[0].clone()),
        convert_for_results: unchanged,
        kernel: maps,
    })
}

fn arrays(call: &Call) -> Result<ArrayRef> {
    let elements = Elements::of_array(call, 0)?;
    kept(call, &elements)?.finish(&elements.columns[0], &call.return_type)
}

fn maps(call: &Call) -> Result<ArrayRef> {
    let elements = Elements::of_map(call, 0)?;
    let (positions, shape): (UInt32Array, _) = kept(call, &elements)?.into_parts();
    let keys = take(elements.columns[0].as_ref(), &positions, None)?;
    shape.maps(keys, take(elements.columns[1].as_ref(), &positions, None)?, &call.return_type)
}

/// The elements of which the lambda is true: neither false nor NULL.
fn kept(call: &Call, elements: &Elements) -> Result<Picked> {
    let answers = elements.evaluate(call, 0, &DataType::Boolean)?;
    let answers = answers.as_boolean();
    let mut picked = Picked::new(call.rows);
    for range in elements.ranges() {
        match range {
            Some(range) => {
                picked.extend(range.filter(|&at| answers.is_valid(at) && answers.value(at)));
                picked.close()?;
            }
            None => picked.close_null()?,
        }
    }
    Ok(picked)
}
