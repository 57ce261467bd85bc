//! `from_unixtime`, `to_unixtime`, `to_milliseconds`: times as numbers.

use super::moments::{Moments, is_point, out_of_range};
use super::zone::canonical_zone;
use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::timestamp_with_zone;
use arrow::array::{ArrayRef, AsArray, Float64Array, Int64Array};
use arrow::compute::cast;
use arrow::datatypes::{DataType, IntervalMonthDayNanoType};
use datafusion::common::Result;
use std::sync::Arc;

/// Seconds since 1970, with a zone or with hours and minutes ahead of UTC, which must be literals: a column
/// of timestamps has one zone.
pub(super) fn from_unixtime() -> Definition {
    Definition::new("from_unixtime", 1..=3, from_type, from)
}

pub(super) fn to_unixtime() -> Definition {
    let returns = |types: &Types| if is_point(types.of(0)) { Ok(DataType::Float64) } else { Err(types.unexpected()) };
    Definition::new("to_unixtime", 1..=1, returns, to)
}

/// The milliseconds of an interval.
pub(super) fn to_milliseconds() -> Definition {
    let returns = |types: &Types| match types.of(0) {
        DataType::Interval(_) => Ok(DataType::Int64),
        _ => Err(types.unexpected()),
    };
    Definition::new("to_milliseconds", 1..=1, returns, milliseconds)
}

fn from_type(types: &Types) -> Result<DataType> {
    let is_right = types.of(0).is_numeric() && types.len() <= 3;
    match types.len() {
        _ if !is_right => Err(types.unexpected()),
        1 => Ok(timestamp_with_zone("UTC")),
        2 => Ok(timestamp_with_zone(&literal_zone(types, 1)?)),
        _ => match (types.literal_number(1), types.literal_number(2)) {
            (Some(hours), Some(minutes)) => {
                let total = hours * 60 + minutes;
                let sign = if total < 0 { '-' } else { '+' };
                let zone = canonical_zone(&format!("{sign}{:02}:{:02}", total.abs() / 60, total.abs() % 60));
                Ok(timestamp_with_zone(&zone.ok_or_else(|| types.unexpected())?))
            }
            _ => Err(crate::failure::unsupported("from_unixtime needs literal hours and minutes")),
        },
    }
}

/// The zone that a literal argument names.
pub(super) fn literal_zone(types: &Types, index: usize) -> Result<String> {
    let Some(name) = types.literal(index) else {
        return Err(crate::failure::unsupported("a time zone that is not a literal"));
    };
    canonical_zone(name)
        .ok_or_else(|| failure("INVALID_FUNCTION_ARGUMENT", format!("'{name}' is not a valid time zone")))
}

fn from(args: &Arguments) -> Result<ArrayRef> {
    let seconds = args.double(0)?;
    let mut values = Vec::with_capacity(args.rows);
    for seconds in &seconds {
        values.push(match seconds.map(|seconds| (seconds * 1000.0).round()) {
            None => None,
            Some(millis) if millis.abs() < 8.64e15 => Some(millis as i64),
            Some(_) => return Err(out_of_range()),
        });
    }
    // Through plain numbers: Arrow would take a timestamp without a zone as that zone's wall clock.
    Ok(cast(&Int64Array::from(values), &args.result)?)
}

fn to(args: &Arguments) -> Result<ArrayRef> {
    let moments = Moments::try_new(args.array(0))?;
    let seconds = |row| Ok(moments.utc(row)?.map(|utc| utc.and_utc().timestamp_micros() as f64 / 1e6));
    Ok(Arc::new((0..moments.len()).map(seconds).collect::<Result<Float64Array>>()?))
}

fn milliseconds(args: &Arguments) -> Result<ArrayRef> {
    let intervals = cast(args.array(0), &crate::types::INTERVAL)?;
    let intervals = intervals.as_primitive::<IntervalMonthDayNanoType>();
    let millis = intervals.iter().map(|interval| interval.map(crate::planner::interval_millis));
    Ok(Arc::new(millis.collect::<Int64Array>()))
}
