//! `array_sort(x)`, ascending with NULLs last, and `array_sort(x, (a, b) -> integer)`, as the lambda compares.
//!
//! A lambda runs on whole columns, so the comparisons are those of a sorting network (Batcher's merge exchange):
//! which pairs are compared is known beforehand, and one run of the lambda makes a round of them for all rows.

use super::definition::{Call, Definition, Parameters, Slot, higher_order, unchanged};
use super::elements::{Elements, rows_of_elements};
use super::types::element_parameter;
use crate::functions::array::element_types::one_array;
use crate::functions::array::lists::{Picked, sortable};
use crate::functions::overload::invalid_argument;
use arrow::array::{Array, ArrayRef, AsArray, UInt32Array};
use arrow::compute::{take, take_arrays};
use arrow::datatypes::{DataType, Int64Type};
use datafusion::error::Result;
use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "array_sort",
        shapes: &[&[Slot::Value], &[Slot::Value, Slot::Lambda]],
        convert: one_array,
        parameters: |values, _| {
            Parameters::Known(vec![[element_parameter(values), element_parameter(values)].concat()])
        },
        returns: |values, _| Some(values[0].clone()),
        convert_for_results: unchanged,
        kernel,
    })
}

fn kernel(call: &Call) -> Result<ArrayRef> {
    let elements = Elements::of_array(call, 0)?;
    let order = match call.has_lambda() {
        true => order_by_lambda(call, &elements)?,
        false => natural_order(&elements)?,
    };
    let mut picked = Picked::new(call.rows);
    for range in elements.ranges() {
        match range {
            Some(range) => {
                picked.extend(order[range].iter().map(|&at| at as usize));
                picked.close()?;
            }
            None => picked.close_null()?,
        }
    }
    picked.finish(&elements.columns[0], &call.return_type)
}

fn natural_order(elements: &Elements) -> Result<Vec<u32>> {
    let [keys] = sortable([&elements.columns[0]])?;
    let mut order = (0..keys.num_rows() as u32).collect::<Vec<_>>();
    for range in elements.ranges().flatten() {
        order[range].sort_by(|&a, &b| keys.row(a as usize).cmp(&keys.row(b as usize)));
    }
    Ok(order)
}

fn order_by_lambda(call: &Call, elements: &Elements) -> Result<Vec<u32>> {
    let ranges = elements.ranges().flatten().collect::<Vec<_>>();
    let longest = ranges.iter().map(|range| range.len()).max().unwrap_or(0);
    let rows = rows_of_elements(&elements.shape);
    let mut order = (0..elements.columns[0].len() as u32).collect::<Vec<_>>();
    for round in rounds(longest) {
        let of_row = |range: &std::ops::Range<usize>| {
            let (start, length) = (range.start, range.len());
            round.iter().filter(move |(_, high)| *high < length).map(move |(low, high)| (start + low, start + high))
        };
        let places = ranges.iter().flat_map(of_row).collect::<Vec<_>>();
        if places.is_empty() {
            continue;
        }
        let compared = compare(call, elements, &rows, &order, &places)?;
        for (nth, (low, high)) in places.into_iter().enumerate() {
            // Elements that compare as equal keep the order they came in.
            let wrong = compared[nth] > 0 || (compared[nth] == 0 && order[low] > order[high]);
            if wrong {
                order.swap(low, high);
            }
        }
    }
    Ok(order)
}

fn compare(
    call: &Call,
    elements: &Elements,
    rows: &UInt32Array,
    order: &[u32],
    places: &[(usize, usize)],
) -> Result<Vec<i64>> {
    let lows = UInt32Array::from_iter_values(places.iter().map(|(low, _)| order[*low]));
    let highs = UInt32Array::from_iter_values(places.iter().map(|(_, high)| order[*high]));
    let values = &elements.columns[0];
    let pairs = [take(values.as_ref(), &lows, None)?, take(values.as_ref(), &highs, None)?];
    let answers = call.evaluate(0, &pairs, &DataType::Int64, |captured| {
        let rows = take(rows, &lows, None)?;
        Ok(take_arrays(captured, rows.as_ref(), None)?)
    })?;
    let answers = answers.as_primitive::<Int64Type>();
    if answers.null_count() > 0 || answers.values().iter().any(|answer| !(-1..=1).contains(answer)) {
        return Err(invalid_argument("Lambda comparator must return either -1, 0, or 1"));
    }
    Ok(answers.values().to_vec())
}

/// The rounds of places to compare and, where wrong, exchange, that sort any array up to this length.
fn rounds(length: usize) -> Vec<Vec<(usize, usize)>> {
    let mut rounds = Vec::new();
    if length < 2 {
        return rounds;
    }
    let top = length.next_power_of_two() / 2;
    let mut width = top;
    while width > 0 {
        let (mut span, mut remainder, mut distance) = (top, 0, width);
        loop {
            let low_places = (0..length.saturating_sub(distance)).filter(|low| low & width == remainder);
            rounds.push(low_places.map(|low| (low, low + distance)).collect());
            if span == width {
                break;
            }
            distance = span - width;
            span /= 2;
            remainder = width;
        }
        width /= 2;
    }
    rounds
}

#[cfg(test)]
mod tests {
    use super::rounds;
    use proptest::prelude::*;

    proptest! {
        /// A network made for a longer array sorts shorter ones too, its comparisons past their end left out.
        #[test]
        fn a_network_sorts(mut values in proptest::collection::vec(0..9_u8, 0..40), beyond in 0..20_usize) {
            let mut sorted = values.clone();
            sorted.sort_unstable();
            for (low, high) in rounds(values.len() + beyond).into_iter().flatten() {
                if high < values.len() && values[low] > values[high] {
                    values.swap(low, high);
                }
            }
            prop_assert_eq!(values, sorted);
        }
    }
}
