//! `any_match`, `all_match` and `none_match(array, x -> boolean)`. A NULL among the answers makes the whole NULL
//! where it could turn it.

use super::definition::{Call, Definition, Parameters, Slot, higher_order, unchanged};
use super::elements::Elements;
use super::types::{element_parameter, is_boolean};
use crate::functions::array::element_types::one_array;
use arrow::array::{Array, ArrayRef, AsArray, BooleanArray};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

pub(super) fn any_match() -> Arc<HigherOrderUDF> {
    matching("any_match", |call| answers(call, true, true))
}

pub(super) fn all_match() -> Arc<HigherOrderUDF> {
    matching("all_match", |call| answers(call, false, false))
}

pub(super) fn none_match() -> Arc<HigherOrderUDF> {
    matching("none_match", |call| answers(call, true, false))
}

fn matching(name: &'static str, kernel: fn(&Call) -> Result<ArrayRef>) -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name,
        shapes: &[&[Slot::Value, Slot::Lambda]],
        convert: one_array,
        parameters: |values, _| Parameters::Known(vec![element_parameter(values)]),
        returns: |_, results| is_boolean(&results[0]).then_some(DataType::Boolean),
        convert_for_results: unchanged,
        kernel,
    })
}

/// One element for which the lambda says `deciding` makes the whole `decided`.
fn answers(call: &Call, deciding: bool, decided: bool) -> Result<ArrayRef> {
    let elements = Elements::of_array(call, 0)?;
    let answers = elements.evaluate(call, 0, &DataType::Boolean)?;
    let answers = answers.as_boolean();
    let whole = elements.ranges().map(|range| {
        let range = range?;
        if range.clone().any(|at| answers.is_valid(at) && answers.value(at) == deciding) {
            return Some(decided);
        }
        let undecided = range.clone().any(|at| answers.is_null(at));
        (!undecided).then_some(!decided)
    });
    Ok(Arc::new(whole.collect::<BooleanArray>()))
}
