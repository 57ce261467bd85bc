//! An argument of any type, as what a specifier can print.

use crate::functions::arguments::Arguments;
use arrow::array::{Array, ArrayRef, AsArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Float64Type, Int64Type, TimeUnit, TimestampMillisecondType};
use arrow::util::display::{ArrayFormatter, FormatOptions};
use chrono::{DateTime, NaiveDateTime};
use datafusion::error::Result;

#[derive(Debug)]
pub(super) enum Value {
    Null,
    Boolean(bool),
    Integer(i128),
    Double(f64),
    /// A decimal's digits.
    Decimal(String),
    Time(NaiveDateTime),
    Text(String),
}

/// A column of them: integers, doubles and times widened, the rest as it came.
#[derive(Debug)]
pub(super) struct Values {
    array: ArrayRef,
    constant: bool,
}

impl Values {
    pub(super) fn new(args: &Arguments, at: usize) -> Result<Values> {
        let (array, constant) = args.any(at);
        let widest = match array.data_type() {
            of if of.is_integer() => DataType::Int64,
            DataType::Float16 | DataType::Float32 => DataType::Float64,
            DataType::Date32 | DataType::Timestamp(_, None) => DataType::Timestamp(TimeUnit::Millisecond, None),
            other => other.clone(),
        };
        Ok(Values { array: cast(array, &widest)?, constant })
    }

    pub(super) fn get(&self, row: usize) -> Result<Value> {
        let row = if self.constant { 0 } else { row };
        let array = &self.array;
        if array.is_null(row) {
            return Ok(Value::Null);
        }
        Ok(match array.data_type() {
            DataType::Null => Value::Null,
            DataType::Boolean => Value::Boolean(array.as_boolean().value(row)),
            DataType::Int64 => Value::Integer(i128::from(array.as_primitive::<Int64Type>().value(row))),
            DataType::Float64 => Value::Double(array.as_primitive::<Float64Type>().value(row)),
            DataType::Timestamp(TimeUnit::Millisecond, None) => {
                let millis = array.as_primitive::<TimestampMillisecondType>().value(row);
                DateTime::from_timestamp_millis(millis).map_or(Value::Null, |time| Value::Time(time.naive_utc()))
            }
            DataType::Decimal128(..) | DataType::Decimal256(..) => Value::Decimal(self.display(row)?),
            _ => Value::Text(self.display(row)?),
        })
    }

    fn display(&self, row: usize) -> Result<String> {
        Ok(ArrayFormatter::try_new(self.array.as_ref(), &FormatOptions::new())?.value(row).try_to_string()?)
    }
}

impl Value {
    /// `%s`.
    pub(super) fn text(self) -> String {
        match self {
            Value::Null => "null".to_string(),
            Value::Boolean(value) => value.to_string(),
            Value::Integer(value) => value.to_string(),
            Value::Double(value) => java_double(value),
            Value::Time(time) => time.format("%Y-%m-%dT%H:%M:%S%.f").to_string(),
            Value::Decimal(text) | Value::Text(text) => text,
        }
    }

    pub(super) fn type_name(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Boolean(_) => "a boolean",
            Value::Integer(_) => "an integer",
            Value::Double(_) => "a double",
            Value::Decimal(_) => "a decimal",
            Value::Time(_) => "a date or timestamp",
            Value::Text(_) => "text",
        }
    }
}

/// As Java prints it: with an exponent below 10⁻³ and from 10⁷ on.
fn java_double(value: f64) -> String {
    let magnitude = value.abs();
    match value {
        _ if value.is_nan() => "NaN".to_string(),
        f64::INFINITY => "Infinity".to_string(),
        f64::NEG_INFINITY => "-Infinity".to_string(),
        _ if value == 0.0 || (1e-3..1e7).contains(&magnitude) => format!("{value:?}"),
        _ => {
            let text = format!("{value:E}");
            let (mantissa, exponent) = text.split_once('E').unwrap_or((&text, "0"));
            let point = if mantissa.contains('.') { "" } else { ".0" };
            format!("{mantissa}{point}E{exponent}")
        }
    }
}

/// The part of a time that the letter after `%t` names.
pub(super) fn time_part(time: NaiveDateTime, letter: char) -> Option<String> {
    let format = match letter {
        'A' => "%A",
        'a' => "%a",
        'B' => "%B",
        'b' | 'h' => "%b",
        'C' => "%C",
        'D' => "%m/%d/%y",
        'd' => "%d",
        'e' => "%-d",
        'F' => "%Y-%m-%d",
        'H' => "%H",
        'I' => "%I",
        'j' => "%j",
        'k' => "%-H",
        'L' => "%3f",
        'l' => "%-I",
        'M' => "%M",
        'm' => "%m",
        'N' => "%9f",
        'p' => "%P",
        'R' => "%H:%M",
        'r' => "%I:%M:%S %p",
        'S' => "%S",
        'T' => "%H:%M:%S",
        'Y' => "%Y",
        'y' => "%y",
        _ => return None,
    };
    Some(time.format(format).to_string())
}
