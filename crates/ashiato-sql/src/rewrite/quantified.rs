//! `= ANY (subquery)` is IN and `<> ALL (subquery)` is NOT IN; a comparison of order with all or any of a subquery's
//! values is one with their least or greatest, minding NULLs and the subquery without rows.

use super::build::{call, case, function_name, number, take};
use super::decorations::is_scalar;
use crate::error::Error;
use crate::parse::TrinoDialect;
use sqlparser::ast::{BinaryOperator, Expr, Query, SetExpr, TableFactor, UnaryOperator, Value, visit_expressions};
use sqlparser::parser::Parser;
use std::ops::ControlFlow;

/// Rewrites a comparison with ANY, SOME or ALL of a subquery.
pub(crate) fn rewrite(expr: &mut Expr) -> Result<(), Error> {
    let (left, op, right, is_all) = match expr {
        Expr::AnyOp { left, compare_op, right, .. } => (left, compare_op.clone(), right, false),
        Expr::AllOp { left, compare_op, right } => (left, compare_op.clone(), right, true),
        _ => return Ok(()),
    };
    let Some(subquery) = subquery(right) else { return Ok(()) };
    let left = take(left);
    *expr = match (&op, is_all) {
        (BinaryOperator::Eq, false) => {
            Expr::InSubquery { expr: Box::new(left), subquery: Box::new(subquery), negated: false }
        }
        (BinaryOperator::NotEq, true) => {
            Expr::InSubquery { expr: Box::new(left), subquery: Box::new(subquery), negated: true }
        }
        (BinaryOperator::Gt | BinaryOperator::GtEq, true) | (BinaryOperator::Lt | BinaryOperator::LtEq, false) => {
            compare(left, op, "max", &subquery, is_all)?
        }
        (BinaryOperator::Lt | BinaryOperator::LtEq, true) | (BinaryOperator::Gt | BinaryOperator::GtEq, false) => {
            compare(left, op, "min", &subquery, is_all)?
        }
        _ => {
            let what = format!("{op} {} with a subquery", if is_all { "ALL" } else { "ANY" });
            return Err(Error::unsupported(None, &what));
        }
    };
    Ok(())
}

fn subquery(expr: &Expr) -> Option<Query> {
    match expr {
        Expr::Subquery(query) => Some(query.as_ref().clone()),
        Expr::Nested(inner) => subquery(inner),
        _ => None,
    }
}

/// The outcome of ALL is true without rows and false with one row that fails; of ANY the other way round. Where no row
/// decides, a NULL among the rows makes it unknown.
fn compare(left: Expr, op: BinaryOperator, bound: &str, subquery: &Query, is_all: bool) -> Result<Expr, Error> {
    let over = |column: &str| aggregate(column, subquery).map(|query| Expr::Subquery(Box::new(query)));
    let holds = Expr::Nested(Box::new(binary(left, op, over(&format!("{bound}(\"$c\")"))?)));
    let decides = match is_all {
        true => Expr::UnaryOp { op: UnaryOperator::Not, expr: Box::new(holds.clone()) },
        false => holds.clone(),
    };
    let is_empty = binary(over("count(*)")?, BinaryOperator::Eq, number("0"));
    let has_nulls = binary(over("count(*) - count(\"$c\")")?, BinaryOperator::Gt, number("0"));
    let outcome = |value: bool| Expr::value(Value::Boolean(value));
    let unknown = call("nullif", vec![outcome(true), outcome(true)]);
    let conditions = vec![(is_empty, outcome(is_all)), (decides, outcome(!is_all)), (has_nulls, unknown)];
    Ok(case(conditions, Some(holds)))
}

pub(crate) fn binary(left: Expr, op: BinaryOperator, right: Expr) -> Expr {
    Expr::BinaryOp { left: Box::new(left), op, right: Box::new(right) }
}

/// `SELECT aggregate FROM (subquery) AS "$values"("$c")`.
pub(crate) fn aggregate(aggregate: &str, subquery: &Query) -> Result<Query, Error> {
    let text = format!("SELECT {aggregate} FROM (SELECT 1) AS \"$values\"(\"$c\")");
    let parsed = Parser::new(&TrinoDialect).try_with_sql(&text).and_then(|mut parser| parser.parse_query());
    let mut query = *parsed.map_err(|error| Error::unsupported(None, &error.to_string()))?;
    if let SetExpr::Select(select) = query.body.as_mut()
        && let TableFactor::Derived { subquery: rows, .. } = &mut select.from[0].relation
    {
        **rows = subquery.clone();
    }
    Ok(query)
}

/// Whether a query is a plain SELECT whose rows are those of its FROM and WHERE.
pub(crate) fn is_plain_select(query: &Query) -> bool {
    let SetExpr::Select(select) = query.body.as_ref() else { return false };
    let is_bare =
        query.with.is_none() && query.order_by.is_none() && query.limit_clause.is_none() && query.fetch.is_none();
    let is_ungrouped = select.group_by == sqlparser::ast::GroupByExpr::Expressions(Vec::new(), Vec::new());
    is_bare && is_ungrouped && select.distinct.is_none() && select.having.is_none() && select.qualify.is_none()
}

/// Whether a SELECT has an aggregate in its list: without GROUP BY that gives one row whatever the rows are.
pub(crate) fn selects_aggregate(query: &Query) -> bool {
    let SetExpr::Select(select) = query.body.as_ref() else { return false };
    visit_expressions(&select.projection, |expr| match expr {
        Expr::Function(call) if call.over.is_none() && !function_name(call).is_some_and(is_scalar) => {
            ControlFlow::Break(())
        }
        _ => ControlFlow::Continue(()),
    })
    .is_break()
}
