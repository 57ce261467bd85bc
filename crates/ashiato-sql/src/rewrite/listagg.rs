//! `listagg(x, ',') WITHIN GROUP (ORDER BY y)` is `array_join(array_agg(x ORDER BY y) FILTER (WHERE x IS NOT NULL), ',')`.

use super::build::{call, function, function_name, plain_arguments, string};
use crate::error::Error;
use sqlparser::ast::{BinaryOperator, Expr, FunctionArgumentClause, FunctionArguments, ListAggOnOverflow};

/// Rewrites listagg.
pub(crate) fn rewrite(expr: &mut Expr) -> Result<(), Error> {
    let Expr::Function(listagg) = expr else { return Ok(()) };
    if function_name(listagg) != Some("listagg") {
        return Ok(());
    }
    let (Some(mut arguments), FunctionArguments::List(list)) = (plain_arguments(listagg), &listagg.args) else {
        return Ok(());
    };
    for clause in &list.clauses {
        match clause {
            FunctionArgumentClause::OnOverflow(ListAggOnOverflow::Error) => {}
            FunctionArgumentClause::OnOverflow(_) => {
                return Err(Error::unsupported(None, "LISTAGG with ON OVERFLOW TRUNCATE"));
            }
            _ => return Ok(()),
        }
    }
    if arguments.is_empty() || arguments.len() > 2 {
        return Ok(());
    }
    let separator = if arguments.len() == 2 { arguments.remove(1) } else { string("") };
    let value = arguments.remove(0);
    let is_value = Expr::IsNotNull(Box::new(Expr::Nested(Box::new(value.clone()))));
    let mut collected = function("array_agg", vec![value]);
    if let FunctionArguments::List(collected) = &mut collected.args {
        collected.duplicate_treatment = list.duplicate_treatment;
        if !listagg.within_group.is_empty() {
            collected.clauses.push(FunctionArgumentClause::OrderBy(listagg.within_group.clone()));
        }
    }
    collected.filter = Some(Box::new(match listagg.filter.take() {
        Some(filter) => {
            Expr::BinaryOp { left: Box::new(Expr::Nested(filter)), op: BinaryOperator::And, right: Box::new(is_value) }
        }
        None => is_value,
    }));
    collected.over = listagg.over.take();
    *expr = call("array_join", vec![Expr::Function(collected), separator]);
    Ok(())
}
