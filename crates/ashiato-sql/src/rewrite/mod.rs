//! From the parsed tree to one that DataFusion plans with Trino's meaning: one pass over the tree, in which each file
//! here looks after one form. What depends on types is left to the planners ([`crate::planner`], [`unnest_plan`]).

mod balance;
mod build;
mod calls;
pub mod casts;
mod unnest_subqueries;
mod decorations;
mod extract;
mod field_access;
pub mod grouped_names;
mod grouping;
mod lateral;
mod like;
mod limit;
mod listagg;
pub(crate) mod output_names;
pub mod positions;
mod quantified;
mod reduce_agg;
mod refused;
pub mod repeated_stars;
pub mod row_ordinal;
mod sample;
mod select_subqueries;
mod text_forms;
mod unnest;
pub mod unnest_plan;
mod values;

use crate::error::Error;
use sqlparser::ast::{Expr, Query, Select, TableFactor, VisitMut, VisitorMut};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// Rewrites a query and all within it.
pub(crate) fn rewrite(query: &mut Query) -> Result<(), Error> {
    let mut rewriter = Rewriter::default();
    match VisitMut::visit(query, &mut rewriter) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(error) => Err(error),
    }
}

/// Rewrites an expression that stands alone, such as a parameter's value.
pub(crate) fn rewrite_expr(mut expr: Expr) -> Result<Expr, Error> {
    let mut rewriter = Rewriter::default();
    match VisitMut::visit(&mut expr, &mut rewriter) {
        ControlFlow::Continue(()) => Ok(expr),
        ControlFlow::Break(error) => Err(error),
    }
}

#[derive(Default)]
struct Rewriter {
    /// The relations of the SELECTs around the present place, the innermost last.
    relations: Vec<BTreeSet<String>>,
    /// The parameters of the lambdas around the present place, the innermost last.
    lambda_parameters: Vec<Vec<String>>,
}

impl VisitorMut for Rewriter {
    type Break = Error;

    fn pre_visit_query(&mut self, query: &mut Query) -> ControlFlow<Error> {
        balance::rewrite_unions(&mut query.body);
        flow(refused::check_query(query).and_then(|()| limit::rewrite(query)))
    }

    fn post_visit_query(&mut self, query: &mut Query) -> ControlFlow<Error> {
        values::rewrite(&mut query.body);
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &mut Select) -> ControlFlow<Error> {
        self.relations.push(output_names::relations(select));
        select_subqueries::rewrite(select);
        flow(
            refused::check_select(select)
                .and_then(|()| grouping::rewrite(select))
                .and_then(|()| unnest::lift_from(&mut select.from)),
        )
    }

    fn post_visit_select(&mut self, select: &mut Select) -> ControlFlow<Error> {
        self.relations.pop();
        flow(grouped_names::rewrite(select).and_then(|()| repeated_stars::rewrite(select)))
    }

    fn pre_visit_table_factor(&mut self, factor: &mut TableFactor) -> ControlFlow<Error> {
        flow(refused::check_table_factor(factor).and_then(|()| sample::rewrite(factor)).and_then(|()| match factor {
            TableFactor::NestedJoin { table_with_joins, .. } => unnest::lift_joins(table_with_joins),
            _ => Ok(()),
        }))
    }

    fn pre_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<Error> {
        if let Err(error) = decorations::check(expr) {
            return ControlFlow::Break(error);
        }
        balance::rewrite(expr);
        casts::smallest_bigint(expr);
        unnest_subqueries::rewrite(expr);
        if let Expr::Lambda(lambda) = expr {
            self.lambda_parameters.push(lambda.params.iter().map(|parameter| parameter.name.value.clone()).collect());
        }
        ControlFlow::Continue(())
    }

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<Error> {
        if matches!(expr, Expr::Lambda(_)) {
            self.lambda_parameters.pop();
        }
        let is_parameter = |name: &str| self.lambda_parameters.iter().flatten().any(|parameter| parameter == name);
        field_access::rewrite(expr, is_parameter);
        field_access::rewrite_outer(expr, &self.relations);
        text_forms::rewrite(expr);
        calls::rewrite(expr);
        reduce_agg::rewrite(expr);
        flow(
            extract::rewrite(expr)
                .and_then(|()| like::rewrite(expr))
                .and_then(|()| listagg::rewrite(expr))
                .and_then(|()| quantified::rewrite(expr))
                .and_then(|()| casts::rewrite_expr(expr)),
        )
    }
}

fn flow(result: Result<(), Error>) -> ControlFlow<Error> {
    match result {
        Ok(()) => ControlFlow::Continue(()),
        Err(error) => ControlFlow::Break(error),
    }
}
