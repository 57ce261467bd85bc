//! `from_base(text, radix)` and `to_base(number, radix)`.

use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::VARCHAR;
use arrow::array::{Array, ArrayRef, Int64Array, StringViewBuilder};
use arrow::datatypes::DataType;
use datafusion::common::Result;
use std::sync::Arc;

pub(super) fn from_base() -> Definition {
    let returns = |types: &Types| match types.of(0) {
        DataType::Utf8 | DataType::Utf8View if types.of(1).is_integer() => Ok(DataType::Int64),
        _ => Err(types.unexpected()),
    };
    Definition::new("from_base", 2..=2, returns, from)
}

pub(super) fn to_base() -> Definition {
    let returns = |types: &Types| match types.of(0).is_integer() && types.of(1).is_integer() {
        true => Ok(VARCHAR),
        false => Err(types.unexpected()),
    };
    Definition::new("to_base", 2..=2, returns, to)
}

fn radix(value: i64) -> Result<u32> {
    let radix = u32::try_from(value).ok().filter(|radix| (2..=36).contains(radix));
    radix.ok_or_else(|| failure("INVALID_FUNCTION_ARGUMENT", format!("Radix must be between 2 and 36, got {value}")))
}

fn from(args: &Arguments) -> Result<ArrayRef> {
    let (texts, radixes) = (args.text(0)?, args.bigint(1)?);
    let mut values = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if texts.is_null(row) || radixes.is_null(row) {
            values.push(None);
            continue;
        }
        let (text, radix) = (texts.value(row), radix(radixes.value(row))?);
        let value = i64::from_str_radix(text, radix);
        values.push(Some(
            value.map_err(|_| {
                failure("INVALID_FUNCTION_ARGUMENT", format!("Not a valid base-{radix} number: {text}"))
            })?,
        ));
    }
    Ok(Arc::new(Int64Array::from(values)))
}

fn to(args: &Arguments) -> Result<ArrayRef> {
    let (numbers, radixes) = (args.bigint(0)?, args.bigint(1)?);
    let mut builder = StringViewBuilder::with_capacity(args.rows);
    for row in 0..args.rows {
        match numbers.is_null(row) || radixes.is_null(row) {
            true => builder.append_null(),
            false => builder.append_value(digits(numbers.value(row), radix(radixes.value(row))?)),
        }
    }
    Ok(Arc::new(builder.finish()))
}

fn digits(number: i64, radix: u32) -> String {
    let mut digits = Vec::new();
    let mut rest = number.unsigned_abs();
    loop {
        let digit = u32::try_from(rest % u64::from(radix)).unwrap_or(0);
        digits.extend(char::from_digit(digit, radix));
        rest /= u64::from(radix);
        if rest == 0 {
            break;
        }
    }
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", digits.iter().rev().collect::<String>())
}
