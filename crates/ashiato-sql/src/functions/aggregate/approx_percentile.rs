//! `approx_percentile(x [, weight], percentage)`, with one percentage or an array of them.
//!
//! Up to 10,000 values a group the answer is exact: the value at which the weights below it pass the percentage.
//! Beyond, neighbours are merged, fewest at the ends, to some 3,000 and the answer is off by a thousandth at most.

use super::definition::{Definition, Duplicates, GroupStates, aggregate, null_of_nothing};
use crate::functions::array::element_types::{array_of, canonical, element_of};
use crate::functions::array::lists::{Lists, Picked};
use crate::functions::overload::invalid_argument;
use arrow::array::{Array, ArrayRef, AsArray, Float64Array, UInt32Array};
use arrow::compute::{cast, take};
use arrow::datatypes::{DataType, Float64Type};
use datafusion::error::Result;
use datafusion::logical_expr::{AggregateUDF, EmitTo};
use std::sync::Arc;

const EXACT_MAX: usize = 10_000;
/// A merged point weighs at most one part in so many of the whole, and less towards the ends, by the root of
/// `q·(1-q)`; so at most 2π times as many points stay after merging, whatever the number of values.
const RESOLUTION: f64 = 600.0;

pub(super) fn function() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "approx_percentile",
        aliases: &[],
        convert,
        returns: answer_type,
        state: |_| vec![array_of(DataType::Float64), array_of(DataType::Float64), array_of(DataType::Float64)],
        groups: |types| {
            let answer_type = answer_type(types);
            Ok(Box::new(Percentiles { answer_type, percentages: Vec::new(), groups: Vec::new() }))
        },
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

fn convert(types: &[DataType]) -> Option<Vec<DataType>> {
    let (x, weight, percentage) = match types {
        [x, percentage] => (x, None, percentage),
        [x, weight, percentage] if weight.is_numeric() => (x, Some(DataType::Float64), percentage),
        _ => return None,
    };
    let x = match canonical(x) {
        DataType::Null | DataType::Int64 => DataType::Int64,
        integer if integer.is_integer() => DataType::Int64,
        DataType::Float32 => DataType::Float32,
        number if number.is_numeric() => DataType::Float64,
        _ => return None,
    };
    let percentage = match canonical(percentage) {
        DataType::List(each) if each.data_type().is_numeric() => array_of(DataType::Float64),
        number if number.is_numeric() => DataType::Float64,
        _ => return None,
    };
    Some([Some(x), weight, Some(percentage)].into_iter().flatten().collect())
}

fn answer_type(types: &[DataType]) -> DataType {
    let many = types.last().is_some_and(|percentage| matches!(percentage, DataType::List(_)));
    if many { array_of(types[0].clone()) } else { types[0].clone() }
}

struct Percentiles {
    answer_type: DataType,
    /// The same for all rows; not known before the first.
    percentages: Vec<f64>,
    groups: Vec<Points>,
}

/// Values and their weights.
#[derive(Default, Clone)]
struct Points {
    points: Vec<(f64, f64)>,
    /// Sorted, with nothing added since.
    sorted: bool,
}

impl Points {
    fn add(&mut self, value: f64, weight: f64) {
        self.points.push((value, weight));
        self.sorted = false;
        if self.points.len() > EXACT_MAX {
            self.merge_neighbours();
        }
    }

    fn sort(&mut self) {
        if !self.sorted {
            self.points.sort_by(|a, b| a.0.total_cmp(&b.0));
            self.sorted = true;
        }
    }

    fn total(&self) -> f64 {
        self.points.iter().map(|(_, weight)| weight).sum()
    }

    fn merge_neighbours(&mut self) {
        self.sort();
        let total = self.total();
        let mut merged: Vec<(f64, f64)> = Vec::with_capacity(EXACT_MAX / 2);
        let mut below = 0.0;
        for (value, weight) in self.points.drain(..) {
            let middle = below / total;
            let weight_max = total * (middle * (1.0 - middle)).max(0.0).sqrt() / RESOLUTION;
            match merged.last_mut() {
                Some((mean, so_far)) if *so_far + weight <= weight_max => {
                    *mean += (value - *mean) * weight / (*so_far + weight);
                    *so_far += weight;
                }
                _ => merged.push((value, weight)),
            }
            below += weight;
        }
        self.points = merged;
    }

    fn at(&mut self, percentage: f64) -> Option<f64> {
        self.sort();
        let wanted = percentage * self.total();
        let mut below = 0.0;
        let passing = self.points.iter().find(|(_, weight)| {
            below += weight;
            below > wanted
        });
        passing.or(self.points.last()).map(|(value, _)| *value)
    }
}

impl Percentiles {
    fn set_percentages(&mut self, column: &ArrayRef) -> Result<()> {
        if column.is_empty() || !self.percentages.is_empty() {
            return Ok(());
        }
        let values = match column.as_list_opt::<i32>() {
            Some(lists) => lists.value(0),
            None => column.slice(0, 1),
        };
        let values = values.as_primitive::<Float64Type>();
        if column.is_null(0) || values.null_count() > 0 {
            return Err(invalid_argument("Percentile cannot be null"));
        }
        if let Some(wrong) = values.values().iter().find(|value| !(0.0..=1.0).contains(*value)) {
            return Err(invalid_argument(format!("Percentile must be between 0 and 1: {wrong}")));
        }
        self.percentages = values.values().to_vec();
        Ok(())
    }

    fn lists(values: impl Iterator<Item = Vec<f64>>) -> Result<ArrayRef> {
        let mut picked = Picked::new(0);
        let mut all = Vec::new();
        for values in values {
            picked.extend(all.len()..all.len() + values.len());
            all.extend(values);
            picked.close()?;
        }
        let all: ArrayRef = Arc::new(Float64Array::from(all));
        picked.finish(&all, &array_of(DataType::Float64))
    }
}

impl GroupStates for Percentiles {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, Points::default);
        let (x, weights, percentages) = match values {
            [x, percentages] => (x, None, percentages),
            [x, weights, percentages, ..] => (x, Some(weights.as_primitive::<Float64Type>()), percentages),
            _ => return datafusion::common::internal_err!("approx_percentile of {} columns", values.len()),
        };
        self.set_percentages(percentages)?;
        let x = cast(x, &DataType::Float64)?;
        let x = x.as_primitive::<Float64Type>();
        for (row, group) in groups.iter().enumerate().filter(|(row, _)| x.is_valid(*row)) {
            let weight = match weights {
                None => 1.0,
                Some(weights) if weights.is_null(row) => continue,
                Some(weights) => weights.value(row),
            };
            if weight.is_nan() || weight < 0.0 {
                return Err(invalid_argument(format!("percentile weight must be at least 0: {weight}")));
            }
            if weight > 0.0 {
                self.groups[*group].add(x.value(row), weight);
            }
        }
        Ok(())
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, Points::default);
        // A partition without rows knows no percentages.
        let known = (0..states[2].len()).find(|&row| !states[2].as_list::<i32>().value(row).is_empty());
        if let Some(row) = known {
            self.set_percentages(&states[2].slice(row, 1))?;
        }
        let (values, weights) = (Lists::new(states[0].as_list(), false), Lists::new(states[1].as_list(), false));
        let value_column = values.values().as_primitive::<Float64Type>();
        let weight_column = weights.values().as_primitive::<Float64Type>();
        for (row, group) in groups.iter().enumerate() {
            for at in values.get(row).into_iter().flatten() {
                self.groups[*group].add(value_column.value(at), weight_column.value(at));
            }
        }
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let mut groups = emit_to.take_needed(&mut self.groups);
        let of_group = |points: &mut Points| self.percentages.iter().map(|&at| points.at(at)).collect::<Vec<_>>();
        let answers = groups.iter_mut().map(of_group).collect::<Vec<_>>();
        let each = element_of(&self.answer_type).unwrap_or_else(|| self.answer_type.clone());
        let values: Float64Array =
            answers.iter().flatten().map(|value| value.map(|value| rounded(value, &each))).collect();
        let values = cast(&values, &each)?;
        if !matches!(self.answer_type, DataType::List(_)) {
            // Without rows there is no percentage, and the answer is NULL.
            let positions = (0..groups.len() as u32).map(|group| (!self.percentages.is_empty()).then_some(group));
            return Ok(take(values.as_ref(), &positions.collect::<UInt32Array>(), None)?);
        }
        let mut picked = Picked::new(groups.len());
        for (group, points) in groups.iter().enumerate() {
            if points.points.is_empty() {
                picked.close_null()?;
                continue;
            }
            let first = group * self.percentages.len();
            picked.extend(first..first + self.percentages.len());
            picked.close()?;
        }
        picked.finish(&values, &self.answer_type)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let groups = emit_to.take_needed(&mut self.groups);
        let values = groups.iter().map(|points| points.points.iter().map(|(value, _)| *value).collect());
        let weights = groups.iter().map(|points| points.points.iter().map(|(_, weight)| *weight).collect());
        let percentages = groups.iter().map(|_| self.percentages.clone());
        Ok(vec![Percentiles::lists(values)?, Percentiles::lists(weights)?, Percentiles::lists(percentages)?])
    }

    fn size(&self) -> usize {
        let points = |points: &Points| size_of::<Points>() + points.points.capacity() * size_of::<(f64, f64)>();
        self.groups.iter().map(points).sum()
    }
}

fn rounded(value: f64, data_type: &DataType) -> f64 {
    if data_type.is_integer() { value.round() } else { value }
}

#[cfg(test)]
mod tests {
    use super::{EXACT_MAX, Points};
    use proptest::prelude::*;

    #[test]
    fn merged_points_stay_near() {
        let mut points = Points::default();
        let count = 400_000_u32;
        // A stride that shares no factor with the count visits every value, in no order.
        (0..count).for_each(|nth| points.add(f64::from(nth.wrapping_mul(7_919) % count), 1.0));
        assert!(points.points.len() <= EXACT_MAX);
        for percentage in [0.0, 0.001, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1.0] {
            let answer = points.at(percentage).expect("there are values") / f64::from(count);
            assert!((answer - percentage).abs() < 0.001, "{percentage}: {answer}");
        }
    }

    proptest! {
        #[test]
        fn few_values_are_exact(mut values in proptest::collection::vec(-100..100_i32, 1..50), percentage in 0.0..=1.0_f64) {
            let mut points = Points::default();
            values.iter().for_each(|value| points.add(f64::from(*value), 1.0));
            values.sort_unstable();
            let at = ((percentage * values.len() as f64).floor() as usize).min(values.len() - 1);
            prop_assert_eq!(points.at(percentage), Some(f64::from(values[at])));
        }
    }
}
