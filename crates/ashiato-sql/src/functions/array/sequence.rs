//! `sequence(start, stop [, step])`: numbers, dates or timestamps from start to stop, both included.
//! Trino allows 10,000 of them.

use super::element_types::{array_of, canonical, is_integer};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, invalid_argument, scalar};
use crate::types::TIMESTAMP;
use arrow::array::{
    Array, ArrayRef, AsArray, Date32Array, Int64Array, IntervalMonthDayNanoArray, ListArray, NullBufferBuilder,
    TimestampMillisecondArray,
};
use arrow::buffer::{OffsetBuffer, ScalarBuffer};
use arrow::datatypes::{DataType, Int64Type, IntervalMonthDayNano, IntervalUnit, TimeUnit};
use chrono::{DateTime, Days, Months};
use datafusion::common::internal_err;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

const ENTRIES_MAX: usize = 10_000;
const DAY_MS: i64 = 86_400_000;

pub(super) fn function() -> Arc<ScalarUDF> {
    let returns = |types: &[DataType]| array_of(types[0].clone());
    let of_numbers = Overload { parameters: Parameters::Decided(bigints), returns, kernel: numbers };
    let of_times = Overload { parameters: Parameters::Decided(times), returns, kernel: moments };
    scalar("sequence", vec![of_numbers, of_times])
}

fn bigints(types: &[DataType]) -> Option<Vec<DataType>> {
    let fits = matches!(types.len(), 2 | 3) && types.iter().all(is_integer);
    fits.then(|| vec![DataType::Int64; types.len()])
}

fn times(types: &[DataType]) -> Option<Vec<DataType>> {
    let (bounds, step) = types.split_at_checked(2)?;
    let bound = match (canonical(&bounds[0]), canonical(&bounds[1])) {
        (DataType::Date32, DataType::Date32) => DataType::Date32,
        (DataType::Timestamp(_, Some(zone)), DataType::Timestamp(..)) => {
            DataType::Timestamp(TimeUnit::Millisecond, Some(zone))
        }
        (DataType::Date32 | DataType::Timestamp(..), DataType::Date32 | DataType::Timestamp(..)) => TIMESTAMP,
        _ => return None,
    };
    let mut converted = vec![bound.clone(), bound.clone()];
    match step {
        [] if bound == DataType::Date32 => {}
        [DataType::Interval(_)] => converted.push(DataType::Interval(IntervalUnit::MonthDayNano)),
        _ => return None,
    }
    Some(converted)
}

fn numbers(arguments: &Arguments) -> Result<ArrayRef> {
    let (starts, stops) = (arguments.bigint(0)?, arguments.bigint(1)?);
    let steps = if arguments.len() == 3 { Some(arguments.bigint(2)?) } else { None };
    build(arguments, |row, values| {
        let (Some(start), Some(stop)) = (starts.get(row), stops.get(row)) else {
            return Ok(false);
        };
        let step = match &steps {
            None => Some(if start <= stop { 1 } else { -1 }),
            Some(steps) => steps.get(row),
        };
        let Some(step) = step else {
            return Ok(false);
        };
        fill(values, start, stop, step.signum(), |value| value.checked_add(step))?;
        Ok(true)
    })
}

fn moments(arguments: &Arguments) -> Result<ArrayRef> {
    let (starts, stops) = (milliseconds(&arguments.spread(0)?)?, milliseconds(&arguments.spread(1)?)?);
    let steps = match arguments.len() {
        3 => Some(arguments.column::<IntervalMonthDayNanoArray>(2)?),
        _ => None,
    };
    build(arguments, |row, values| {
        if starts.is_null(row) || stops.is_null(row) {
            return Ok(false);
        }
        let (start, stop) = (starts.value(row), stops.value(row));
        let step = match &steps {
            None => Some(IntervalMonthDayNano::new(0, if start <= stop { 1 } else { -1 }, 0)),
            Some(steps) => steps.get(row),
        };
        let Some(step) = step else {
            return Ok(false);
        };
        fill(values, start, stop, direction(step), |value| later(value, step))?;
        Ok(true)
    })
}

fn milliseconds(times: &ArrayRef) -> Result<Int64Array> {
    let times = arrow::compute::cast(times, &TIMESTAMP)?;
    Ok(arrow::compute::cast(&times, &DataType::Int64)?.as_primitive::<Int64Type>().clone())
}

/// Which way a step leads. Its parts point one way: an interval has months or it has days and time.
fn direction(step: IntervalMonthDayNano) -> i64 {
    let time = i64::from(step.days).saturating_mul(DAY_MS).saturating_add(step.nanoseconds / 1_000_000);
    match i64::from(step.months) {
        0 => time.signum(),
        months => months.signum(),
    }
}

fn later(milliseconds: i64, step: IntervalMonthDayNano) -> Option<i64> {
    let time = DateTime::from_timestamp_millis(milliseconds)?;
    let months = Months::new(step.months.unsigned_abs());
    let time = if step.months < 0 { time.checked_sub_months(months) } else { time.checked_add_months(months) }?;
    let days = Days::new(u64::from(step.days.unsigned_abs()));
    let time = if step.days < 0 { time.checked_sub_days(days) } else { time.checked_add_days(days) }?;
    time.timestamp_millis().checked_add(step.nanoseconds / 1_000_000)
}

/// Adds what one row holds to `values`. `direction` is the step's sign.
fn fill(values: &mut Vec<i64>, start: i64, stop: i64, direction: i64, next: impl Fn(i64) -> Option<i64>) -> Result<()> {
    let passed = |value: i64| if direction > 0 { value > stop } else { value < stop };
    if direction == 0 {
        return Err(invalid_argument("step must not be zero"));
    }
    if passed(start) {
        return Err(invalid_argument(
            "sequence stop value should be greater than or equal to start value if step is greater than zero \
             otherwise stop value should be less than or equal to start value",
        ));
    }
    let first = values.len();
    let mut current = Some(start);
    while let Some(value) = current.filter(|&value| !passed(value)) {
        if values.len() - first == ENTRIES_MAX {
            let message = format!("result of sequence function must not have more than {ENTRIES_MAX} entries");
            return Err(invalid_argument(message));
        }
        values.push(value);
        current = next(value);
    }
    Ok(())
}

fn build(arguments: &Arguments, mut row_values: impl FnMut(usize, &mut Vec<i64>) -> Result<bool>) -> Result<ArrayRef> {
    let rows = arguments.rows();
    let (mut values, mut offsets) = (Vec::new(), vec![0_i32]);
    let mut nulls = NullBufferBuilder::new(rows.len());
    for row in rows {
        nulls.append(row_values(row, &mut values)?);
        let Ok(offset) = i32::try_from(values.len()) else {
            return Err(invalid_argument("The sequences of one batch hold more than 2147483647 elements"));
        };
        offsets.push(offset);
    }
    let DataType::List(field) = arguments.return_type() else {
        return internal_err!("sequence gives an array");
    };
    let elements: ArrayRef = match field.data_type() {
        DataType::Date32 => {
            Arc::new(Date32Array::from_iter_values(values.iter().map(|value| value.div_euclid(DAY_MS) as i32)))
        }
        DataType::Timestamp(_, zone) => {
            Arc::new(TimestampMillisecondArray::from(values).with_timezone_opt(zone.clone()))
        }
        _ => Arc::new(Int64Array::from(values)),
    };
    let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
    Ok(Arc::new(ListArray::try_new(Arc::clone(field), offsets, elements, nulls.finish())?))
}
