//! `EXISTS (…)` in a select list, which DataFusion plans only as a condition: here a count of rows, compared with 0.

use super::build::{call, number};
use super::quantified::is_plain_select;
use sqlparser::ast::{
    BinaryOperator, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, Query, Select, SelectItem, SetExpr,
    VisitMut, VisitorMut,
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

/// An aggregate without GROUP BY gives one row whatever the rows are; a call might be one.
fn selects_aggregate(query: &Query) -> bool {
    let SetExpr::Select(select) = query.body.as_ref() else { return false };
    select.projection.iter().any(|item| match item {
        SelectItem::UnnamedExpr(expr) | SelectItem::ExprWithAlias { expr, .. } => matches!(expr, Expr::Function(_)),
        _ => false,
    })
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
