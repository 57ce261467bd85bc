//! The type that two numbers meet in, as Trino's implicit conversions have it.

use arrow::datatypes::DataType;

/// None where a side is no number. Integers widen, an integer beside a decimal is a decimal, anything beside a double
/// is a double and beside a real, but for a double, a real.
pub(crate) fn common_number(left: &DataType, right: &DataType) -> Option<DataType> {
    use DataType::{Decimal128, Float32, Float64};
    if !left.is_numeric() || !right.is_numeric() {
        return None;
    }
    Some(match (left, right) {
        _ if left == right => left.clone(),
        (Float64, _) | (_, Float64) => Float64,
        _ if left.is_floating() || right.is_floating() => Float32,
        (Decimal128(..), _) | (_, Decimal128(..)) => {
            let ((precision, scale), (other, other_scale)) = (decimal_parts(left)?, decimal_parts(right)?);
            let wider = scale.max(other_scale);
            let whole = (precision - scale).max(other - other_scale);
            Decimal128((whole + wider).min(38), wider as i8)
        }
        _ if rank(left)? >= rank(right)? => of_rank(rank(left)?),
        _ => of_rank(rank(right)?),
    })
}

/// Precision and scale, those of the integer types being what their largest values need.
pub(crate) fn decimal_parts(of: &DataType) -> Option<(u8, u8)> {
    Some(match of {
        DataType::Decimal128(precision, scale) => (*precision, scale.unsigned_abs()),
        DataType::UInt64 => (20, 0),
        integer => match rank(integer)? {
            0 => (3, 0),
            1 => (5, 0),
            2 => (10, 0),
            _ => (19, 0),
        },
    })
}

fn rank(of: &DataType) -> Option<u8> {
    Some(match of {
        DataType::Int8 => 0,
        DataType::Int16 | DataType::UInt8 => 1,
        DataType::Int32 | DataType::UInt16 => 2,
        DataType::Int64 | DataType::UInt32 | DataType::UInt64 => 3,
        _ => return None,
    })
}

fn of_rank(rank: u8) -> DataType {
    match rank {
        0 => DataType::Int8,
        1 => DataType::Int16,
        2 => DataType::Int32,
        _ => DataType::Int64,
    }
}
