//! `parse_duration(text)` and `human_readable_seconds(seconds)`.

use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::{INTERVAL, VARCHAR};
use arrow::array::{ArrayRef, IntervalMonthDayNanoArray, StringViewBuilder};
use arrow::datatypes::DataType;
use datafusion::common::Result;
use std::sync::Arc;

/// `'3.81 d'`, `'5m'`, `'42.8ms'` as an interval, to the millisecond.
pub(super) fn parse_duration() -> Definition {
    let returns = |types: &Types| match types.of(0) {
        DataType::Utf8 | DataType::Utf8View => Ok(INTERVAL),
        _ => Err(types.unexpected()),
    };
    Definition::new("parse_duration", 1..=1, returns, parse)
}

/// `'1 minute, 36 seconds'`.
pub(super) fn human_readable_seconds() -> Definition {
    let returns = |types: &Types| if types.of(0).is_numeric() { Ok(VARCHAR) } else { Err(types.unexpected()) };
    Definition::new("human_readable_seconds", 1..=1, returns, readable)
}

fn parse(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.text(0)?;
    let mut parsed = Vec::with_capacity(args.rows);
    for text in &texts {
        let millis = text.map(|text| {
            let wrong = || {
                failure("INVALID_FUNCTION_ARGUMENT", format!("duration is not a valid data duration string: {text}"))
            };
            millis(text).ok_or_else(wrong)
        });
        parsed.push(match millis.transpose()? {
            Some(millis) => Some(crate::planner::interval_of_millis(Some(millis))?),
            None => None,
        });
    }
    Ok(Arc::new(IntervalMonthDayNanoArray::from(parsed)))
}

fn millis(text: &str) -> Option<i64> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = text.split_at(end);
    let millis_per_unit = match unit {
        "ns" => 1e-6,
        "us" => 1e-3,
        "ms" => 1.0,
        "s" => 1e3,
        "m" => 6e4,
        "h" => 3.6e6,
        "d" => 8.64e7,
        _ => return None,
    };
    let number: f64 = number.trim().parse().ok()?;
    let millis = (number * millis_per_unit).round();
    (number >= 0.0 && millis < 1e17).then_some(millis as i64)
}

fn readable(args: &Arguments) -> Result<ArrayRef> {
    let seconds = args.double(0)?;
    let mut builder = StringViewBuilder::with_capacity(args.rows);
    for seconds in &seconds {
        match seconds {
            None => builder.append_null(),
            Some(seconds) if seconds.is_finite() => builder.append_value(words(seconds.round() as i64)),
            Some(_) => return Err(failure("INVALID_FUNCTION_ARGUMENT", "Invalid argument found: not a finite number")),
        }
    }
    Ok(Arc::new(builder.finish()))
}

fn words(seconds: i64) -> String {
    let units = [("week", 604_800), ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)];
    let mut rest = seconds.abs();
    let mut parts = Vec::new();
    for (name, length) in units {
        let count = rest / length;
        rest %= length;
        if count > 0 {
            let plural = if count == 1 { "" } else { "s" };
            parts.push(format!("{count} {name}{plural}"));
        }
    }
    match parts.is_empty() {
        true => "0 seconds".to_string(),
        false => parts.join(", "),
    }
}
