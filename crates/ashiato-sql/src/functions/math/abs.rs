//! `abs(x)` and `sign(x)`, of the argument's own type.

use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{ArrayRef, AsArray};
use arrow::compute::{cast, try_unary, unary};
use arrow::datatypes::{DataType, Decimal128Type, Float32Type, Float64Type, Int64Type};
use datafusion::common::Result;
use std::sync::Arc;

pub(super) fn definitions() -> Vec<Definition> {
    vec![Definition::new("abs", 1..=1, of_number, abs), Definition::new("sign", 1..=1, of_sign, sign)]
}

fn of_number(types: &Types) -> Result<DataType> {
    if types.of(0).is_numeric() { Ok(types.of(0).clone()) } else { Err(types.unexpected()) }
}

fn of_sign(types: &Types) -> Result<DataType> {
    match types.of(0) {
        DataType::Decimal128(..) => Ok(DataType::Decimal128(1, 0)),
        _ => of_number(types),
    }
}

fn abs(args: &Arguments) -> Result<ArrayRef> {
    let array = args.array(0);
    Ok(match array.data_type() {
        DataType::Float64 => Arc::new(unary::<_, _, Float64Type>(array.as_primitive::<Float64Type>(), f64::abs)),
        DataType::Float32 => Arc::new(unary::<_, _, Float32Type>(array.as_primitive::<Float32Type>(), f32::abs)),
        DataType::Decimal128(precision, scale) => {
            let values = unary::<_, _, Decimal128Type>(array.as_primitive::<Decimal128Type>(), i128::abs);
            Arc::new(values.with_precision_and_scale(*precision, *scale)?)
        }
        narrow => {
            let too_large = |value: i64| {
                let message = format!("Value {value} is out of range for abs({})", crate::types::trino_name(narrow));
                failure("NUMERIC_VALUE_OUT_OF_RANGE", message)
            };
            let limit = |value: i64| match narrow {
                DataType::Int8 => i8::try_from(value).is_ok(),
                DataType::Int16 => i16::try_from(value).is_ok(),
                DataType::Int32 => i32::try_from(value).is_ok(),
                _ => true,
            };
            let of = |value: i64| value.checked_abs().filter(|abs| limit(*abs)).ok_or_else(|| too_large(value));
            let whole = args.bigint(0)?;
            let values = try_unary::<_, _, Int64Type>(&whole, |value| {
                of(value).map_err(|error| arrow::error::ArrowError::ExternalError(Box::new(error)))
            })?;
            cast(&values, narrow)?
        }
    })
}

fn sign(args: &Arguments) -> Result<ArrayRef> {
    let array = args.array(0);
    Ok(match array.data_type() {
        DataType::Decimal128(..) => {
            let values = unary::<_, _, Decimal128Type>(array.as_primitive::<Decimal128Type>(), i128::signum);
            Arc::new(values.with_precision_and_scale(1, 0)?)
        }
        of if of.is_floating() => {
            let sign = |value: f64| if value == 0.0 || value.is_nan() { value } else { value.signum() };
            cast(&unary::<_, _, Float64Type>(&args.double(0)?, sign), of)?
        }
        of => cast(&unary::<_, _, Int64Type>(&args.bigint(0)?, i64::signum), of)?,
    })
}
