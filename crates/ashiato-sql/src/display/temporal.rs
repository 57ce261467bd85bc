//! Dates, times and intervals as Trino prints them.

use super::Writer;
use arrow::array::timezone::Tz;
use arrow::array::{ArrayRef, AsArray};
use arrow::compute::cast;
use arrow::datatypes::{
    DataType, Date32Type, DurationMillisecondType, Int64Type, IntervalDayTimeType, IntervalMonthDayNano,
    IntervalMonthDayNanoType, IntervalUnit, IntervalYearMonthType, TimeUnit,
};
use arrow::error::ArrowError;
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone, Timelike, Utc};
use std::fmt::Write;

/// What turns the integers of a timestamp column into wall-clock times.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    unit: TimeUnit,
    zone: Option<Tz>,
}

impl Clock {
    /// None for a type that is no timestamp.
    pub(crate) fn of(data_type: &DataType) -> Result<Option<Clock>, ArrowError> {
        let DataType::Timestamp(unit, zone) = data_type else { return Ok(None) };
        let zone = zone.as_deref().map(str::parse).transpose()?;
        Ok(Some(Clock { unit: *unit, zone }))
    }

    /// The instant in UTC; None beyond the years that can be told.
    pub(crate) fn utc(&self, value: i64) -> Option<NaiveDateTime> {
        let instant = match self.unit {
            TimeUnit::Second => DateTime::<Utc>::from_timestamp(value, 0),
            TimeUnit::Millisecond => DateTime::<Utc>::from_timestamp_millis(value),
            TimeUnit::Microsecond => DateTime::<Utc>::from_timestamp_micros(value),
            TimeUnit::Nanosecond => Some(DateTime::<Utc>::from_timestamp_nanos(value)),
        };
        Some(instant?.naive_utc())
    }

    /// Seconds that the zone is ahead of UTC at an instant.
    pub(crate) fn offset_seconds(&self, utc: NaiveDateTime) -> i32 {
        self.zone.map_or(0, |zone| zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
    }

    /// The wall-clock time in the column's zone.
    pub(crate) fn local(&self, value: i64) -> Option<NaiveDateTime> {
        let utc = self.utc(value)?;
        utc.checked_add_signed(Duration::seconds(i64::from(self.offset_seconds(utc))))
    }

    /// Digits after the second's point.
    fn digits(&self) -> usize {
        match self.unit {
            TimeUnit::Second => 0,
            TimeUnit::Millisecond => 3,
            TimeUnit::Microsecond => 6,
            TimeUnit::Nanosecond => 9,
        }
    }
}

pub(super) fn writer(array: &ArrayRef) -> Result<Writer, ArrowError> {
    let owned = array.clone();
    Ok(match array.data_type() {
        DataType::Date32 => Box::new(move |row, out| date_text(owned.as_primitive::<Date32Type>().value(row), out)),
        DataType::Date64 => writer(&cast(array, &DataType::Date32)?)?,
        DataType::Time32(_) => {
            let digits = if array.data_type() == &DataType::Time32(TimeUnit::Second) { 0 } else { 3 };
            time_writer(array, digits)?
        }
        DataType::Time64(TimeUnit::Nanosecond) => time_writer(array, 9)?,
        // Carries TIME(0) to TIME(6): three digits unless the value has more.
        DataType::Time64(_) => time_writer(array, 3)?,
        DataType::Timestamp(_, zone) => {
            let clock = Clock::of(array.data_type())?.ok_or_else(|| ArrowError::CastError("no timestamp".into()))?;
            let suffix = zone.as_deref().map(|zone| format!(" {}", zone_text(zone))).unwrap_or_default();
            let values = cast(array, &DataType::Int64)?;
            Box::new(move |row, out| {
                timestamp_text(&clock, values.as_primitive::<Int64Type>().value(row), out);
                out.push_str(&suffix);
            })
        }
        DataType::Interval(IntervalUnit::MonthDayNano) => Box::new(move |row, out| {
            interval_text(owned.as_primitive::<IntervalMonthDayNanoType>().value(row), out);
        }),
        DataType::Interval(IntervalUnit::YearMonth) => Box::new(move |row, out| {
            year_month_text(owned.as_primitive::<IntervalYearMonthType>().value(row), out);
        }),
        DataType::Interval(IntervalUnit::DayTime) => Box::new(move |row, out| {
            let value = owned.as_primitive::<IntervalDayTimeType>().value(row);
            day_second_text(i64::from(value.days) * 86_400_000 + i64::from(value.milliseconds), out);
        }),
        DataType::Duration(_) => {
            let values = cast(array, &DataType::Duration(TimeUnit::Millisecond))?;
            Box::new(move |row, out| day_second_text(values.as_primitive::<DurationMillisecondType>().value(row), out))
        }
        other => return Err(ArrowError::NotYetImplemented(format!("no text for a value of type {other}"))),
    })
}

/// Trino calls the zero offset UTC, and writes offsets with a colon.
pub(crate) fn zone_text(zone: &str) -> &str {
    match zone {
        "+00:00" | "-00:00" | "Z" | "GMT" | "Etc/UTC" => "UTC",
        other => other,
    }
}

pub(crate) fn date_text(days: i32, out: &mut String) {
    let epoch = NaiveDate::default();
    match epoch.checked_add_signed(Duration::days(i64::from(days))) {
        Some(date) => push_date(date, out),
        None => out.push_str("invalid date"),
    }
}

fn push_date(date: NaiveDate, out: &mut String) {
    let sign = if date.year() < 0 { "-" } else { "" };
    let _ = write!(out, "{sign}{:04}-{:02}-{:02}", date.year().abs(), date.month(), date.day());
}

/// `2023-01-22 16:53:53.000` in the clock's zone, without the zone's name.
pub(crate) fn timestamp_text(clock: &Clock, value: i64, out: &mut String) {
    let Some(local) = clock.local(value) else { return out.push_str("invalid timestamp") };
    push_date(local.date(), out);
    let _ = write!(out, " {:02}:{:02}:{:02}", local.hour(), local.minute(), local.second());
    push_fraction(local.nanosecond() % 1_000_000_000, clock.digits(), out);
}

fn push_fraction(nanos: u32, digits: usize, out: &mut String) {
    if digits > 0 {
        let text = format!("{nanos:09}");
        let _ = write!(out, ".{}", &text[..digits]);
    }
}

fn time_writer(array: &ArrayRef, digits: usize) -> Result<Writer, ArrowError> {
    let values = cast(&cast(array, &DataType::Time64(TimeUnit::Nanosecond))?, &DataType::Int64)?;
    Ok(Box::new(move |row, out| time_text(values.as_primitive::<Int64Type>().value(row), digits, out)))
}

/// A time of day: at least `digits` after the point, more only where the value has them.
pub(crate) fn time_text(nanos: i64, digits: usize, out: &mut String) {
    let seconds = nanos / 1_000_000_000;
    let fraction = (nanos % 1_000_000_000) as u32;
    let digits = match fraction {
        _ if fraction.is_multiple_of(1_000_000) => digits,
        _ if fraction.is_multiple_of(1_000) => digits.max(6),
        _ => 9,
    };
    let _ = write!(out, "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    push_fraction(fraction, digits, out);
}

/// `3-2` for an interval of months, `1 02:03:04.000` for any other.
pub(crate) fn interval_text(value: IntervalMonthDayNano, out: &mut String) {
    match value.months {
        0 => day_second_text(i64::from(value.days) * 86_400_000 + value.nanoseconds / 1_000_000, out),
        months => year_month_text(months, out),
    }
}

fn year_month_text(months: i32, out: &mut String) {
    let sign = if months < 0 { "-" } else { "" };
    let months = months.unsigned_abs();
    let _ = write!(out, "{sign}{}-{}", months / 12, months % 12);
}

fn day_second_text(millis: i64, out: &mut String) {
    let sign = if millis < 0 { "-" } else { "" };
    let (millis, seconds) = (millis.unsigned_abs() % 1000, millis.unsigned_abs() / 1000);
    let (days, hours, minutes, seconds) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    let _ = write!(out, "{sign}{days} {hours:02}:{minutes:02}:{seconds:02}.{millis:03}");
}
