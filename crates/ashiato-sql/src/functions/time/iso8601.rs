//! `from_iso8601_timestamp`, `from_iso8601_date`, `to_iso8601`.

use super::moments::{Moments, from_utc, is_point};
use super::reading::Reading;
use super::zone::{instant, parse_zone};
use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::{VARCHAR, timestamp_with_zone};
use arrow::array::{Array, ArrayRef, StringViewBuilder, TimestampMillisecondArray};
use arrow::datatypes::DataType;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};
use datafusion::common::Result;
use std::fmt::Write;
use std::sync::Arc;

/// The result is in UTC, whatever offset the text names.
pub(super) fn from_iso8601_timestamp() -> Definition {
    Definition::new(
        "from_iso8601_timestamp",
        1..=1,
        |types| of_text(types, timestamp_with_zone("UTC")),
        parse_timestamps,
    )
}

pub(super) fn from_iso8601_date() -> Definition {
    Definition::new("from_iso8601_date", 1..=1, |types| of_text(types, DataType::Date32), parse_dates)
}

pub(super) fn to_iso8601() -> Definition {
    Definition::new("to_iso8601", 1..=1, to_type, print)
}

fn of_text(types: &Types, result: DataType) -> Result<DataType> {
    match types.of(0) {
        DataType::Utf8 | DataType::Utf8View => Ok(result),
        _ => Err(types.unexpected()),
    }
}

fn to_type(types: &Types) -> Result<DataType> {
    if is_point(types.of(0)) { Ok(VARCHAR) } else { Err(types.unexpected()) }
}

fn invalid(text: &str) -> datafusion::error::DataFusionError {
    failure("INVALID_FUNCTION_ARGUMENT", format!("Invalid format: \"{text}\""))
}

fn parse_timestamps(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.text(0)?;
    let mut parsed = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        parsed.push(match texts.is_null(row) {
            true => None,
            false => Some(millis(texts.value(row)).ok_or_else(|| invalid(texts.value(row)))?),
        });
    }
    Ok(Arc::new(TimestampMillisecondArray::from(parsed).with_timezone("UTC")))
}

fn parse_dates(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.text(0)?;
    let mut parsed = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        let date = (!texts.is_null(row)).then(|| match date(texts.value(row)) {
            Some((date, "")) => Ok(date.and_time(NaiveTime::MIN)),
            _ => Err(invalid(texts.value(row))),
        });
        parsed.push(date.transpose()?);
    }
    from_utc(&parsed, &DataType::Date32)
}

/// Milliseconds since 1970 of an ISO 8601 date, or date and time.
fn millis(text: &str) -> Option<i64> {
    event_time(text.as_bytes()).or_else(|| {
        let reading = read(text)?;
        let utc = match reading.zone {
            Some(zone) => instant(reading.local, &zone)?,
            None => reading.local.and_utc(),
        };
        Some(utc.timestamp_millis())
    })
}

/// The one form that every event has, `2023-10-27T00:00:30Z`, without the general reader's detours.
fn event_time(text: &[u8]) -> Option<i64> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, b'Z'] = text else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0_u32, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
    };
    let date =
        NaiveDate::from_ymd_opt(number(&[*y1, *y2, *y3, *y4])? as i32, number(&[*m1, *m2])?, number(&[*d1, *d2])?)?;
    let (hour, minute, second) = (number(&[*h1, *h2])?, number(&[*i1, *i2])?, number(&[*s1, *s2])?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let days = i64::from(date.num_days_from_ce() - 719_163);
    Some(((days * 24 + i64::from(hour)) * 60 + i64::from(minute)) * 60_000 + i64::from(second) * 1_000)
}

fn read(text: &str) -> Option<Reading> {
    let (date, rest) = date(text)?;
    if rest.is_empty() {
        return Some(Reading { local: date.and_time(NaiveTime::MIN), zone: None });
    }
    let rest = rest.strip_prefix('T')?;
    let end = rest.find(['Z', '+', '-']).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(end);
    let zone = match zone {
        "" => None,
        zone => Some(parse_zone(zone)?),
    };
    Some(Reading { local: date.and_time(self::time(time)?), zone })
}

/// `2020`, `2020-05`, `2020-05-11`, `2020-W10`, `2020-W10-1`, `2020-123`, and what follows.
fn date(text: &str) -> Option<(NaiveDate, &str)> {
    let end = text.find('T').unwrap_or(text.len());
    let (date, rest) = text.split_at(end);
    let number = |digits: &str, length: usize| {
        let is_right = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
        is_right.then(|| digits.parse::<u32>().ok()).flatten()
    };
    let parts: Vec<&str> = date.split('-').collect();
    let year = number(parts.first()?, 4)? as i32;
    let date = match parts[1..] {
        [] => NaiveDate::from_ymd_opt(year, 1, 1),
        [week] if week.starts_with('W') => NaiveDate::from_isoywd_opt(year, number(&week[1..], 2)?, Weekday::Mon),
        [week, day] if week.starts_with('W') => {
            let weekday = Weekday::try_from(number(day, 1)?.checked_sub(1)? as u8).ok()?;
            NaiveDate::from_isoywd_opt(year, number(&week[1..], 2)?, weekday)
        }
        [day] if day.len() == 3 => NaiveDate::from_yo_opt(year, number(day, 3)?),
        [month] => NaiveDate::from_ymd_opt(year, number(month, 2)?, 1),
        [month, day] => NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?),
        _ => None,
    };
    Some((date?, rest))
}

/// `11`, `11:15`, `11:15:05`, `11:15:05.055`.
fn time(text: &str) -> Option<NaiveTime> {
    let (clock, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let parts: Vec<&str> = clock.split(':').collect();
    let is_digits = |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() > 3
        || !parts.iter().all(is_digits)
        || fraction.is_empty()
        || !fraction.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let part = |index: usize| parts.get(index).map_or(Some(0), |part| part.parse::<u32>().ok());
    let nanos = format!("{fraction:0<9}")[..9].parse().ok()?;
    NaiveTime::from_hms_nano_opt(part(0)?, part(1)?, part(2)?, nanos)
}

fn print(args: &Arguments) -> Result<ArrayRef> {
    let moments = Moments::try_new(args.array(0))?;
    let is_date = matches!(args.array(0).data_type(), DataType::Date32 | DataType::Date64);
    let mut builder = StringViewBuilder::with_capacity(args.rows);
    let mut text = String::new();
    for row in 0..args.rows {
        let Some(local) = moments.local(row)? else {
            builder.append_null();
            continue;
        };
        text.clear();
        let _ = write!(text, "{:04}-{:02}-{:02}", local.year(), local.month(), local.day());
        if !is_date {
            let millis = local.nanosecond() / 1_000_000 % 1_000;
            let _ = write!(text, "T{:02}:{:02}:{:02}.{millis:03}", local.hour(), local.minute(), local.second());
        }
        if moments.zone().is_some() {
            match moments.offset_seconds(row)? / 60 {
                0 => text.push('Z'),
                minutes => {
                    let sign = if minutes < 0 { '-' } else { '+' };
                    let _ = write!(text, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
                }
            }
        }
        builder.append_value(&text);
    }
    Ok(Arc::new(builder.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use proptest::prelude::*;

    #[test]
    fn forms() {
        let cases = [
            ("2020-05-11", Some("2020-05-11T00:00:00+00:00")),
            ("2020-05-11T11:15:05", Some("2020-05-11T11:15:05+00:00")),
            ("2020-05-11T11:15:05.055+01:00", Some("2020-05-11T10:15:05.055+00:00")),
            ("2023-10-27T00:00:30Z", Some("2023-10-27T00:00:30+00:00")),
            ("2020-W10-1T01", Some("2020-03-02T01:00:00+00:00")),
            ("2020-123", Some("2020-05-02T00:00:00+00:00")),
            ("2023-10-27 00:00:30", None),
            ("2023-10-27T24:00:30Z", None),
            ("", None),
            ("2023-13-01", None),
            ("2023-10-27T00:00:30ZZ", None),
        ];
        for (text, expected) in cases {
            let found = millis(text).and_then(DateTime::from_timestamp_millis).map(|at| at.to_rfc3339());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_agrees(seconds in -60_000_000_000_i64..250_000_000_000) {
            let at = DateTime::from_timestamp(seconds, 0).expect("in range");
            let text = at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
            prop_assert_eq!(event_time(text.as_bytes()), Some(seconds * 1000));
            prop_assert_eq!(read(&text).map(|reading| reading.local), Some(at.naive_utc()));
        }
    }
}
