//! A column of dates, times or timestamps as wall-clock times, and back.

use super::zone::instant;
use crate::cast::ticks;
use crate::display::Clock;
use crate::failure::failure;
use arrow::array::timezone::Tz;
use arrow::array::{Array, ArrayRef, AsArray, Date32Array, Int64Array};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Int64Type, TimeUnit};
use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use datafusion::common::Result;
use datafusion::error::DataFusionError;
use std::sync::Arc;

/// Whether a type is a point in time: DATE or TIMESTAMP, with a zone or without.
pub(crate) fn is_point(of: &DataType) -> bool {
    matches!(of, DataType::Date32 | DataType::Date64 | DataType::Timestamp(..))
}

/// Whether a type is a time of day.
pub(crate) fn is_time(of: &DataType) -> bool {
    matches!(of, DataType::Time32(_) | DataType::Time64(_))
}

/// The values of a column of points in time or times of day. A time is that time on the first of January 1970.
pub(crate) struct Moments {
    values: Int64Array,
    clock: Clock,
    zone: Option<Tz>,
}

impl Moments {
    pub(crate) fn try_new(array: &ArrayRef) -> Result<Moments> {
        let array = match array.data_type() {
            DataType::Date32 | DataType::Date64 => cast(array, &crate::types::TIMESTAMP)?,
            of if is_time(of) => {
                let nanos = cast(&cast(array, &DataType::Time64(TimeUnit::Nanosecond))?, &DataType::Int64)?;
                cast(&nanos, &DataType::Timestamp(TimeUnit::Nanosecond, None))?
            }
            _ => array.clone(),
        };
        let clock = Clock::of(array.data_type())?.ok_or_else(|| failure("TYPE_MISMATCH", "not a date or time"))?;
        let zone = match array.data_type() {
            DataType::Timestamp(_, Some(zone)) => Some(zone.parse()?),
            _ => None,
        };
        Ok(Moments { values: cast(&array, &DataType::Int64)?.as_primitive::<Int64Type>().clone(), clock, zone })
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    pub(crate) fn zone(&self) -> Option<&Tz> {
        self.zone.as_ref()
    }

    /// The wall-clock time in the column's zone; None for NULL.
    pub(crate) fn local(&self, row: usize) -> Result<Option<NaiveDateTime>> {
        let local = (!self.values.is_null(row)).then(|| self.clock.local(self.values.value(row)));
        local.map(|local| local.ok_or_else(out_of_range)).transpose()
    }

    /// The time in UTC.
    pub(crate) fn utc(&self, row: usize) -> Result<Option<NaiveDateTime>> {
        let utc = (!self.values.is_null(row)).then(|| self.clock.utc(self.values.value(row)));
        utc.map(|utc| utc.ok_or_else(out_of_range)).transpose()
    }

    /// Seconds that the zone is ahead of UTC.
    pub(crate) fn offset_seconds(&self, row: usize) -> Result<i32> {
        Ok(self.utc(row)?.map_or(0, |utc| self.clock.offset_seconds(utc)))
    }

    /// The instant of a wall-clock time in the column's zone, in UTC.
    pub(crate) fn to_utc(&self, local: NaiveDateTime) -> Result<NaiveDateTime> {
        match &self.zone {
            Some(zone) => Ok(instant(local, zone).ok_or_else(out_of_range)?.naive_utc()),
            None => Ok(local),
        }
    }
}

pub(crate) fn out_of_range() -> DataFusionError {
    failure("NUMERIC_VALUE_OUT_OF_RANGE", "a date or time is out of range")
}

/// A column of a date, time or timestamp type from times in UTC.
pub(crate) fn from_utc(values: &[Option<NaiveDateTime>], to: &DataType) -> Result<ArrayRef> {
    let unit = match to {
        DataType::Date32 | DataType::Date64 => {
            let days = |utc: NaiveDateTime| utc.date().signed_duration_since(NaiveDate::default()).num_days() as i32;
            let dates: Date32Array = values.iter().map(|utc| utc.map(days)).collect();
            return Ok(cast(&(Arc::new(dates) as ArrayRef), to)?);
        }
        DataType::Timestamp(unit, _) => *unit,
        _ => TimeUnit::Nanosecond,
    };
    let mut stored = Vec::with_capacity(values.len());
    for utc in values {
        stored.push(match utc {
            None => None,
            Some(utc) if is_time(to) => Some(nanos_of_day(utc.time())),
            Some(utc) => Some(ticks(*utc, unit).ok_or_else(out_of_range)?),
        });
    }
    let stored: ArrayRef = Arc::new(Int64Array::from(stored));
    match is_time(to) {
        true => Ok(cast(&cast(&stored, &DataType::Time64(TimeUnit::Nanosecond))?, to)?),
        false => Ok(cast(&stored, to)?),
    }
}

fn nanos_of_day(time: NaiveTime) -> i64 {
    i64::from(time.num_seconds_from_midnight()) * 1_000_000_000 + i64::from(time.nanosecond())
}

/// So much later, where that is still a time.
pub(crate) fn later(at: NaiveDateTime, by: Option<Duration>) -> Result<NaiveDateTime> {
    by.and_then(|by| at.checked_add_signed(by)).ok_or_else(out_of_range)
}
