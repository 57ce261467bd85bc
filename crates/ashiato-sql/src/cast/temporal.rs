//! Dates, times and timestamps among themselves.

use super::convert::{OnError, each};
use crate::display::Clock;
use crate::failure::failure;
use crate::functions::time::zone::instant;
use crate::types::{Type, trino_name};
use arrow::array::timezone::Tz;
use arrow::array::{ArrayRef, AsArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Date32Type, Int64Type, Time64NanosecondType, TimeUnit};
use chrono::{NaiveDate, NaiveDateTime, TimeZone, Timelike, Utc};
use datafusion::common::Result;
use datafusion::error::DataFusionError;
use std::sync::Arc;

pub(super) fn convert(array: &ArrayRef, to: &Type, result: &DataType) -> Result<ArrayRef> {
    let from = array.data_type();
    match (from, to) {
        (DataType::Date64, _) => convert(&cast(array, &DataType::Date32)?, to, result),
        (DataType::Date32, Type::Timestamp(_)) => Ok(cast(array, result)?),
        (DataType::Date32, Type::TimestampWithZone(_)) => convert(&cast(array, &crate::types::TIMESTAMP)?, to, result),
        (DataType::Timestamp(..), _) => from_timestamp(array, to, result),
        (DataType::Time32(_) | DataType::Time64(_), Type::Time(_)) => Ok(cast(array, result)?),
        _ => Err(failure("TYPE_MISMATCH", format!("Cannot cast {} to {to}", trino_name(from)))),
    }
}

fn from_timestamp(array: &ArrayRef, to: &Type, result: &DataType) -> Result<ArrayRef> {
    let clock = Clock::of(array.data_type())?.ok_or_else(out_of_range)?;
    let values = cast(array, &DataType::Int64)?;
    let values = values.as_primitive::<Int64Type>();
    let local = |row: usize| clock.local(values.value(row)).ok_or_else(out_of_range);
    let has_zone = matches!(array.data_type(), DataType::Timestamp(_, Some(_)));
    match (to, result) {
        (Type::Date, _) => Ok(Arc::new(each::<Date32Type>(values, OnError::Fail, |row| {
            Ok(local(row)?.date().signed_duration_since(NaiveDate::default()).num_days() as i32)
        })?)),
        (Type::Time(_), _) => {
            let nanos = each::<Time64NanosecondType>(values, OnError::Fail, |row| {
                let local = local(row)?;
                Ok(i64::from(local.num_seconds_from_midnight()) * 1_000_000_000 + i64::from(local.nanosecond()))
            })?;
            Ok(cast(&nanos, result)?)
        }
        (Type::Timestamp(_) | Type::TimestampWithZone(_), DataType::Timestamp(unit, zone)) => {
            let zone: Option<Tz> = zone.as_deref().map(str::parse).transpose()?;
            let moved = each::<Int64Type>(values, OnError::Fail, |row| {
                let utc = match zone {
                    None => local(row)?,
                    // An instant keeps its instant; a wall-clock time is taken in the new zone.
                    Some(_) if has_zone => clock.utc(values.value(row)).ok_or_else(out_of_range)?,
                    Some(zone) => instant(local(row)?, &zone).ok_or_else(out_of_range)?.naive_utc(),
                };
                ticks(utc, *unit).ok_or_else(out_of_range)
            })?;
            Ok(cast(&moved, result)?)
        }
        _ => Err(failure("TYPE_MISMATCH", format!("Cannot cast {} to {to}", trino_name(array.data_type())))),
    }
}

fn out_of_range() -> DataFusionError {
    failure("NUMERIC_VALUE_OUT_OF_RANGE", "a timestamp is out of range")
}

/// Units since 1970, rounded half up where the unit is coarser than the value.
pub(crate) fn ticks(utc: NaiveDateTime, unit: TimeUnit) -> Option<i64> {
    let utc = Utc.from_utc_datetime(&utc);
    let nanos = i64::from(utc.timestamp_subsec_nanos());
    let per_second = match unit {
        TimeUnit::Second => 1,
        TimeUnit::Millisecond => 1_000,
        TimeUnit::Microsecond => 1_000_000,
        TimeUnit::Nanosecond => 1_000_000_000,
    };
    let nanos_per_tick = 1_000_000_000 / per_second;
    let fraction = (nanos + nanos_per_tick / 2) / nanos_per_tick;
    utc.timestamp().checked_mul(per_second)?.checked_add(fraction)
}
