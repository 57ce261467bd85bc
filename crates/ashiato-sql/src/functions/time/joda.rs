//! `format_datetime(x, pattern)` and `parse_datetime(text, pattern)`: Joda-Time's patterns.

use super::moments::is_point;
use super::mysql::{format_by, parse_by};
use super::pattern::Item;
use crate::failure::failure;
use crate::functions::definition::{Definition, Types};
use crate::types::{VARCHAR, timestamp_with_zone};
use arrow::datatypes::DataType;
use datafusion::common::Result;

/// Joda reads two digits as the year nearest to thirty years ago; a fixed window keeps answers the same every year.
const CENTURY_FROM: i32 = 1950;

pub(super) fn format_datetime() -> Definition {
    Definition::new("format_datetime", 2..=2, format_type, |args| format_by(args, items))
}

/// The result is in UTC, whatever offset the text names.
pub(super) fn parse_datetime() -> Definition {
    Definition::new("parse_datetime", 2..=2, parse_type, |args| parse_by(args, items))
}

fn is_text(of: &DataType) -> bool {
    matches!(of, DataType::Utf8 | DataType::Utf8View)
}

fn format_type(types: &Types) -> Result<DataType> {
    if is_point(types.of(0)) && is_text(types.of(1)) { Ok(VARCHAR) } else { Err(types.unexpected()) }
}

fn parse_type(types: &Types) -> Result<DataType> {
    let is_right = is_text(types.of(0)) && is_text(types.of(1));
    if is_right { Ok(timestamp_with_zone("UTC")) } else { Err(types.unexpected()) }
}

pub(super) fn items(pattern: &str) -> Result<Vec<Item>> {
    let wrong = |message: String| failure("INVALID_FUNCTION_ARGUMENT", message);
    let mut items = Vec::new();
    let mut literal = String::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\'' {
            if chars.next_if_eq(&'\'').is_some() {
                literal.push('\'');
                continue;
            }
            loop {
                match chars.next() {
                    Some('\'') if chars.next_if_eq(&'\'').is_some() => literal.push('\''),
                    // An unclosed quote ends with the pattern.
                    Some('\'') | None => break,
                    Some(other) => literal.push(other),
                }
            }
            continue;
        }
        if !c.is_ascii_alphabetic() {
            literal.push(c);
            continue;
        }
        let mut count = 1;
        while chars.next_if_eq(&c).is_some() {
            count += 1;
        }
        if !literal.is_empty() {
            items.push(Item::Literal(std::mem::take(&mut literal)));
        }
        items.push(item(c, count).ok_or_else(|| wrong(format!("Illegal pattern component: {c}")))?);
    }
    if !literal.is_empty() {
        items.push(Item::Literal(literal));
    }
    match items.is_empty() {
        true => Err(wrong("Invalid pattern specification".to_string())),
        false => Ok(items),
    }
}

fn item(letter: char, count: usize) -> Option<Item> {
    Some(match (letter, count) {
        ('G', _) => Item::Era,
        ('C', _) => Item::Century(count),
        ('Y' | 'y', 2) => Item::YearOfCentury(CENTURY_FROM),
        ('Y' | 'y', _) => Item::Year(count),
        ('x', 2) => Item::YearOfCentury(CENTURY_FROM),
        ('x', _) => Item::WeekYear(count),
        ('w', _) => Item::Week(count),
        ('e', _) => Item::Weekday(count),
        ('E', 4..) => Item::WeekdayName,
        ('E', _) => Item::WeekdayShort,
        ('D', _) => Item::DayOfYear(count),
        ('M', 4..) => Item::MonthName,
        ('M', 3) => Item::MonthShort,
        ('M', _) => Item::Month(count),
        ('d', _) => Item::Day(count),
        ('a', _) => Item::HalfDay,
        ('K', _) => Item::HourOfHalfFrom0(count),
        ('h', _) => Item::HourOfHalf(count),
        ('H', _) => Item::Hour(count),
        ('k', _) => Item::HourFrom1(count),
        ('m', _) => Item::Minute(count),
        ('s', _) => Item::Second(count),
        ('S', _) => Item::Fraction(count),
        ('Z', 1) => Item::Offset,
        ('Z', 2) => Item::OffsetWithColon,
        ('Z' | 'z', _) => Item::Zone,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::functions::time::pattern::{print, read};
    use proptest::prelude::*;

    #[test]
    fn quotes() {
        let cases = [
            ("yyyy-MM-dd'T'HH:mm:ss'Z'", "2020-05-11T11:15:05Z"),
            ("''yy''", "'20'"),
            ("h 'o''clock' a", "11 o'clock AM"),
            ("EEE, d MMM yyyy HH:mm:ss Z", "Mon, 11 May 2020 11:15:05 +0000"),
        ];
        let at = chrono::NaiveDateTime::parse_from_str("2020-05-11 11:15:05", "%Y-%m-%d %H:%M:%S").expect("a time");
        for (pattern, expected) in cases {
            let mut text = String::new();
            print(&items(pattern).expect(pattern), at, 0, "UTC", &mut text);
            assert_eq!(text, expected);
        }
        assert!(items("yyyy b").is_err());
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(millis in -60_000_000_000_000_i64..200_000_000_000_000) {
            let at = chrono::DateTime::from_timestamp_millis(millis).expect("in range").naive_utc();
            let patterns = ["yyyy-MM-dd HH:mm:ss.SSS", "yyyyMMddHHmmssSSS", "EEEE d MMMM yyyy hh:mm:ss.SSS a", "xxxx-'W'ww-e H:m:s.SSS", "yyyy-DDD k:mm:ss.SSS"];
            for pattern in patterns {
                let items = items(pattern).expect("a pattern");
                let mut text = String::new();
                print(&items, at, 0, "UTC", &mut text);
                let found = read(&items, &text);
                prop_assert_eq!(found.expect(pattern).local, at, "{} by {}", text, pattern);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(pattern in "[a-zA-Z'%: -]{0,12}", text in "\\PC{0,16}") {
            if let Ok(items) = items(&pattern) {
                let _ = read(&items, &text);
            }
            if let Ok(items) = super::super::mysql::items(&pattern) {
                let _ = read(&items, &text);
            }
        }
    }
}
