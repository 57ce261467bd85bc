//! Numbers and BOOLEAN among themselves. Fractions are rounded half away from zero, never cut.

use super::convert::{OnError, each};
use crate::display::{decimal_text, java_double};
use crate::failure::failure;
use crate::types::Type;
use arrow::array::{Array, ArrayRef, AsArray, BooleanArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type};
use datafusion::common::Result;
use std::sync::Arc;

/// A number as it stands: exact digits with a scale, or a double.
#[derive(Debug, Clone, Copy)]
pub(super) enum Number {
    Exact(i128, u8),
    Approximate(f64),
}

pub(super) fn convert(array: &ArrayRef, to: &Type, on_error: OnError) -> Result<ArrayRef> {
    let number = numbers(array)?;
    Ok(match to {
        Type::Boolean => {
            let is_true = |row| (!array.is_null(row)).then(|| number(row).is_true());
            Arc::new((0..array.len()).map(is_true).collect::<BooleanArray>())
        }
        Type::Tinyint => Arc::new(each::<Int8Type>(array, on_error, |row| number(row).integer("tinyint"))?),
        Type::Smallint => Arc::new(each::<Int16Type>(array, on_error, |row| number(row).integer("smallint"))?),
        Type::Integer => Arc::new(each::<Int32Type>(array, on_error, |row| number(row).integer("integer"))?),
        Type::Bigint => Arc::new(each::<Int64Type>(array, on_error, |row| number(row).integer("bigint"))?),
        Type::Real => Arc::new(each::<Float32Type>(array, on_error, |row| Ok(number(row).double() as f32))?),
        Type::Double => Arc::new(each::<Float64Type>(array, on_error, |row| Ok(number(row).double()))?),
        Type::Decimal(precision, scale) => {
            let values = each::<Decimal128Type>(array, on_error, |row| number(row).decimal(*precision, *scale))?;
            Arc::new(values.with_precision_and_scale(*precision, *scale)?)
        }
        other => return Err(failure("TYPE_MISMATCH", format!("Cannot cast a number to {other}"))),
    })
}

fn numbers(array: &ArrayRef) -> Result<Box<dyn Fn(usize) -> Number>> {
    Ok(match array.data_type() {
        DataType::Float64 | DataType::Float32 | DataType::Float16 => {
            let values = cast(array, &DataType::Float64)?;
            Box::new(move |row| Number::Approximate(values.as_primitive::<Float64Type>().value(row)))
        }
        DataType::Decimal128(_, scale) => {
            let (values, scale) = (array.clone(), scale.unsigned_abs());
            Box::new(move |row| Number::Exact(values.as_primitive::<Decimal128Type>().value(row), scale))
        }
        DataType::UInt64 => {
            let values = cast(array, &DataType::Decimal128(20, 0))?;
            Box::new(move |row| Number::Exact(values.as_primitive::<Decimal128Type>().value(row), 0))
        }
        _ => {
            let values = cast(array, &DataType::Int64)?;
            Box::new(move |row| Number::Exact(i128::from(values.as_primitive::<Int64Type>().value(row)), 0))
        }
    })
}

impl Number {
    fn is_true(self) -> bool {
        match self {
            Number::Exact(digits, _) => digits != 0,
            Number::Approximate(value) => value != 0.0,
        }
    }

    fn double(self) -> f64 {
        match self {
            Number::Exact(digits, 0) => digits as f64,
            // Through text, which is rounded once: dividing by a power of ten would round twice.
            Number::Exact(..) => self.text().parse().unwrap_or(f64::NAN),
            Number::Approximate(value) => value,
        }
    }

    fn text(self) -> String {
        let mut text = String::new();
        match self {
            Number::Exact(digits, scale) => decimal_text(digits, scale as i8, &mut text),
            Number::Approximate(value) => java_double(value, &mut text),
        }
        text
    }

    /// Rounded to a whole number of the wanted width.
    pub(super) fn integer<T: TryFrom<i128>>(self, name: &str) -> Result<T> {
        let whole = match self {
            Number::Exact(digits, scale) => rescale(digits, scale, 0),
            Number::Approximate(value) if value.is_nan() => {
                return Err(failure("INVALID_CAST_ARGUMENT", format!("Cannot cast double NaN to {name}")));
            }
            Number::Approximate(value) => Some(value.round() as i128),
        };
        let value = whole.and_then(|whole| T::try_from(whole).ok());
        value.ok_or_else(|| failure("NUMERIC_VALUE_OUT_OF_RANGE", format!("Out of range for {name}: {}", self.text())))
    }

    /// Rounded to a decimal of the wanted precision and scale.
    pub(super) fn decimal(self, precision: u8, scale: i8) -> Result<i128> {
        let digits = match self {
            Number::Exact(digits, from) => rescale(digits, from, scale.unsigned_abs()),
            Number::Approximate(value) => match value.is_finite() {
                // The shortest digits that tell the double apart are the ones that were meant.
                true => read_decimal(&format!("{value:e}"), scale.unsigned_abs()),
                false => None,
            },
        };
        let limit = 10_u128.pow(u32::from(precision));
        digits.filter(|digits| digits.unsigned_abs() < limit).ok_or_else(|| {
            failure("INVALID_CAST_ARGUMENT", format!("Cannot cast '{}' to DECIMAL({precision}, {scale})", self.text()))
        })
    }
}

/// The same value with another number of digits after the point; None where it does not fit.
pub(crate) fn rescale(digits: i128, from: u8, to: u8) -> Option<i128> {
    if to >= from {
        return digits.checked_mul(10_i128.checked_pow(u32::from(to - from))?);
    }
    let divisor = 10_i128.checked_pow(u32::from(from - to))?;
    let (quotient, remainder) = (digits / divisor, digits % divisor);
    let is_half = remainder.unsigned_abs() >= divisor.unsigned_abs().div_ceil(2);
    Some(if is_half { quotient + digits.signum() } else { quotient })
}

/// Decimal digits with an optional point and exponent, rounded to `scale` digits after the point.
pub(super) fn read_decimal(text: &str, scale: u8) -> Option<i128> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (is_negative, unsigned) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // How many of the digits stand before the wanted last one; those behind it only round.
    let keep = i64::try_from(whole.len()).ok()? + i64::from(exponent) + i64::from(scale);
    let kept: String = match usize::try_from(keep) {
        Err(_) => return Some(0),
        Ok(keep) if keep > digits.len() + 60 => return digits.bytes().all(|b| b == b'0').then_some(0),
        Ok(keep) => digits.chars().chain(std::iter::repeat('0')).take(keep).collect(),
    };
    let next = usize::try_from(keep).ok().and_then(|keep| digits.as_bytes().get(keep).copied());
    let magnitude = if kept.is_empty() { 0 } else { kept.parse::<i128>().ok()? };
    let magnitude = magnitude.checked_add(i128::from(next.is_some_and(|digit| digit >= b'5')))?;
    Some(if is_negative { -magnitude } else { magnitude })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_round_half_away_from_zero() {
        let cases = [
            ("1.25", 1, Some(13)),
            ("-1.25", 1, Some(-13)),
            ("1.24", 1, Some(12)),
            ("1e2", 0, Some(100)),
            ("1.5E-1", 2, Some(15)),
            ("12", 2, Some(1200)),
            (".5", 0, Some(1)),
            ("0.04", 1, Some(0)),
            ("1e-9", 2, Some(0)),
            ("", 0, None),
            ("1x", 0, None),
            ("1e99", 0, None),
        ];
        for (text, scale, expected) in cases {
            assert_eq!(read_decimal(text, scale), expected, "{text} at {scale}");
        }
        assert_eq!(rescale(-125, 2, 1), Some(-13));
        assert_eq!(rescale(124, 2, 1), Some(12));
        assert_eq!(rescale(12, 0, 3), Some(12_000));
    }
}
