//! `year`, `month`, … `timezone_minute`: one field of a date or time, as BIGINT.

use super::moments::{Moments, is_point, is_time};
use super::unit::days_in_month;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{ArrayRef, AsArray, Int64Array};
use arrow::datatypes::{DataType, IntervalMonthDayNano, IntervalMonthDayNanoType};
use chrono::{Datelike, NaiveDateTime, Timelike};
use datafusion::common::Result;
use std::sync::Arc;

pub(super) fn definitions() -> Vec<Definition> {
    let date = |name, run| Definition::new(name, 1..=1, of_date, run);
    let time = |name, run| Definition::new(name, 1..=1, of_time, run);
    let zone = |name, run| Definition::new(name, 1..=1, of_zone, run);
    vec![
        date("year", |args| field(args, |at| i64::from(at.year()), |interval| interval.months / 12)),
        date("quarter", |args| field(args, |at| i64::from(at.month0() / 3 + 1), |_| 0)),
        date("month", |args| field(args, |at| i64::from(at.month()), |interval| interval.months % 12)),
        date("week", |args| field(args, |at| i64::from(at.iso_week().week()), |_| 0)).with_aliases(&["week_of_year"]),
        date("day", |args| field(args, |at| i64::from(at.day()), |interval| (millis(interval) / 86_400_000) as i32))
            .with_aliases(&["day_of_month"]),
        date("day_of_week", |args| field(args, |at| i64::from(at.weekday().number_from_monday()), |_| 0))
            .with_aliases(&["dow"]),
        date("day_of_year", |args| field(args, |at| i64::from(at.ordinal()), |_| 0)).with_aliases(&["doy"]),
        date("year_of_week", |args| field(args, |at| i64::from(at.iso_week().year()), |_| 0)).with_aliases(&["yow"]),
        time("hour", |args| {
            field(args, |at| i64::from(at.hour()), |interval| (millis(interval) / 3_600_000 % 24) as i32)
        }),
        time("minute", |args| {
            field(args, |at| i64::from(at.minute()), |interval| (millis(interval) / 60_000 % 60) as i32)
        }),
        time("second", |args| {
            field(args, |at| i64::from(at.second()), |interval| (millis(interval) / 1_000 % 60) as i32)
        }),
        time("millisecond", |args| {
            field(
                args,
                |at| i64::from(at.nanosecond() / 1_000_000 % 1_000),
                |interval| (millis(interval) % 1_000) as i32,
            )
        }),
        zone("timezone_hour", |args| offset(args, |seconds| i64::from(seconds / 3_600))),
        zone("timezone_minute", |args| offset(args, |seconds| i64::from(seconds / 60 % 60))),
        Definition::new("last_day_of_month", 1..=1, last_day_type, last_day),
    ]
}

fn millis(interval: IntervalMonthDayNano) -> i64 {
    crate::planner::interval_millis(interval)
}

fn is_interval(of: &DataType) -> bool {
    matches!(of, DataType::Interval(_))
}

fn of_date(types: &Types) -> Result<DataType> {
    let of = types.of(0);
    if is_point(of) || is_interval(of) { Ok(DataType::Int64) } else { Err(types.unexpected()) }
}

fn of_time(types: &Types) -> Result<DataType> {
    let of = types.of(0);
    let has_time = matches!(of, DataType::Timestamp(..)) || is_time(of) || is_interval(of);
    if has_time { Ok(DataType::Int64) } else { Err(types.unexpected()) }
}

fn of_zone(types: &Types) -> Result<DataType> {
    match types.of(0) {
        DataType::Timestamp(_, Some(_)) => Ok(DataType::Int64),
        _ => Err(types.unexpected()),
    }
}

fn field(
    args: &Arguments,
    of_time: fn(NaiveDateTime) -> i64,
    of_interval: fn(IntervalMonthDayNano) -> i32,
) -> Result<ArrayRef> {
    if is_interval(args.array(0).data_type()) {
        let intervals = arrow::compute::cast(args.array(0), &crate::types::INTERVAL)?;
        let intervals = intervals.as_primitive::<IntervalMonthDayNanoType>();
        let fields = intervals.iter().map(|interval| interval.map(|interval| i64::from(of_interval(interval))));
        return Ok(Arc::new(fields.collect::<Int64Array>()));
    }
    let moments = Moments::try_new(args.array(0))?;
    let fields = (0..moments.len()).map(|row| Ok(moments.local(row)?.map(of_time)));
    Ok(Arc::new(fields.collect::<Result<Int64Array>>()?))
}

fn offset(args: &Arguments, part: fn(i32) -> i64) -> Result<ArrayRef> {
    let moments = Moments::try_new(args.array(0))?;
    let of_row = |row| match moments.utc(row)? {
        Some(_) => Ok(Some(part(moments.offset_seconds(row)?))),
        None => Ok(None),
    };
    Ok(Arc::new((0..moments.len()).map(of_row).collect::<Result<Int64Array>>()?))
}

fn last_day_type(types: &Types) -> Result<DataType> {
    if is_point(types.of(0)) { Ok(DataType::Date32) } else { Err(types.unexpected()) }
}

fn last_day(args: &Arguments) -> Result<ArrayRef> {
    let moments = Moments::try_new(args.array(0))?;
    let mut days = Vec::with_capacity(moments.len());
    for row in 0..moments.len() {
        let date = moments.local(row)?.map(|local| local.date());
        let last = date.and_then(|date| date.with_day(days_in_month(date)));
        days.push(last.and_then(|date| date.and_hms_opt(0, 0, 0)));
    }
    super::moments::from_utc(&days, &DataType::Date32)
}
