//! `date_format(x, pattern)` and `date_parse(text, pattern)`: MySQL's patterns.

use super::moments::{Moments, from_utc, is_point};
use super::pattern::{Item, print, read};
use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::{TIMESTAMP, VARCHAR};
use arrow::array::{Array, ArrayRef, StringViewBuilder};
use arrow::datatypes::DataType;
use datafusion::common::Result;
use std::sync::Arc;

/// The year that a two-digit one is the next such one from.
const CENTURY_FROM: i32 = 1970;

pub(super) fn date_format() -> Definition {
    Definition::new("date_format", 2..=2, format_type, format)
}

pub(super) fn date_parse() -> Definition {
    Definition::new("date_parse", 2..=2, parse_type, parse)
}

fn is_text(of: &DataType) -> bool {
    matches!(of, DataType::Utf8 | DataType::Utf8View)
}

fn format_type(types: &Types) -> Result<DataType> {
    if is_point(types.of(0)) && is_text(types.of(1)) { Ok(VARCHAR) } else { Err(types.unexpected()) }
}

fn parse_type(types: &Types) -> Result<DataType> {
    if is_text(types.of(0)) && is_text(types.of(1)) { Ok(TIMESTAMP) } else { Err(types.unexpected()) }
}

/// A pattern's items; the letters that Trino has no meaning for are refused.
pub(super) fn items(pattern: &str) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    let mut literal = String::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            literal.push(c);
            continue;
        }
        let Some(letter) = chars.next() else { break };
        let found = match letter {
            'T' => items_of("%H:%i:%s"),
            'r' => items_of("%I:%i:%s %p"),
            'D' | 'U' | 'u' | 'V' | 'w' | 'X' => {
                let message = format!("%{letter} not supported in date format string");
                return Err(failure("INVALID_FUNCTION_ARGUMENT", message));
            }
            letter => item(letter).map(|item| vec![item]),
        };
        match found {
            None => literal.push(letter),
            Some(found) => {
                if !literal.is_empty() {
                    items.push(Item::Literal(std::mem::take(&mut literal)));
                }
                items.extend(found);
            }
        }
    }
    if !literal.is_empty() {
        items.push(Item::Literal(literal));
    }
    Ok(items)
}

fn items_of(pattern: &str) -> Option<Vec<Item>> {
    items(pattern).ok()
}

/// None for a letter that stands for itself.
fn item(letter: char) -> Option<Item> {
    Some(match letter {
        'a' => Item::WeekdayShort,
        'b' => Item::MonthShort,
        'c' => Item::Month(1),
        'd' => Item::Day(2),
        'e' => Item::Day(1),
        'f' => Item::Fraction(6),
        'H' => Item::Hour(2),
        'h' | 'I' => Item::HourOfHalf(2),
        'i' => Item::Minute(2),
        'j' => Item::DayOfYear(3),
        'k' => Item::Hour(1),
        'l' => Item::HourOfHalf(1),
        'M' => Item::MonthName,
        'm' => Item::Month(2),
        'p' => Item::HalfDay,
        'S' | 's' => Item::Second(2),
        'v' => Item::Week(2),
        'W' => Item::WeekdayName,
        'x' => Item::WeekYear(4),
        'Y' => Item::Year(4),
        'y' => Item::YearOfCentury(CENTURY_FROM),
        _ => return None,
    })
}

fn format(args: &Arguments) -> Result<ArrayRef> {
    format_by(args, items)
}

/// Prints a column by its patterns: read once where there is but one.
pub(super) fn format_by(args: &Arguments, items: fn(&str) -> Result<Vec<Item>>) -> Result<ArrayRef> {
    let moments = Moments::try_new(args.array(0))?;
    let patterns = args.text(1)?;
    let only = args.literal(1).map(items).transpose()?;
    let zone = moments.zone().map_or("UTC".to_string(), ToString::to_string);
    let mut builder = StringViewBuilder::with_capacity(args.rows);
    let mut text = String::new();
    for row in 0..args.rows {
        let Some(local) = moments.local(row)?.filter(|_| !patterns.is_null(row)) else {
            builder.append_null();
            continue;
        };
        text.clear();
        let offset = moments.offset_seconds(row)?;
        match &only {
            Some(items) => print(items, local, offset, &zone, &mut text),
            None => print(&items(patterns.value(row))?, local, offset, &zone, &mut text),
        }
        builder.append_value(&text);
    }
    Ok(Arc::new(builder.finish()))
}

fn parse(args: &Arguments) -> Result<ArrayRef> {
    parse_by(args, items)
}

/// Reads a column by its patterns. A text's zone moves its time to UTC.
pub(super) fn parse_by(args: &Arguments, items: fn(&str) -> Result<Vec<Item>>) -> Result<ArrayRef> {
    let (texts, patterns) = (args.text(0)?, args.text(1)?);
    let only = args.literal(1).map(items).transpose()?;
    let mut parsed = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if texts.is_null(row) || patterns.is_null(row) {
            parsed.push(None);
            continue;
        }
        let text = texts.value(row);
        let reading = match &only {
            Some(items) => read(items, text),
            None => read(&items(patterns.value(row))?, text),
        };
        let reading = reading.map_err(|rest| malformed(text, rest))?;
        parsed.push(Some(match reading.zone {
            Some(zone) => super::zone::instant(reading.local, &zone).ok_or_else(|| malformed(text, text))?.naive_utc(),
            None => reading.local,
        }));
    }
    from_utc(&parsed, &args.result)
}

fn malformed(text: &str, rest: &str) -> datafusion::error::DataFusionError {
    let message = match rest {
        "" => format!("Invalid format: \"{text}\" is too short"),
        rest if rest == text => format!("Invalid format: \"{text}\""),
        rest => format!("Invalid format: \"{text}\" is malformed at \"{rest}\""),
    };
    failure("INVALID_FUNCTION_ARGUMENT", message)
}
