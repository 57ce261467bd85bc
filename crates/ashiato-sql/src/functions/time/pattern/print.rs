//! A date and time by a pattern.

use super::{Item, MONTHS, WEEKDAYS};
use chrono::{Datelike, NaiveDateTime, Timelike};
use std::fmt::Write;

/// Appends a wall-clock time; the zone's name and distance from UTC are for the items that print them.
pub(in crate::functions::time) fn print(
    items: &[Item],
    at: NaiveDateTime,
    offset_seconds: i32,
    zone: &str,
    out: &mut String,
) {
    for item in items {
        match item {
            Item::Literal(text) => out.push_str(text),
            Item::Era => out.push_str(if at.year() > 0 { "AD" } else { "BC" }),
            Item::MonthShort => out.push_str(&MONTHS[at.month0() as usize][..3]),
            Item::MonthName => out.push_str(MONTHS[at.month0() as usize]),
            Item::WeekdayShort => out.push_str(&weekday(at)[..3]),
            Item::WeekdayName => out.push_str(weekday(at)),
            Item::HalfDay => out.push_str(if at.hour() < 12 { "AM" } else { "PM" }),
            Item::Fraction(digits) => {
                let nanos = format!("{:09}", at.nanosecond() % 1_000_000_000);
                out.extend(nanos.chars().chain(std::iter::repeat('0')).take(*digits));
            }
            Item::Offset => push_offset(offset_seconds, "", out),
            Item::OffsetWithColon => push_offset(offset_seconds, ":", out),
            Item::Zone => out.push_str(zone),
            number => push_number(number, at, out),
        }
    }
}

fn weekday(at: NaiveDateTime) -> &'static str {
    WEEKDAYS[at.weekday().num_days_from_monday() as usize]
}

fn push_number(item: &Item, at: NaiveDateTime, out: &mut String) {
    let (value, digits) = match item {
        Item::Century(digits) => (at.year() / 100, *digits),
        Item::Year(digits) => (at.year(), *digits),
        Item::YearOfCentury(_) => (at.year().rem_euclid(100), 2),
        Item::WeekYear(digits) => (at.iso_week().year(), *digits),
        Item::Month(digits) => (at.month() as i32, *digits),
        Item::Day(digits) => (at.day() as i32, *digits),
        Item::DayOfYear(digits) => (at.ordinal() as i32, *digits),
        Item::Week(digits) => (at.iso_week().week() as i32, *digits),
        Item::Weekday(digits) => (at.weekday().number_from_monday() as i32, *digits),
        Item::Hour(digits) => (at.hour() as i32, *digits),
        Item::HourFrom1(digits) => (if at.hour() == 0 { 24 } else { at.hour() as i32 }, *digits),
        Item::HourOfHalf(digits) => (at.hour12().1 as i32, *digits),
        Item::HourOfHalfFrom0(digits) => (at.hour() as i32 % 12, *digits),
        Item::Minute(digits) => (at.minute() as i32, *digits),
        Item::Second(digits) => (at.second() as i32, *digits),
        _ => return,
    };
    let _ = match value {
        value if value < 0 => write!(out, "-{:0digits$}", value.unsigned_abs()),
        value => write!(out, "{value:0digits$}"),
    };
}

fn push_offset(seconds: i32, separator: &str, out: &mut String) {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    let _ = write!(out, "{sign}{:02}{separator}{:02}", minutes / 60, minutes % 60);
}
