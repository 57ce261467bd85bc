//! `bitwise_*` and `bit_count`, of BIGINTs in two's complement.

use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::ArrayRef;
use arrow::compute::{binary, unary};
use arrow::datatypes::{DataType, Int64Type};
use arrow::error::ArrowError;
use datafusion::common::Result;
use std::ops::{BitAnd, BitOr, BitXor};
use std::sync::Arc;

pub(super) fn definitions() -> Vec<Definition> {
    let two = |name, run| Definition::new(name, 2..=2, returns, run);
    vec![
        two("bitwise_and", |args| both(args, i64::bitand)),
        two("bitwise_or", |args| both(args, i64::bitor)),
        two("bitwise_xor", |args| both(args, i64::bitxor)),
        Definition::new("bitwise_not", 1..=1, returns, |args| {
            Ok(Arc::new(unary::<_, _, Int64Type>(&args.bigint(0)?, |value| !value)))
        }),
        two("bitwise_left_shift", |args| both(args, |value, by| shift(value, by, u64::checked_shl))),
        two("bitwise_right_shift", |args| both(args, |value, by| shift(value, by, u64::checked_shr))),
        two("bitwise_right_shift_arithmetic", |args| {
            both(args, |value, by| value >> u32::try_from(by).map_or(63, |by| by.min(63)))
        }),
        two("bit_count", bit_count),
    ]
}

fn returns(types: &Types) -> Result<DataType> {
    let is_right = (0..types.len()).all(|index| types.of(index).is_integer());
    if is_right { Ok(DataType::Int64) } else { Err(types.unexpected()) }
}

fn both(args: &Arguments, function: fn(i64, i64) -> i64) -> Result<ArrayRef> {
    Ok(Arc::new(binary::<_, _, _, Int64Type>(&args.bigint(0)?, &args.bigint(1)?, function)?))
}

/// All bits leave on a shift by 64 and more.
fn shift(value: i64, by: i64, shift: fn(u64, u32) -> Option<u64>) -> i64 {
    let shifted = u32::try_from(by).ok().and_then(|by| shift(value.cast_unsigned(), by));
    shifted.unwrap_or(0).cast_signed()
}

/// The ones among the lowest bits, in which the number must fit.
fn bit_count(args: &Arguments) -> Result<ArrayRef> {
    let count = |value: i64, bits: i64| {
        let invalid =
            |message: String| ArrowError::ExternalError(Box::new(failure("INVALID_FUNCTION_ARGUMENT", message)));
        if !(2..=64).contains(&bits) {
            return Err(invalid(format!("Bits specified in bit_count must be between 2 and 64, got {bits}")));
        }
        let limit = 1_i128 << (bits - 1);
        if !(-limit..limit).contains(&i128::from(value)) {
            return Err(invalid(format!(
                "Number must be representable with the bits specified. {value} cannot be represented with {bits} bits"
            )));
        }
        Ok(i64::from((value << (64 - bits)).count_ones()))
    };
    let counted = arrow::compute::try_binary::<_, _, _, Int64Type>(&args.bigint(0)?, &args.bigint(1)?, count)?;
    Ok(Arc::new(counted))
}
