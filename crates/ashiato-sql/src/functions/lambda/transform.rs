//! `transform(array, x -> U)`: what the lambda makes of each element.

use super::definition::{Definition, Parameters, Slot, higher_order, unchanged};
use super::elements::Elements;
use super::types::element_parameter;
use crate::functions::array::element_types::{array_of, one_array};
use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "transform",
        shapes: &[&[Slot::Value, Slot::Lambda]],
        convert: one_array,
        parameters: |values, _| Parameters::Known(vec![element_parameter(values)]),
        returns: |_, results| Some(array_of(results[0].clone())),
        convert_for_results: unchanged,
        kernel: |call| {
            let elements = Elements::of_array(call, 0)?;
            let made = elements.evaluate(call, 0, &call.result_types[0])?;
            elements.shape.lists(made, &call.return_type)
        },
    })
}
