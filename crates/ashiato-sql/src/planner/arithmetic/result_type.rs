//! The type of an arithmetic result, by the table of Trino's documentation (functions/decimal).

use crate::functions::definition::Types;
use crate::types::{common_number, decimal_parts};
use arrow::datatypes::DataType;
use datafusion::common::Result;

/// Of `+` and `-`: a digit more than the longer side has before the point.
pub(super) fn sum(types: &Types) -> Result<DataType> {
    of(types, |(precision, scale), (other, other_scale)| {
        let wider = scale.max(other_scale);
        (1 + wider + (precision - scale).max(other - other_scale), wider)
    })
}

/// Of `*`: the digits of both.
pub(super) fn product(types: &Types) -> Result<DataType> {
    of(types, |(precision, scale), (other, other_scale)| (precision + other, scale + other_scale))
}

/// Of `/`: the larger of both scales, and room for every digit that can come before the point.
pub(super) fn quotient(types: &Types) -> Result<DataType> {
    of(types, |(precision, scale), (_, other_scale)| {
        let wider = scale.max(other_scale);
        (precision + other_scale + wider - scale, wider)
    })
}

/// Of `%`.
pub(crate) fn remainder(types: &Types) -> Result<DataType> {
    of(types, |(precision, scale), (other, other_scale)| {
        let wider = scale.max(other_scale);
        ((precision - scale).min(other - other_scale) + wider, wider)
    })
}

/// Precision and scale.
type Digits = (u8, u8);

fn of(types: &Types, of_decimals: fn(Digits, Digits) -> Digits) -> Result<DataType> {
    let (left, right) = (types.of(0), types.of(1));
    let is_decimal = |of: &DataType| matches!(of, DataType::Decimal128(..));
    match (decimal_parts(left), decimal_parts(right)) {
        (Some(one), Some(other)) if is_decimal(left) || is_decimal(right) => {
            let (precision, scale) = of_decimals(one, other);
            match scale {
                0..=38 => Ok(DataType::Decimal128(precision.clamp(1, 38), scale as i8)),
                _ => Err(types.unexpected()),
            }
        }
        _ => common_number(left, right).ok_or_else(|| types.unexpected()),
    }
}
