//! `+ - * / %` and `||`.
//!
//! Whole numbers that overflow and divisions by zero are errors, decimals divide to the scale that Trino gives
//! them, doubles and all else that DataFusion does alike is left to it.

use super::comparison::mismatch;
use super::{call, interval};
use crate::cast::rescale;
use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::trino_name;
use arrow::array::{Array, ArrayRef, AsArray, Decimal128Array, Int64Array};
use arrow::compute::{cast, try_binary};
use arrow::datatypes::{ArrowNativeTypeOp, DataType, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type};
use arrow::error::ArrowError;
use datafusion::common::Result;
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{Cast, Expr, ScalarUDF};
use sqlparser::ast::BinaryOperator;
use std::sync::{Arc, LazyLock};

static FUNCTIONS: LazyLock<Vec<Arc<ScalarUDF>>> = LazyLock::new(|| {
    vec![
        Definition::new("$add", 2..=2, returns, |args| run(args, BinaryOperator::Plus)).into_udf(),
        Definition::new("$subtract", 2..=2, returns, |args| run(args, BinaryOperator::Minus)).into_udf(),
        Definition::new("$multiply", 2..=2, returns, |args| run(args, BinaryOperator::Multiply)).into_udf(),
        Definition::new("$divide", 2..=2, quotient_type, |args| run(args, BinaryOperator::Divide)).into_udf(),
        Definition::new("$modulus", 2..=2, returns, |args| run(args, BinaryOperator::Modulo)).into_udf(),
    ]
});

pub(super) fn scalars() -> Vec<Arc<ScalarUDF>> {
    FUNCTIONS.clone()
}

/// The operation as Trino means it; None where DataFusion means the same.
pub(super) fn plan(
    op: &BinaryOperator,
    left: &Expr,
    left_type: &DataType,
    right: &Expr,
    right_type: &DataType,
) -> Result<Option<Expr>> {
    let Some(index) = [
        BinaryOperator::Plus,
        BinaryOperator::Minus,
        BinaryOperator::Multiply,
        BinaryOperator::Divide,
        BinaryOperator::Modulo,
    ]
    .iter()
    .position(|arithmetic| arithmetic == op) else {
        return concatenation(op, left, left_type, right, right_type);
    };
    let is_exact = |of: &DataType| of.is_integer() || matches!(of, DataType::Decimal128(..));
    let is_float = |of: &DataType| matches!(of, DataType::Float32 | DataType::Float64 | DataType::Float16);
    let has_decimal = !left_type.is_integer() || !right_type.is_integer();
    let both = || vec![left.clone(), right.clone()];
    Ok(match (left_type, right_type) {
        (DataType::Null, _) | (_, DataType::Null) => None,
        // Arrow adds and multiplies decimals by the same rules.
        (l, r) if is_exact(l) && is_exact(r) && has_decimal && index < 3 => None,
        (l, r) if is_exact(l) && is_exact(r) => Some(call(FUNCTIONS[index].clone(), both())),
        (l, r) if l.is_numeric() && r.is_numeric() => match is_float(l) && is_float(r) {
            true => None,
            false => Some(in_doubles(op, left, right)),
        },
        (l, r) => match interval::plan(op, left, l, right, r)? {
            Some(planned) => Some(planned),
            None if interval::is_temporal(l) && interval::is_temporal(r) => None,
            None => return Err(mismatch(&op.to_string(), left, l, right, r)),
        },
    })
}

/// An exact number beside a double counts as a double.
fn in_doubles(op: &BinaryOperator, left: &Expr, right: &Expr) -> Expr {
    let double = |expr: &Expr| Expr::Cast(Cast::new(Box::new(expr.clone()), DataType::Float64));
    let (left, right) = (double(left), double(right));
    match op {
        BinaryOperator::Plus => left + right,
        BinaryOperator::Minus => left - right,
        BinaryOperator::Multiply => left * right,
        BinaryOperator::Divide => left / right,
        _ => left % right,
    }
}

/// `||` takes two strings; arrays and binaries are DataFusion's own.
fn concatenation(
    op: &BinaryOperator,
    left: &Expr,
    left_type: &DataType,
    right: &Expr,
    right_type: &DataType,
) -> Result<Option<Expr>> {
    let is_text = |of: &DataType| matches!(of, DataType::Utf8 | DataType::Utf8View);
    let is_list =
        |of: &DataType| matches!(of, DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(..));
    let is_wrong = *op == BinaryOperator::StringConcat
        && is_text(left_type) != is_text(right_type)
        && !left_type.is_null()
        && !right_type.is_null()
        && !is_list(left_type)
        && !is_list(right_type);
    if is_wrong { Err(mismatch("||", left, left_type, right, right_type)) } else { Ok(None) }
}

/// The wider of two integer types; a decimal where either is one.
pub(crate) fn returns(types: &Types) -> Result<DataType> {
    match (decimal_parts(types.of(0)), decimal_parts(types.of(1))) {
        (Some(left), Some(right)) if is_decimal(types) => {
            let scale = left.1.max(right.1);
            let precision = (left.0 - left.1).min(right.0 - right.1) + scale;
            Ok(DataType::Decimal128(precision.clamp(1, 38), scale as i8))
        }
        (Some(_), Some(_)) => Ok(wider(types.of(0), types.of(1))),
        _ => Err(types.unexpected()),
    }
}

/// Trino gives a quotient the larger of both scales, and room for every digit that can come before the point.
fn quotient_type(types: &Types) -> Result<DataType> {
    match (decimal_parts(types.of(0)), decimal_parts(types.of(1))) {
        (Some(left), Some(right)) if is_decimal(types) => {
            let scale = left.1.max(right.1);
            let precision = left.0 + right.1 + scale.saturating_sub(left.1);
            Ok(DataType::Decimal128(precision.clamp(1, 38), scale as i8))
        }
        _ => returns(types),
    }
}

fn is_decimal(types: &Types) -> bool {
    (0..2).any(|index| matches!(types.of(index), DataType::Decimal128(..)))
}

/// Precision and scale, those of the integer types being what their largest values need.
fn decimal_parts(of: &DataType) -> Option<(u8, u8)> {
    Some(match of {
        DataType::Int8 | DataType::UInt8 => (3, 0),
        DataType::Int16 | DataType::UInt16 => (5, 0),
        DataType::Int32 => (10, 0),
        DataType::UInt32 | DataType::Int64 | DataType::UInt64 => (19, 0),
        DataType::Decimal128(precision, scale) => (*precision, scale.unsigned_abs()),
        _ => return None,
    })
}

fn wider(left: &DataType, right: &DataType) -> DataType {
    let rank = |of: &DataType| match of {
        DataType::Int8 => 0,
        DataType::Int16 | DataType::UInt8 => 1,
        DataType::Int32 | DataType::UInt16 => 2,
        _ => 3,
    };
    match rank(left).max(rank(right)) {
        0 => DataType::Int8,
        1 => DataType::Int16,
        2 => DataType::Int32,
        _ => DataType::Int64,
    }
}

fn run(args: &Arguments, op: BinaryOperator) -> Result<ArrayRef> {
    let kind = args.result.clone();
    match kind {
        DataType::Int8 => integers::<Int8Type>(args, &op),
        DataType::Int16 => integers::<Int16Type>(args, &op),
        DataType::Int32 => integers::<Int32Type>(args, &op),
        DataType::Int64 => integers::<Int64Type>(args, &op),
        _ => decimals(args, &op),
    }
}

/// The remainder of integers or decimals, of the type that [`returns`] gives.
pub(crate) fn remainder(args: &Arguments) -> Result<ArrayRef> {
    run(args, BinaryOperator::Modulo)
}

fn integers<T>(args: &Arguments, op: &BinaryOperator) -> Result<ArrayRef>
where
    T: arrow::datatypes::ArrowPrimitiveType<Native: ArrowNativeTypeOp + std::fmt::Display>,
{
    let (left, right) = (cast(args.array(0), &args.result)?, cast(args.array(1), &args.result)?);
    let name = trino_name(&args.result);
    let combine = |left: T::Native, right: T::Native| {
        let is_zero = right.is_zero();
        let (found, what, sign) = match op {
            BinaryOperator::Plus => (left.add_checked(right), "addition", "+"),
            BinaryOperator::Minus => (left.sub_checked(right), "subtraction", "-"),
            BinaryOperator::Multiply => (left.mul_checked(right), "multiplication", "*"),
            _ if is_zero => return Err(external(division_by_zero())),
            BinaryOperator::Divide => (left.div_checked(right), "division", "/"),
            // The one remainder that overflows on the way is zero.
            _ => (Ok(left.mod_wrapping(right)), "modulus", "%"),
        };
        found.map_err(|_| {
            let message = format!("{name} {what} overflow: {left} {sign} {right}");
            external(failure("NUMERIC_VALUE_OUT_OF_RANGE", message))
        })
    };
    let values = try_binary::<_, _, _, T>(left.as_primitive::<T>(), right.as_primitive::<T>(), combine);
    Ok(Arc::new(values.map_err(unwrapped)?))
}

pub(super) fn division_by_zero() -> DataFusionError {
    failure("DIVISION_BY_ZERO", "Division by zero")
}

fn external(error: DataFusionError) -> ArrowError {
    ArrowError::ExternalError(Box::new(error))
}

fn unwrapped(error: ArrowError) -> DataFusionError {
    match error {
        ArrowError::ExternalError(inner) => match inner.downcast::<DataFusionError>() {
            Ok(error) => *error,
            Err(other) => DataFusionError::External(other),
        },
        other => other.into(),
    }
}

/// Quotients and remainders of decimals.
fn decimals(args: &Arguments, op: &BinaryOperator) -> Result<ArrayRef> {
    let DataType::Decimal128(precision, scale) = args.result else { return Err(division_by_zero()) };
    let scale_to = scale.unsigned_abs();
    let (left, left_scale) = digits(args.array(0))?;
    let (right, right_scale) = digits(args.array(1))?;
    let too_large = || failure("NUMERIC_VALUE_OUT_OF_RANGE", "Decimal overflow");
    let mut values = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if left.is_null(row) || right.is_null(row) {
            values.push(None);
            continue;
        }
        let (left, right) = (left.value(row), right.value(row));
        if right == 0 {
            return Err(division_by_zero());
        }
        let value = match op {
            BinaryOperator::Divide => {
                let numerator = rescale(left, 0, scale_to + right_scale - left_scale.min(scale_to + right_scale));
                numerator.map(|numerator| divide_half_up(numerator, right))
            }
            _ => rescale(left, left_scale, scale_to)
                .zip(rescale(right, right_scale, scale_to))
                .map(|(left, right)| left % right),
        };
        values.push(Some(value.ok_or_else(too_large)?));
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

pub(crate) fn divide_half_up(numerator: i128, divisor: i128) -> i128 {
    let (quotient, remainder) = (numerator.wrapping_div(divisor), numerator.wrapping_rem(divisor));
    let rounds_away = remainder.unsigned_abs() >= divisor.unsigned_abs().div_ceil(2);
    let sign = if (numerator < 0) == (divisor < 0) { 1 } else { -1 };
    if remainder != 0 && rounds_away { quotient + sign } else { quotient }
}
