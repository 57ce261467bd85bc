//! The types of partition keys that can be compared, and values of them.

use super::Refusal;
use chrono::{NaiveDate, NaiveDateTime};
use std::cmp::Ordering;

/// The folder name by which Hive writes NULL.
pub(super) const NULL: &str = "__HIVE_DEFAULT_PARTITION__";

/// How the values of a key are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyType {
    Text,
    Integer,
    Decimal,
    Date,
    Timestamp,
}

/// A value, to be compared with values of the same type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Value {
    Text(String),
    Integer(i64),
    Decimal(Decimal),
    Date(NaiveDate),
    Timestamp(NaiveDateTime),
}

impl KeyType {
    /// The type that Hive writes so. Glue compares no others.
    pub(super) fn of(hive_type: &str) -> Result<KeyType, Refusal> {
        let name = hive_type.split('(').next().unwrap_or_default().trim().to_ascii_lowercase();
        match name.as_str() {
            "string" | "varchar" | "char" => Ok(KeyType::Text),
            "tinyint" | "smallint" | "int" | "integer" | "bigint" | "long" => Ok(KeyType::Integer),
            "decimal" => Ok(KeyType::Decimal),
            "date" => Ok(KeyType::Date),
            "timestamp" => Ok(KeyType::Timestamp),
            _ => Err(Refusal(format!("Unknown type : '{hive_type}'"))),
        }
    }

    /// The value that a text is.
    pub(super) fn read(self, text: &str) -> Result<Value, Refusal> {
        let value = match self {
            KeyType::Text => Some(Value::Text(text.to_string())),
            KeyType::Integer => text.parse().ok().map(Value::Integer),
            KeyType::Decimal => Decimal::parse(text).map(Value::Decimal),
            KeyType::Date => NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Value::Date),
            KeyType::Timestamp => {
                NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").ok().map(Value::Timestamp)
            }
        };
        value.ok_or_else(|| {
            Refusal(match self {
                KeyType::Text | KeyType::Integer => format!("\"{text}\" is not an integer."),
                KeyType::Decimal => format!("{text} is not a decimal."),
                KeyType::Date => format!("{text} is not a date."),
                KeyType::Timestamp => {
                    format!("Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff] {text} is not a timestamp.")
                }
            })
        })
    }

    /// A value as a partition has it; `None` for NULL. Where the key is text, Hive's name for NULL is text too.
    pub(super) fn stored(self, text: &str) -> Result<Option<Value>, Refusal> {
        if text == NULL && self != KeyType::Text { Ok(None) } else { self.read(text).map(Some) }
    }

    /// `LIKE` is for text alone.
    pub(super) fn expect_text(self) -> Result<(), Refusal> {
        let kind = match self {
            KeyType::Text => return Ok(()),
            KeyType::Integer => "Integral",
            KeyType::Decimal => "Decimal",
            KeyType::Date => "Date",
            KeyType::Timestamp => "Timestamp",
        };
        Err(Refusal(format!("{kind} data type doesn't support operation 'LIKE'")))
    }
}

/// A decimal number of any length: no digit is lost by comparing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decimal {
    is_negative: bool,
    /// Without leading zeros.
    whole: String,
    /// Without trailing zeros.
    fraction: String,
}

impl Decimal {
    fn parse(text: &str) -> Option<Decimal> {
        let (is_negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let are_digits = whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        if !are_digits || (whole.is_empty() && fraction.is_empty()) {
            return None;
        }
        let whole = whole.trim_start_matches('0').to_string();
        let fraction = fraction.trim_end_matches('0').to_string();
        let is_zero = whole.is_empty() && fraction.is_empty();
        Some(Decimal { is_negative: is_negative && !is_zero, whole, fraction })
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let size = |number: &Decimal| (number.whole.len(), number.whole.clone(), number.fraction.clone());
        match (self.is_negative, other.is_negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => size(self).cmp(&size(other)),
            (true, true) => size(other).cmp(&size(self)),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
