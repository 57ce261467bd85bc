//! `= ANY (subquery)` is IN and `<> ALL (subquery)` is NOT IN; the others are comparisons with a least or greatest value.

use super::build::take;
use crate::error::Error;
use sqlparser::ast::{BinaryOperator, Expr, Query, SetExpr};

/// Rewrites a comparison with ANY, SOME or ALL of a subquery.
pub(crate) fn rewrite(expr: &mut Expr) -> Result<(), Error> {
    let (left, op, right, is_all) = match expr {
        Expr::AnyOp { left, compare_op, right, .. } => (left, compare_op, right, false),
        Expr::AllOp { left, compare_op, right } => (left, compare_op, right, true),
        _ => return Ok(()),
    };
    let Some(subquery) = subquery(right) else { return Ok(()) };
    let negated = match (op, is_all) {
        (BinaryOperator::Eq, false) => false,
        (BinaryOperator::NotEq, true) => true,
        (op, _) => {
            let what = format!("{op} {} with a subquery", if is_all { "ALL" } else { "ANY" });
            return Err(Error::unsupported(None, &what));
        }
    };
    *expr = Expr::InSubquery { expr: Box::new(take(left)), subquery: Box::new(subquery), negated };
    Ok(())
}

fn subquery(expr: &Expr) -> Option<Query> {
    match expr {
        Expr::Subquery(query) => Some(query.as_ref().clone()),
        Expr::Nested(inner) => subquery(inner),
        _ => None,
    }
}

/// Whether a query is a plain SELECT whose rows are those of its FROM and WHERE.
pub(crate) fn is_plain_select(query: &Query) -> bool {
    let SetExpr::Select(select) = query.body.as_ref() else { return false };
    let is_bare = query.with.is_none() && query.order_by.is_none() && query.limit_clause.is_none() && query.fetch.is_none();
    let is_ungrouped = select.group_by == sqlparser::ast::GroupByExpr::Expressions(Vec::new(), Vec::new());
    is_bare && is_ungrouped && select.distinct.is_none() && select.having.is_none() && select.qualify.is_none()
}
