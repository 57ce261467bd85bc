//! `sum(x)` and `avg(x)`. A sum that its type cannot hold is an error, where DataFusion's wraps around.
//!
//! Whole numbers and decimals are summed in 128 bits: only the answer is checked, so the order of the rows does not
//! decide whether there is one.

use super::definition::{Definition, Duplicates, GroupStates, aggregate, null_of_nothing};
use crate::functions::array::element_types::canonical;
use crate::functions::overload::error;
use arrow::array::{Array, ArrayRef, AsArray, Decimal128Array, Float32Array, Float64Array, Int64Array};
use arrow::compute::cast;
use arrow::datatypes::{DECIMAL128_MAX_PRECISION, DataType, Decimal128Type, Float64Type, Int64Type};
use datafusion::error::Result;
use datafusion::logical_expr::{AggregateUDF, EmitTo};
use std::sync::Arc;

pub(super) fn sum() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "sum",
        aliases: &[],
        convert: one_number,
        returns: sum_type,
        state: state_types,
        groups: |types| Ok(states(&types[0], Answer::Sum, sum_type(types))),
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

pub(super) fn avg() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "avg",
        aliases: &[],
        convert: one_number,
        returns: average_type,
        state: state_types,
        groups: |types| Ok(states(&types[0], Answer::Average, average_type(types))),
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

fn one_number(types: &[DataType]) -> Option<Vec<DataType>> {
    let [x] = types else {
        return None;
    };
    match canonical(x) {
        DataType::Null => Some(vec![DataType::Int64]),
        integer if integer.is_integer() => Some(vec![DataType::Int64]),
        float @ (DataType::Float64 | DataType::Float32) => Some(vec![float]),
        DataType::Decimal128(precision, scale) => Some(vec![DataType::Decimal128(precision, scale)]),
        DataType::Decimal32(precision, scale) | DataType::Decimal64(precision, scale) => {
            Some(vec![DataType::Decimal128(precision, scale)])
        }
        _ => None,
    }
}

fn sum_type(types: &[DataType]) -> DataType {
    match &types[0] {
        DataType::Decimal128(_, scale) => DataType::Decimal128(DECIMAL128_MAX_PRECISION, *scale),
        other => other.clone(),
    }
}

fn average_type(types: &[DataType]) -> DataType {
    if types[0] == DataType::Int64 { DataType::Float64 } else { types[0].clone() }
}

fn state_types(types: &[DataType]) -> Vec<DataType> {
    let sum =
        if types[0].is_floating() { DataType::Float64 } else { DataType::Decimal128(DECIMAL128_MAX_PRECISION, 0) };
    vec![sum, DataType::Int64]
}

fn states(input: &DataType, answer: Answer, answer_type: DataType) -> Box<dyn GroupStates> {
    if input.is_floating() {
        return Box::new(Floats { answer, answer_type, groups: Vec::new() });
    }
    Box::new(Exacts { answer, answer_type, groups: Vec::new() })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Sum,
    Average,
}

/// The sum of integers, or of decimals as integers of their scale.
struct Exacts {
    answer: Answer,
    answer_type: DataType,
    groups: Vec<(i128, i64)>,
}

fn overflow(data_type: &DataType) -> datafusion::error::DataFusionError {
    let what = if *data_type == DataType::Int64 { "bigint addition overflow" } else { "Decimal overflow" };
    error("NUMERIC_VALUE_OUT_OF_RANGE", what)
}

impl Exacts {
    fn add(&mut self, group: usize, value: i128, count: i64) -> Result<()> {
        let (sum, counted) = &mut self.groups[group];
        *sum = sum.checked_add(value).ok_or_else(|| overflow(&self.answer_type))?;
        *counted += count;
        Ok(())
    }

    fn sums(&self, groups: &[(i128, i64)]) -> Result<ArrayRef> {
        let sums = groups.iter().map(|(sum, count)| (*count > 0).then_some(*sum));
        if self.answer_type == DataType::Int64 {
            let checked = |sum: i128| i64::try_from(sum).map_err(|_| overflow(&self.answer_type));
            return Ok(Arc::new(sums.map(|sum| sum.map(checked).transpose()).collect::<Result<Int64Array>>()?));
        }
        let sums = sums.collect::<Decimal128Array>();
        if sums.validate_decimal_precision(DECIMAL128_MAX_PRECISION).is_err() {
            return Err(overflow(&self.answer_type));
        }
        Ok(Arc::new(sums.with_data_type(self.answer_type.clone())))
    }

    fn averages(&self, groups: &[(i128, i64)]) -> ArrayRef {
        if self.answer_type == DataType::Float64 {
            let average = |(sum, count): &(i128, i64)| (*count > 0).then(|| *sum as f64 / *count as f64);
            return Arc::new(groups.iter().map(average).collect::<Float64Array>());
        }
        let average = |(sum, count): &(i128, i64)| (*count > 0).then(|| half_up(*sum, i128::from(*count)));
        Arc::new(groups.iter().map(average).collect::<Decimal128Array>().with_data_type(self.answer_type.clone()))
    }
}

/// The quotient rounded to the nearest, halves away from zero.
fn half_up(sum: i128, count: i128) -> i128 {
    let (quotient, rest) = (sum / count, sum % count);
    if rest.abs() >= count - rest.abs() { quotient + sum.signum() } else { quotient }
}

impl GroupStates for Exacts {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize(group_count, (0, 0));
        let integers = values[0].as_primitive_opt::<Int64Type>();
        let decimals = values[0].as_primitive_opt::<Decimal128Type>();
        for (row, group) in groups.iter().enumerate().filter(|(row, _)| values[0].is_valid(*row)) {
            let integer = integers.map(|integers| i128::from(integers.value(row)));
            let value = integer.or_else(|| decimals.map(|decimals| decimals.value(row)));
            self.add(*group, value.unwrap_or(0), 1)?;
        }
        Ok(())
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize(group_count, (0, 0));
        let (sums, counts) = (states[0].as_primitive::<Decimal128Type>(), states[1].as_primitive::<Int64Type>());
        for (row, group) in groups.iter().enumerate() {
            self.add(*group, sums.value(row), counts.value(row))?;
        }
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = emit_to.take_needed(&mut self.groups);
        match self.answer {
            Answer::Sum => self.sums(&groups),
            Answer::Average => Ok(self.averages(&groups)),
        }
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let (sums, counts): (Vec<_>, Vec<_>) = emit_to.take_needed(&mut self.groups).into_iter().unzip();
        let sums = Decimal128Array::from(sums).with_data_type(DataType::Decimal128(DECIMAL128_MAX_PRECISION, 0));
        Ok(vec![Arc::new(sums), Arc::new(Int64Array::from(counts))])
    }

    fn size(&self) -> usize {
        self.groups.capacity() * size_of::<(i128, i64)>()
    }
}

struct Floats {
    answer: Answer,
    answer_type: DataType,
    groups: Vec<(f64, i64)>,
}

impl GroupStates for Floats {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize(group_count, (0.0, 0));
        let values = cast(&values[0], &DataType::Float64)?;
        let values = values.as_primitive::<Float64Type>();
        for (row, group) in groups.iter().enumerate().filter(|(row, _)| values.is_valid(*row)) {
            self.groups[*group].0 += values.value(row);
            self.groups[*group].1 += 1;
        }
        Ok(())
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize(group_count, (0.0, 0));
        let (sums, counts) = (states[0].as_primitive::<Float64Type>(), states[1].as_primitive::<Int64Type>());
        for (row, group) in groups.iter().enumerate() {
            self.groups[*group].0 += sums.value(row);
            self.groups[*group].1 += counts.value(row);
        }
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = emit_to.take_needed(&mut self.groups);
        let answer = |(sum, count): (f64, i64)| match self.answer {
            _ if count == 0 => None,
            Answer::Sum => Some(sum),
            Answer::Average => Some(sum / count as f64),
        };
        let answers = groups.into_iter().map(answer);
        if self.answer_type == DataType::Float32 {
            return Ok(Arc::new(answers.map(|answer| answer.map(|answer| answer as f32)).collect::<Float32Array>()));
        }
        Ok(Arc::new(answers.collect::<Float64Array>()))
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let (sums, counts): (Vec<_>, Vec<_>) = emit_to.take_needed(&mut self.groups).into_iter().unzip();
        Ok(vec![Arc::new(Float64Array::from(sums)), Arc::new(Int64Array::from(counts))])
    }

    fn size(&self) -> usize {
        self.groups.capacity() * size_of::<(f64, i64)>()
    }
}

#[cfg(test)]
mod tests {
    use super::half_up;

    #[test]
    fn halves_go_away_from_zero() {
        for (sum, count, average) in [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (-4, 3, -1), (5, 3, 2), (0, 7, 0), (6, 3, 2)] {
            assert_eq!(half_up(sum, count), average, "{sum} / {count}");
        }
    }
}
