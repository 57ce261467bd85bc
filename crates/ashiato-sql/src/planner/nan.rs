//! NaN: no comparison holds for it but `<>`. Arrow orders all doubles, with NaN equal to itself and beyond infinity, so
//! a comparison that NaN might pass gets a condition beside it; a column beside a literal stays bare for pruning.

use super::{call, type_of};
use crate::functions::definition::{Arguments, Definition};
use arrow::array::{Array, ArrayRef, AsArray, BooleanArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Float64Type};
use datafusion::common::{DFSchema, Result, ScalarValue};
use datafusion::logical_expr::{BinaryExpr, Expr, Operator, ScalarUDF};
use std::sync::{Arc, LazyLock};

/// Whether its arguments are numbers: false where one is NaN, NULL where one is NULL.
static ARE_NUMBERS: LazyLock<Arc<ScalarUDF>> =
    LazyLock::new(|| Definition::new("$are_numbers", 1..=2, |_| Ok(DataType::Boolean), run).into_udf());

pub(super) fn udf() -> Arc<ScalarUDF> {
    ARE_NUMBERS.clone()
}

/// Whether a comparison of the two could meet a NaN and say of it what Trino does not.
pub(super) fn may_mislead(left: &Expr, operator: Operator, right: &Expr, schema: &DFSchema) -> bool {
    let (left, right) = (may_be_nan(left, schema), may_be_nan(right, schema));
    match operator {
        // A NaN equals nothing but a NaN for Arrow too.
        Operator::Eq | Operator::NotEq => left && right,
        _ => left || right,
    }
}

/// A comparison that [`may_mislead`], put right.
pub(super) fn guarded(left: Expr, operator: Operator, right: Expr, schema: &DFSchema) -> Expr {
    let sides = [&left, &right].into_iter().filter(|side| may_be_nan(side, schema) || !is_literal(side));
    let are_numbers = call(udf(), sides.cloned().collect());
    let holds = |operator| Expr::BinaryExpr(BinaryExpr::new(Box::new(left), operator, Box::new(right)));
    match operator {
        Operator::NotEq => Expr::Not(Box::new(holds(Operator::Eq).and(are_numbers))),
        _ => holds(operator).and(are_numbers),
    }
}

/// Whether one of the pairs, compared by IN or CASE, could be two NaNs.
pub(super) fn misleads_any<'a>(pairs: impl IntoIterator<Item = (&'a Expr, &'a Expr)>, schema: &DFSchema) -> bool {
    pairs.into_iter().any(|(left, right)| may_mislead(left, Operator::Eq, right, schema))
}

/// Whether the bounds of a BETWEEN keep a NaN out, which is beyond them on either side.
pub(super) fn is_held(low: &Expr, high: &Expr, schema: &DFSchema) -> bool {
    !may_be_nan(low, schema) && !may_be_nan(high, schema)
}

fn may_be_nan(expr: &Expr, schema: &DFSchema) -> bool {
    type_of(expr, schema).is_some_and(|of| of.is_floating()) && !is_number(expr, schema)
}

fn is_literal(expr: &Expr) -> bool {
    matches!(expr, Expr::Literal(..))
}

/// Whether an expression of a floating type is known to be a number.
fn is_number(expr: &Expr, schema: &DFSchema) -> bool {
    let is_exact = |expr: &Expr| type_of(expr, schema).is_some_and(|of| of.is_numeric() && !of.is_floating());
    match expr {
        Expr::Literal(ScalarValue::Float64(Some(value)), _) => !value.is_nan(),
        Expr::Literal(ScalarValue::Float32(Some(value)), _) => !value.is_nan(),
        Expr::Alias(alias) => is_number(&alias.expr, schema),
        Expr::Cast(cast) => is_exact(&cast.expr) || is_number(&cast.expr, schema),
        // `1e0` is the cast of its text.
        Expr::ScalarFunction(function) if function.name() == crate::cast::CAST => {
            function.args.first().is_some_and(|from| match super::comparison::text_literal(from) {
                Some(text) => text.parse().is_ok_and(|value: f64| !value.is_nan()),
                None => is_exact(from) || is_number(from, schema),
            })
        }
        Expr::ScalarFunction(function) if function.name() == super::NEGATE => {
            function.args.first().is_some_and(|of| is_number(of, schema))
        }
        _ => false,
    }
}

fn run(args: &Arguments) -> Result<ArrayRef> {
    let columns = (0..args.len()).map(|index| Ok(cast(args.array(index), &DataType::Float64)?));
    let columns = columns.collect::<Result<Vec<ArrayRef>>>()?;
    let columns: Vec<_> = columns.iter().map(|column| column.as_primitive::<Float64Type>()).collect();
    let of_row = |row: usize| {
        let is_known = columns.iter().all(|column| !column.is_null(row));
        is_known.then(|| columns.iter().all(|column| !column.value(row).is_nan()))
    };
    Ok(Arc::new((0..args.rows).map(of_row).collect::<BooleanArray>()))
}
