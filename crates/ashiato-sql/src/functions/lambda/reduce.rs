//! `reduce(array, start, (state, x) -> state, state -> R)`.
//!
//! The lambda runs once for each place in the longest array, over all rows that reach so far.

use super::definition::{Call, Definition, Parameters, Slot, higher_order};
use crate::functions::array::element_types::{array_of, canonical, common, element_of};
use crate::functions::array::lists::Lists;
use arrow::array::{Array, ArrayRef, AsArray, UInt32Array};
use arrow::compute::{interleave, take, take_arrays};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "reduce",
        shapes: &[&[Slot::Value, Slot::Value, Slot::Lambda, Slot::Lambda]],
        convert: array_and_start,
        parameters,
        returns: |_, results| Some(results[1].clone()),
        convert_for_results: |values, results| vec![values[0].clone(), state_type(&values[1], &results[0])],
        kernel,
    })
}

fn array_and_start(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [array, start] => Some(vec![array_of(element_of(array)?), canonical(start)]),
        _ => None,
    }
}

/// The state is of the start's type, or wider where the lambda gives a wider one: `reduce(…, 0, (s, x) -> s + x/2e0, …)`.
fn parameters(values: &[DataType], results: &[Option<DataType>]) -> Parameters {
    let element = element_of(&values[0]).unwrap_or(DataType::Null);
    match &results[0] {
        None => Parameters::After(vec![Some(vec![values[1].clone(), element]), None]),
        Some(result) => {
            let state = state_type(&values[1], result);
            Parameters::Known(vec![vec![state.clone(), element], vec![state]])
        }
    }
}

/// A decimal that grows with each step has all the digits that there are.
fn state_type(start: &DataType, result: &DataType) -> DataType {
    match common(start, result) {
        Some(DataType::Decimal128(_, scale)) if start != result => DataType::Decimal128(38, scale),
        common => common.unwrap_or_else(|| start.clone()),
    }
}

fn kernel(call: &Call) -> Result<ArrayRef> {
    let (array, constant) = call.value(0)?;
    let lists = Lists::new(array.as_list::<i32>(), constant);
    let mut state = call.spread(1)?;
    for place in 0.. {
        let reaching = (0..call.rows).filter(|&row| lists.get(row).is_some_and(|range| range.len() > place));
        let active = reaching.map(|row| row as u32).collect::<Vec<_>>();
        if active.is_empty() {
            break;
        }
        state = step(call, &lists, place, &UInt32Array::from(active), &state)?;
    }
    let finished =
        call.evaluate(1, std::slice::from_ref(&state), &call.return_type, |captured| Ok(captured.to_vec()))?;
    if array.null_count() == 0 {
        return Ok(finished);
    }
    let answered = (0..call.rows).map(|row| lists.get(row).map(|_| row as u32)).collect::<UInt32Array>();
    Ok(take(finished.as_ref(), &answered, None)?)
}

/// The states after the elements at one place, which the `active` rows have.
fn step(call: &Call, lists: &Lists, place: usize, active: &UInt32Array, state: &ArrayRef) -> Result<ArrayRef> {
    let element = |row: &u32| lists.get(*row as usize).map(|range| (range.start + place) as u32);
    let positions = active.values().iter().map(element).collect::<UInt32Array>();
    let elements = take(lists.values().as_ref(), &positions, None)?;
    let states = take(state.as_ref(), active, None)?;
    let next =
        call.evaluate(0, &[states, elements], state.data_type(), |captured| Ok(take_arrays(captured, active, None)?))?;
    if active.len() == call.rows {
        return Ok(next);
    }
    let mut sources = (0..call.rows).map(|row| (0, row)).collect::<Vec<_>>();
    active.values().iter().enumerate().for_each(|(nth, &row)| sources[row as usize] = (1, nth));
    Ok(interleave(&[state.as_ref(), next.as_ref()], &sources)?)
}
