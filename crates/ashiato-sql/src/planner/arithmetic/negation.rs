//! `-x`: the smallest whole number has no negative.

use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::{INTERVAL, trino_name};
use arrow::array::{ArrayRef, AsArray};
use arrow::compute::kernels::numeric;
use arrow::compute::{cast, try_unary};
use arrow::datatypes::{DataType, Int8Type, Int16Type, Int32Type, Int64Type};
use datafusion::common::Result;
use std::sync::Arc;

/// The name that a minus before anything but a number's digits is planned under.
pub(crate) const NEGATE: &str = "$negate";

pub(super) fn definition() -> Definition {
    Definition::new(NEGATE, 1..=1, returns, run)
}

fn returns(types: &Types) -> Result<DataType> {
    match types.of(0) {
        DataType::Interval(_) | DataType::Duration(_) => Ok(INTERVAL),
        of if of.is_numeric() => Ok(signed(of).clone()),
        of => {
            let message = format!("Cannot apply operator: -{}", trino_name(of));
            Err(failure("TYPE_MISMATCH", message))
        }
    }
}

fn signed(of: &DataType) -> &DataType {
    match of {
        DataType::UInt8 | DataType::UInt16 | DataType::UInt32 | DataType::UInt64 => &DataType::Int64,
        other => other,
    }
}

fn run(args: &Arguments) -> Result<ArrayRef> {
    let values = cast(args.array(0), &args.result)?;
    match args.result {
        DataType::Int8 => whole::<Int8Type>(&values),
        DataType::Int16 => whole::<Int16Type>(&values),
        DataType::Int32 => whole::<Int32Type>(&values),
        DataType::Int64 => whole::<Int64Type>(&values),
        _ => Ok(numeric::neg(&values)?),
    }
}

fn whole<T>(values: &ArrayRef) -> Result<ArrayRef>
where
    T: arrow::datatypes::ArrowPrimitiveType<Native: arrow::datatypes::ArrowNativeTypeOp + std::fmt::Display>,
{
    use arrow::datatypes::ArrowNativeTypeOp;
    let name = trino_name(values.data_type());
    let negated = try_unary::<_, _, T>(values.as_primitive::<T>(), |value| {
        value.neg_checked().map_err(|_| {
            let message = format!("{name} negation overflow: {value}");
            super::external(failure("NUMERIC_VALUE_OUT_OF_RANGE", message))
        })
    });
    Ok(Arc::new(negated.map_err(super::unwrapped)?))
}
