//! Decimals: exact, and an error where a result has more digits than its type.

use super::division_by_zero;
use crate::cast::rescale;
use crate::failure::failure;
use crate::functions::definition::Arguments;
use arrow::array::{Array, ArrayRef, AsArray, Decimal128Array, Int64Array};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Decimal128Type, Int64Type, i256};
use datafusion::common::Result;
use sqlparser::ast::BinaryOperator;
use std::sync::Arc;

/// Digits and how many of them stand behind the point.
type Exact = (i128, u8);

pub(super) fn run(args: &Arguments, op: &BinaryOperator, precision: u8, scale: i8) -> Result<ArrayRef> {
    let (left, left_scale) = digits(args.array(0))?;
    let (right, right_scale) = digits(args.array(1))?;
    let limit = 10_u128.pow(u32::from(precision));
    let mut values = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if left.is_null(row) || right.is_null(row) {
            values.push(None);
            continue;
        }
        let (left, right) = ((left.value(row), left_scale), (right.value(row), right_scale));
        let value = match op {
            BinaryOperator::Plus => aligned(left, right, i128::checked_add),
            BinaryOperator::Minus => aligned(left, right, i128::checked_sub),
            BinaryOperator::Multiply => left.0.checked_mul(right.0),
            _ if right.0 == 0 => return Err(division_by_zero()),
            BinaryOperator::Divide => quotient(left, right, scale.unsigned_abs()),
            _ => remainder(left, right),
        };
        let value = value.filter(|value| value.unsigned_abs() < limit);
        values.push(Some(value.ok_or_else(|| failure("NUMERIC_VALUE_OUT_OF_RANGE", "Decimal overflow"))?));
    }
    Ok(Arc::new(values.into_iter().collect::<Decimal128Array>().with_precision_and_scale(precision, scale)?))
}

fn digits(array: &ArrayRef) -> Result<(Decimal128Array, u8)> {
    Ok(match array.data_type() {
        DataType::Decimal128(_, scale) => (array.as_primitive::<Decimal128Type>().clone(), scale.unsigned_abs()),
        _ => {
            let whole: Int64Array = cast(array, &DataType::Int64)?.as_primitive::<Int64Type>().clone();
            (whole.iter().map(|value| value.map(i128::from)).collect(), 0)
        }
    })
}

fn aligned(left: Exact, right: Exact, combine: fn(i128, i128) -> Option<i128>) -> Option<i128> {
    let scale = left.1.max(right.1);
    combine(rescale(left.0, left.1, scale)?, rescale(right.0, right.1, scale)?)
}

fn quotient(left: Exact, right: Exact, scale: u8) -> Option<i128> {
    // Never negative: the result's scale is no smaller than the left side's.
    let shift = scale + right.1 - left.1;
    match rescale(left.0, 0, shift) {
        Some(numerator) => Some(divide_half_up(numerator, right.0)),
        None => wide_quotient(wide(left.0, shift)?, i256::from_i128(right.0)),
    }
}

fn remainder(left: Exact, right: Exact) -> Option<i128> {
    let scale = left.1.max(right.1);
    match (rescale(left.0, left.1, scale), rescale(right.0, right.1, scale)) {
        (Some(left), Some(right)) => left.checked_rem(right),
        _ => wide(left.0, scale - left.1)?.checked_rem(wide(right.0, scale - right.1)?)?.to_i128(),
    }
}

/// Digits with zeros put behind them, in twice the width.
fn wide(digits: i128, zeros: u8) -> Option<i256> {
    i256::from_i128(digits).checked_mul(i256::from_i128(10).checked_pow(u32::from(zeros))?)
}

fn wide_quotient(numerator: i256, divisor: i256) -> Option<i128> {
    let quotient = numerator.checked_div(divisor)?.to_i128()?;
    let rest = numerator.checked_rem(divisor)?.wrapping_abs();
    let is_half = rest.checked_add(rest)? >= divisor.wrapping_abs();
    let is_negative = (numerator < i256::ZERO) != (divisor < i256::ZERO);
    match (is_half, is_negative) {
        (false, _) => Some(quotient),
        (true, false) => quotient.checked_add(1),
        (true, true) => quotient.checked_sub(1),
    }
}

pub(crate) fn divide_half_up(numerator: i128, divisor: i128) -> i128 {
    let (quotient, remainder) = (numerator.wrapping_div(divisor), numerator.wrapping_rem(divisor));
    let rounds_away = remainder.unsigned_abs() >= divisor.unsigned_abs().div_ceil(2);
    let sign = if (numerator < 0) == (divisor < 0) { 1 } else { -1 };
    if remainder != 0 && rounds_away { quotient + sign } else { quotient }
}
