//! `+ - * / %`, the minus before a value, and `||`.
//!
//! Whole numbers that overflow and divisions by zero are errors, decimals keep every digit that Trino keeps,
//! a number beside a double counts as a double. What DataFusion does alike is left to it.

mod decimal;
mod negation;
mod result_type;

pub(crate) use decimal::divide_half_up;
pub(crate) use negation::NEGATE;
pub(crate) use result_type::remainder as returns;

use super::comparison::mismatch;
use super::{call, interval};
use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition};
use crate::types::{common_number, trino_name};
use arrow::array::{ArrayRef, AsArray};
use arrow::compute::kernels::numeric;
use arrow::compute::{cast, try_binary};
use arrow::datatypes::{ArrowNativeTypeOp, DataType, Int8Type, Int16Type, Int32Type, Int64Type};
use arrow::error::ArrowError;
use datafusion::common::Result;
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{Cast, Expr, ScalarUDF};
use sqlparser::ast::BinaryOperator;
use std::sync::{Arc, LazyLock};

static FUNCTIONS: LazyLock<Vec<Arc<ScalarUDF>>> = LazyLock::new(|| {
    vec![
        Definition::new("$add", 2..=2, result_type::sum, |args| run(args, BinaryOperator::Plus)).into_udf(),
        Definition::new("$subtract", 2..=2, result_type::sum, |args| run(args, BinaryOperator::Minus)).into_udf(),
        Definition::new("$multiply", 2..=2, result_type::product, |args| run(args, BinaryOperator::Multiply))
            .into_udf(),
        Definition::new("$divide", 2..=2, result_type::quotient, |args| run(args, BinaryOperator::Divide)).into_udf(),
        Definition::new("$modulus", 2..=2, result_type::remainder, |args| run(args, BinaryOperator::Modulo)).into_udf(),
        negation::definition().into_udf(),
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
    let both = || vec![left.clone(), right.clone()];
    Ok(match (left_type, right_type) {
        (DataType::Null, _) | (_, DataType::Null) => None,
        (l, r) if is_exact(l) && is_exact(r) => Some(call(FUNCTIONS[index].clone(), both())),
        (l, r) if l.is_numeric() && r.is_numeric() => match common_number(l, r) {
            Some(common) if l != r => Some(in_floats(op, left, right, &common)),
            _ => None,
        },
        (l, r) => match interval::plan(op, left, l, right, r)? {
            Some(planned) => Some(planned),
            None if interval::is_temporal(l) && interval::is_temporal(r) => None,
            None => return Err(mismatch(&op.to_string(), left, l, right, r)),
        },
    })
}

/// An exact number beside a double counts as a double, beside a real as a real.
fn in_floats(op: &BinaryOperator, left: &Expr, right: &Expr, common: &DataType) -> Expr {
    let float = |expr: &Expr| Expr::Cast(Cast::new(Box::new(expr.clone()), common.clone()));
    let (left, right) = (float(left), float(right));
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

fn run(args: &Arguments, op: BinaryOperator) -> Result<ArrayRef> {
    let kind = args.result.clone();
    match kind {
        DataType::Int8 => integers::<Int8Type>(args, &op),
        DataType::Int16 => integers::<Int16Type>(args, &op),
        DataType::Int32 => integers::<Int32Type>(args, &op),
        DataType::Int64 => integers::<Int64Type>(args, &op),
        DataType::Decimal128(precision, scale) => decimal::run(args, &op, precision, scale),
        _ => floats(args, &op),
    }
}

/// A side turned out to be a double only when the types of CASE and its like were settled.
fn floats(args: &Arguments, op: &BinaryOperator) -> Result<ArrayRef> {
    let (left, right) = (cast(args.array(0), &args.result)?, cast(args.array(1), &args.result)?);
    Ok(match op {
        BinaryOperator::Plus => numeric::add(&left, &right)?,
        BinaryOperator::Minus => numeric::sub(&left, &right)?,
        BinaryOperator::Multiply => numeric::mul(&left, &right)?,
        BinaryOperator::Divide => numeric::div(&left, &right)?,
        _ => numeric::rem(&left, &right)?,
    })
}

/// The remainder, of the type that [`returns`] gives.
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
