//! `reduce_agg(x, start, input, combine)` is `reduce(array_agg(x) FILTER (WHERE x IS NOT NULL), start, input, r -> r)`:
//! DataFusion's aggregates take no lambdas. `combine`, which joins partial results in Trino, is not needed.

use super::build::{call, function, function_name, plain_arguments};
use sqlparser::ast::{
    BinaryOperator, Expr, Ident, LambdaFunction, LambdaFunctionParameter, LambdaSyntax, OneOrManyWithParens,
};

/// Rewrites reduce_agg.
pub(crate) fn rewrite(expr: &mut Expr) {
    let Expr::Function(reduce_agg) = expr else { return };
    if function_name(reduce_agg) != Some("reduce_agg") || reduce_agg.over.is_some() {
        return;
    }
    let Some(arguments) = plain_arguments(reduce_agg) else { return };
    let Ok([value, start, input, _combine]) = <[Expr; 4]>::try_from(arguments) else { return };
    let is_value = Expr::IsNotNull(Box::new(Expr::Nested(Box::new(value.clone()))));
    let mut collected = function("array_agg", vec![value]);
    collected.filter = Some(Box::new(match reduce_agg.filter.take() {
        Some(filter) => {
            Expr::BinaryOp { left: Box::new(Expr::Nested(filter)), op: BinaryOperator::And, right: Box::new(is_value) }
        }
        None => is_value,
    }));
    *expr = call("reduce", vec![Expr::Function(collected), start, input, identity()]);
}

fn identity() -> Expr {
    let result = Ident::new("r");
    Expr::Lambda(LambdaFunction {
        params: OneOrManyWithParens::One(LambdaFunctionParameter { name: result.clone(), data_type: None }),
        body: Box::new(Expr::Identifier(result)),
        syntax: LambdaSyntax::Arrow,
    })
}
