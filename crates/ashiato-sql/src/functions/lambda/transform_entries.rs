//! `transform_keys(map, (k, v) -> K2)` and `transform_values(map, (k, v) -> V2)`.

use super::definition::{Definition, Parameters, Slot, higher_order, unchanged};
use super::elements::Elements;
use super::types::{entry, entry_parameters, one_map};
use crate::functions::array::element_types::{canonical, map_of};
use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

pub(super) fn transform_keys() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "transform_keys",
        shapes: &[&[Slot::Value, Slot::Lambda]],
        convert: one_map,
        parameters: |values, _| Parameters::Known(vec![entry_parameters(values)]),
        returns: |values, results| Some(map_of(canonical(&results[0]), entry(&values[0]).1)),
        convert_for_results: unchanged,
        kernel: |call| {
            let elements = Elements::of_map(call, 0)?;
            let keys = elements.evaluate(call, 0, &canonical(&call.result_types[0]))?;
            elements.shape.checked_maps(keys, Arc::clone(&elements.columns[1]), &call.return_type)
        },
    })
}

pub(super) fn transform_values() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "transform_values",
        shapes: &[&[Slot::Value, Slot::Lambda]],
        convert: one_map,
        parameters: |values, _| Parameters::Known(vec![entry_parameters(values)]),
        returns: |values, results| Some(map_of(entry(&values[0]).0, results[0].clone())),
        convert_for_results: unchanged,
        kernel: |call| {
            let elements = Elements::of_map(call, 0)?;
            let values = elements.evaluate(call, 0, &call.result_types[0])?;
            elements.shape.maps(Arc::clone(&elements.columns[0]), values, &call.return_type)
        },
    })
}
