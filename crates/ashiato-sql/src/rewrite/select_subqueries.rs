//! `EXISTS (…)` and `a IN (…)` in a select list, which DataFusion plans only as conditions: here counts of rows,
//! compared with 0.

use super::build::{call, case, number};
use super::quantified::{aggregate, binary, is_plain_select, selects_aggregate};
use super::unnest_subqueries;
use crate::error::Error;
use sqlparser::ast::{
    BinaryOperator, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, Ident, Query, Select, SelectItem, SetExpr,
    Value, VisitMut, VisitorMut,
};
use std::ops::ControlFlow;

/// Rewrites the EXISTS in a select list. What its subquery selects does not matter, its number of rows does: a SELECT
/// of constants or columns from a WHERE counts as it stands; one that groups or limits is left alone.
pub(crate) fn rewrite(select: &mut Select) {
    for item in &mut select.projection {
        if let SelectItem::UnnamedExpr(expr) | SelectItem::ExprWithAlias { expr, .. } = item {
            let _ = VisitMut::visit(expr, &mut Counting);
        }
    }
}

struct Counting;

impl VisitorMut for Counting {
    type Break = ();

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        // One over an array of the row needs no subquery at all.
        unnest_subqueries::rewrite(expr);
        if let Expr::InSubquery { expr: value, subquery, negated } = expr
            && let Ok(among) = is_among(value, subquery, *negated)
        {
            *expr = among;
            return ControlFlow::Continue(());
        }
        if let Expr::Exists { subquery, negated } = expr
            && is_plain_select(subquery)
            && !selects_aggregate(subquery)
        {
            let op = if *negated { BinaryOperator::Eq } else { BinaryOperator::Gt };
            let count = counted(subquery);
            *expr = Expr::Nested(Box::new(Expr::BinaryOp {
                left: Box::new(Expr::Subquery(Box::new(count))),
                op,
                right: Box::new(number("0")),
            }));
        }
        ControlFlow::Continue(())
    }
}

/// `a IN (subquery)`: true for an equal value; else unknown if `a` or one of the values is NULL; else false.
fn is_among(value: &Expr, subquery: &Query, negated: bool) -> Result<Expr, Error> {
    let rows = |query: Query| Expr::Subquery(Box::new(query));
    let mut equal = aggregate("count(*)", subquery)?;
    if let SetExpr::Select(select) = equal.body.as_mut() {
        let element = Expr::Identifier(Ident::with_quote('"', "$c"));
        select.selection = Some(binary(element, BinaryOperator::Eq, Expr::Nested(Box::new(value.clone()))));
    }
    let is_more = |count: Expr| binary(count, BinaryOperator::Gt, number("0"));
    let is_empty = binary(rows(aggregate("count(*)", subquery)?), BinaryOperator::Eq, number("0"));
    let has_nulls = is_more(rows(aggregate("count(*) - count(\"$c\")", subquery)?));
    let is_null = Expr::IsNull(Box::new(Expr::Nested(Box::new(value.clone()))));
    let outcome = |value: bool| Expr::value(Value::Boolean(value));
    let unknown = || call("nullif", vec![outcome(true), outcome(true)]);
    let conditions = vec![
        (is_more(rows(equal)), outcome(!negated)),
        (is_empty, outcome(negated)),
        (is_null, unknown()),
        (has_nulls, unknown()),
    ];
    Ok(case(conditions, Some(outcome(negated))))
}

fn counted(query: &Query) -> Query {
    let mut query = query.clone();
    if let SetExpr::Select(select) = query.body.as_mut() {
        let mut count = call("count", Vec::new());
        if let Expr::Function(function) = &mut count
            && let FunctionArguments::List(list) = &mut function.args
        {
            list.args.push(FunctionArg::Unnamed(FunctionArgExpr::Wildcard));
        }
        select.projection = vec![SelectItem::UnnamedExpr(count)];
    }
    query
}
