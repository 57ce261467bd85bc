//! Numbers as bytes, most significant first, and back: `to_big_endian_64`, `from_big_endian_64`, `to_big_endian_32`,
//! `from_big_endian_32`, `to_ieee754_64`, `from_ieee754_64`.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, invalid_argument, scalar, varbinary};
use arrow::array::{ArrayRef, BinaryArray, Float64Array, Int32Array, Int64Array};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn functions() -> Vec<Arc<ScalarUDF>> {
    vec![
        scalar("to_big_endian_64", vec![exactly(&[Kind::Bigint], varbinary, to_64)]),
        scalar("from_big_endian_64", vec![exactly(&[Kind::Varbinary], bigint, from_64)]),
        scalar("to_big_endian_32", vec![exactly(&[Kind::Bigint], varbinary, to_32)]),
        scalar("from_big_endian_32", vec![exactly(&[Kind::Varbinary], |_| DataType::Int32, from_32)]),
        scalar("to_ieee754_64", vec![exactly(&[Kind::Double], varbinary, to_double)]),
        scalar("from_ieee754_64", vec![exactly(&[Kind::Varbinary], |_| DataType::Float64, from_double)]),
    ]
}

fn to_64(args: &Arguments) -> Result<ArrayRef> {
    let numbers = args.bigint(0)?;
    args.each::<BinaryArray, _>(|row| numbers.get(row).map(i64::to_be_bytes))
}

fn to_32(args: &Arguments) -> Result<ArrayRef> {
    let numbers = args.bigint(0)?;
    args.try_each::<BinaryArray, _>(|row| {
        let Some(number) = numbers.get(row) else { return Ok(None) };
        let narrow =
            i32::try_from(number).map_err(|_| invalid_argument(format!("Out of range for integer: {number}")))?;
        Ok(Some(narrow.to_be_bytes()))
    })
}

fn to_double(args: &Arguments) -> Result<ArrayRef> {
    let numbers = args.double(0)?;
    args.each::<BinaryArray, _>(|row| numbers.get(row).map(f64::to_be_bytes))
}

fn from_64(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.try_each::<Int64Array, _>(|row| values.get(row).map(|bytes| exact(bytes).map(i64::from_be_bytes)).transpose())
}

fn from_32(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.try_each::<Int32Array, _>(|row| values.get(row).map(|bytes| exact(bytes).map(i32::from_be_bytes)).transpose())
}

fn from_double(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.try_each::<Float64Array, _>(|row| {
        values.get(row).map(|bytes| exact(bytes).map(f64::from_be_bytes)).transpose()
    })
}

fn exact<const LENGTH: usize>(bytes: &[u8]) -> Result<[u8; LENGTH]> {
    let wrong = |_| invalid_argument(format!("Expected {LENGTH}-byte input, but got instead: {}", bytes.len()));
    bytes.try_into().map_err(wrong)
}
