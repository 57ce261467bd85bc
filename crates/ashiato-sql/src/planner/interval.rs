//! Intervals: between two points in time, times a number, and their lengths.
//!
//! One Arrow type carries both of Trino's intervals: months for YEAR TO MONTH, days and nanoseconds for
//! DAY TO SECOND. A day is 24 hours.

use super::call;
use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::{INTERVAL, TIMESTAMP, timestamp_with_zone};
use arrow::array::{Array, ArrayRef, AsArray, Int64Array, IntervalMonthDayNanoArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Int64Type, IntervalMonthDayNano, IntervalMonthDayNanoType};
use datafusion::common::Result;
use datafusion::logical_expr::{Cast, Expr, ScalarUDF};
use sqlparser::ast::BinaryOperator;
use std::sync::{Arc, LazyLock};

static FUNCTIONS: LazyLock<Vec<Arc<ScalarUDF>>> = LazyLock::new(|| {
    vec![
        Definition::new("$interval_between", 2..=2, |_| Ok(INTERVAL), between).into_udf(),
        Definition::new("$interval_times", 2..=2, |_| Ok(INTERVAL), times).into_udf(),
        Definition::new("$interval_length", 1..=1, |_: &Types| Ok(DataType::Int64), lengths).into_udf(),
        Definition::new("$interval_add", 2..=2, |_| Ok(INTERVAL), |args| sums(args, 1, "+")).into_udf(),
        Definition::new("$interval_subtract", 2..=2, |_| Ok(INTERVAL), |args| sums(args, -1, "-")).into_udf(),
        Definition::new("$days_to_add", 1..=1, |_| Ok(INTERVAL), |args| whole_days(args, "add", "to")).into_udf(),
        Definition::new("$days_to_subtract", 1..=1, |_| Ok(INTERVAL), |args| whole_days(args, "subtract", "from"))
            .into_udf(),
    ]
});

pub(super) fn scalars() -> Vec<Arc<ScalarUDF>> {
    FUNCTIONS.clone()
}

pub(super) fn is_temporal(of: &DataType) -> bool {
    of.is_temporal()
}

fn is_interval(of: &DataType) -> bool {
    matches!(of, DataType::Interval(_) | DataType::Duration(_))
}

/// An interval as a number that orders it: two intervals of one length are equal, however they were written.
pub(super) fn length(interval: Expr) -> Expr {
    call(FUNCTIONS[2].clone(), vec![interval])
}

/// The operations that DataFusion lacks or gives another type.
pub(super) fn plan(
    op: &BinaryOperator,
    left: &Expr,
    left_type: &DataType,
    right: &Expr,
    right_type: &DataType,
) -> Result<Option<Expr>> {
    let is_point = |of: &DataType| matches!(of, DataType::Date32 | DataType::Date64 | DataType::Timestamp(..));
    let is_date = |of: &DataType| matches!(of, DataType::Date32 | DataType::Date64);
    let inverse = || Expr::Literal(datafusion::common::ScalarValue::Float64(Some(1.0)), None);
    Ok(match op {
        BinaryOperator::Minus if is_point(left_type) && is_point(right_type) => {
            let arguments = vec![instant(left, left_type), instant(right, right_type)];
            Some(call(FUNCTIONS[0].clone(), arguments))
        }
        BinaryOperator::Plus if is_interval(left_type) && is_interval(right_type) => {
            Some(call(FUNCTIONS[3].clone(), vec![left.clone(), right.clone()]))
        }
        BinaryOperator::Minus if is_interval(left_type) && is_interval(right_type) => {
            Some(call(FUNCTIONS[4].clone(), vec![left.clone(), right.clone()]))
        }
        BinaryOperator::Multiply if is_interval(left_type) && right_type.is_numeric() => {
            Some(call(FUNCTIONS[1].clone(), vec![left.clone(), right.clone()]))
        }
        BinaryOperator::Multiply if left_type.is_numeric() && is_interval(right_type) => {
            Some(call(FUNCTIONS[1].clone(), vec![right.clone(), left.clone()]))
        }
        BinaryOperator::Divide if is_interval(left_type) && right_type.is_numeric() => {
            let divisor = Expr::Cast(Cast::new(Box::new(right.clone()), DataType::Float64));
            Some(call(FUNCTIONS[1].clone(), vec![left.clone(), inverse() / divisor]))
        }
        BinaryOperator::Plus if is_date(left_type) && is_interval(right_type) => {
            Some(left.clone() + call(FUNCTIONS[5].clone(), vec![right.clone()]))
        }
        BinaryOperator::Plus if is_interval(left_type) && is_date(right_type) => {
            Some(right.clone() + call(FUNCTIONS[5].clone(), vec![left.clone()]))
        }
        BinaryOperator::Minus if is_date(left_type) && is_interval(right_type) => {
            Some(left.clone() - call(FUNCTIONS[6].clone(), vec![right.clone()]))
        }
        _ => None,
    })
}

/// A point in time as a plain timestamp in UTC.
fn instant(expr: &Expr, of: &DataType) -> Expr {
    let cast = |expr: Expr, to: DataType| Expr::Cast(Cast::new(Box::new(expr), to));
    match of {
        DataType::Timestamp(_, Some(_)) => cast(cast(expr.clone(), timestamp_with_zone("UTC")), TIMESTAMP),
        _ => cast(expr.clone(), TIMESTAMP),
    }
}

fn between(args: &Arguments) -> Result<ArrayRef> {
    let millis = |index: usize| -> Result<Int64Array> {
        Ok(cast(&cast(args.array(index), &TIMESTAMP)?, &DataType::Int64)?.as_primitive::<Int64Type>().clone())
    };
    let (left, right) = (millis(0)?, millis(1)?);
    let mut values = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        values.push(match left.is_null(row) || right.is_null(row) {
            true => None,
            false => Some(from_millis(left.value(row).checked_sub(right.value(row)))?),
        });
    }
    Ok(Arc::new(IntervalMonthDayNanoArray::from(values)))
}

/// An interval of so many milliseconds: whole days apart, since nanoseconds alone reach no further than 292 years.
pub(crate) fn from_millis(millis: Option<i64>) -> Result<IntervalMonthDayNano> {
    const DAY: i64 = 86_400_000;
    let too_long = || failure("NUMERIC_VALUE_OUT_OF_RANGE", "an interval is too long");
    let millis = millis.ok_or_else(too_long)?;
    let days = i32::try_from(millis / DAY).map_err(|_| too_long())?;
    Ok(IntervalMonthDayNano::new(0, days, millis % DAY * 1_000_000))
}

/// Milliseconds of an interval without months.
pub(crate) fn to_millis(interval: IntervalMonthDayNano) -> i64 {
    i64::from(interval.days) * 86_400_000 + interval.nanoseconds / 1_000_000
}

fn intervals(array: &ArrayRef) -> Result<IntervalMonthDayNanoArray> {
    Ok(cast(array, &INTERVAL)?.as_primitive::<IntervalMonthDayNanoType>().clone())
}

fn times(args: &Arguments) -> Result<ArrayRef> {
    let (intervals, factors) = (intervals(args.array(0))?, args.double(1)?);
    let mut values = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if intervals.is_null(row) || factors.is_null(row) {
            values.push(None);
            continue;
        }
        let (interval, factor) = (intervals.value(row), factors.value(row));
        if !factor.is_finite() {
            return Err(super::arithmetic::division_by_zero());
        }
        values.push(Some(match interval.months {
            0 => from_millis(Some((to_millis(interval) as f64 * factor) as i64))?,
            months => IntervalMonthDayNano::new((f64::from(months) * factor) as i32, 0, 0),
        }));
    }
    Ok(Arc::new(IntervalMonthDayNanoArray::from(values)))
}

/// What a date can be moved by: months and whole days.
fn whole_days(args: &Arguments, verb: &str, preposition: &str) -> Result<ArrayRef> {
    const DAY: i64 = 86_400_000_000_000;
    let intervals = intervals(args.array(0))?;
    let mut values = Vec::with_capacity(args.rows);
    for interval in &intervals {
        let Some(interval) = interval else {
            values.push(None);
            continue;
        };
        if interval.nanoseconds % DAY != 0 {
            let message = format!("Cannot {verb} hour, minutes or seconds {preposition} a date");
            return Err(failure("INVALID_FUNCTION_ARGUMENT", message));
        }
        let too_long = || failure("NUMERIC_VALUE_OUT_OF_RANGE", "an interval is too long");
        let more = i32::try_from(interval.nanoseconds / DAY).map_err(|_| too_long())?;
        let days = interval.days.checked_add(more).ok_or_else(too_long)?;
        values.push(Some(IntervalMonthDayNano::new(interval.months, days, 0)));
    }
    Ok(Arc::new(IntervalMonthDayNanoArray::from(values)))
}

/// Months go with months and days with days: one type carries both, so that a mixture is known from the values alone.
fn sums(args: &Arguments, sign: i32, op: &str) -> Result<ArrayRef> {
    let (left, right) = (intervals(args.array(0))?, intervals(args.array(1))?);
    let mut values = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if left.is_null(row) || right.is_null(row) {
            values.push(None);
            continue;
        }
        let (left, right) = (left.value(row), right.value(row));
        let is_mixed =
            |one: IntervalMonthDayNano, other: IntervalMonthDayNano| one.months != 0 && to_millis(other) != 0;
        if is_mixed(left, right) || is_mixed(right, left) {
            let name = |of: IntervalMonthDayNano| if of.months == 0 { "day to second" } else { "year to month" };
            let message = format!("Cannot apply operator: interval {} {op} interval {}", name(left), name(right));
            return Err(failure("TYPE_MISMATCH", message));
        }
        let months = right.months.checked_mul(sign).and_then(|right| left.months.checked_add(right));
        let months = months.ok_or_else(|| failure("NUMERIC_VALUE_OUT_OF_RANGE", "an interval is too long"))?;
        let millis = to_millis(left).checked_add(to_millis(right) * i64::from(sign));
        let IntervalMonthDayNano { days, nanoseconds, .. } = from_millis(millis)?;
        values.push(Some(IntervalMonthDayNano::new(months, days, nanoseconds)));
    }
    Ok(Arc::new(IntervalMonthDayNanoArray::from(values)))
}

fn lengths(args: &Arguments) -> Result<ArrayRef> {
    let intervals = intervals(args.array(0))?;
    let length = |interval: IntervalMonthDayNano| match interval.months {
        0 => to_millis(interval),
        months => i64::from(months) * 30 * 86_400_000 + to_millis(interval),
    };
    Ok(Arc::new(intervals.iter().map(|interval| interval.map(length)).collect::<Int64Array>()))
}
