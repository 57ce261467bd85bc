//! Subqueries over an array or a map of the row around them, for which DataFusion has no plan. With `UNNEST(a) AS r(x, y)`,
//! and `a` as [`crate::planner::UNNESTED`] has it:
//!
//! - `EXISTS (SELECT 1 FROM … WHERE p)` is `coalesce(any_match(a, row -> p), false)`, and true where an aggregate is selected;
//! - `v IN (SELECT e FROM … WHERE p)` is `any_match(filter(a, row -> p), row -> e = v)`, and false for an array that is NULL;
//! - `(SELECT count(*) FROM … WHERE p)` is `coalesce(cardinality(filter(a, row -> p)), 0)`.

use super::build::{call, case, function_name, number, string, take};
use super::quantified::{binary, is_plain_select, selects_aggregate};
use crate::planner::UNNESTED;
use sqlparser::ast::{
    AccessExpr, BinaryOperator, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, Ident, LambdaFunction,
    LambdaFunctionParameter, LambdaSyntax, OneOrManyWithParens, Query, SelectItem, SetExpr, Subscript, TableAlias,
    TableFactor, UnaryOperator, Value, VisitMut, VisitorMut, visit_expressions,
};
use std::ops::ControlFlow;

/// The parameter of the lambda; no user's name starts so.
const ROW: &str = "$row";

/// Rewrites a subquery whose only relation is one unnested array with named columns.
pub(crate) fn rewrite(expr: &mut Expr) {
    let (rewritten, negated) = match expr {
        Expr::Exists { subquery, negated } => (exists(subquery), *negated),
        Expr::InSubquery { expr: value, subquery, negated } => (is_among(value, subquery), *negated),
        Expr::Subquery(query) => (count(query), false),
        _ => return,
    };
    let Some(rewritten) = rewritten else { return };
    *expr = match negated {
        true => Expr::UnaryOp { op: UnaryOperator::Not, expr: Box::new(rewritten) },
        false => rewritten,
    };
}

fn exists(query: &Query) -> Option<Expr> {
    let unnested = unnested(query)?;
    if selects_aggregate(query) {
        // One row, whatever the rows are; that the condition can be planned is still seen to.
        let is_there = binary(unnested.count(), BinaryOperator::GtEq, number("0"));
        return Some(Expr::Nested(Box::new(is_there)));
    }
    let Unnested { array, alias, condition } = unnested;
    let condition = condition.unwrap_or_else(|| Expr::value(Value::Boolean(true)));
    let any = call("any_match", vec![array, lambda(&alias, condition)]);
    Some(call("coalesce", vec![any, Expr::value(Value::Boolean(false))]))
}

fn is_among(value: &Expr, query: &Query) -> Option<Expr> {
    if selects_aggregate(query) || holds_subquery(value) {
        return None;
    }
    let element = selected(query)?.clone();
    if holds_subquery(&element) {
        return None;
    }
    let unnested = unnested(query)?;
    let is_missing = Expr::IsNull(Box::new(Expr::Nested(Box::new(unnested.array.clone()))));
    let alias = unnested.alias.clone();
    let mut is_equal = lambda(&alias, element);
    // The value is of the row around: the array's columns have no meaning in it.
    if let Expr::Lambda(lambda) = &mut is_equal {
        let nested = |expr: Expr| Box::new(Expr::Nested(Box::new(expr)));
        let (left, right) = (nested(take(&mut lambda.body)), nested(value.clone()));
        *lambda.body = Expr::BinaryOp { left, op: BinaryOperator::Eq, right };
    }
    let any = call("any_match", vec![unnested.filtered(), is_equal]);
    Some(case(vec![(is_missing, Expr::value(Value::Boolean(false)))], Some(any)))
}

fn count(query: &Query) -> Option<Expr> {
    let Expr::Function(function) = selected(query)? else { return None };
    let FunctionArguments::List(list) = &function.args else { return None };
    let counts_rows = matches!(list.args.as_slice(), [FunctionArg::Unnamed(FunctionArgExpr::Wildcard)])
        && function_name(function) == Some("count")
        && function.filter.is_none()
        && function.over.is_none();
    if !counts_rows {
        return None;
    }
    Some(unnested(query)?.count())
}

/// What a query selects, where that is one value.
fn selected(query: &Query) -> Option<&Expr> {
    let SetExpr::Select(select) = query.body.as_ref() else { return None };
    match select.projection.as_slice() {
        [SelectItem::UnnamedExpr(expr) | SelectItem::ExprWithAlias { expr, .. }] => Some(expr),
        _ => None,
    }
}

/// The one relation of a subquery: an array that is unnested, the names of its columns, and which rows are wanted.
struct Unnested {
    array: Expr,
    alias: TableAlias,
    condition: Option<Expr>,
}

impl Unnested {
    /// How many elements are wanted.
    fn count(self) -> Expr {
        call("coalesce", vec![call("cardinality", vec![self.filtered()]), number("0")])
    }

    /// The array of the elements that are wanted.
    fn filtered(self) -> Expr {
        match self.condition {
            Some(condition) => call("filter", vec![self.array, lambda(&self.alias, condition)]),
            None => self.array,
        }
    }
}

fn unnested(query: &Query) -> Option<Unnested> {
    if !is_plain_select(query) {
        return None;
    }
    let SetExpr::Select(select) = query.body.as_ref() else { return None };
    let [from] = select.from.as_slice() else { return None };
    let TableFactor::UNNEST { alias: Some(alias), array_exprs, with_ordinality: false, .. } = &from.relation else {
        return None;
    };
    let [array] = array_exprs.as_slice() else { return None };
    // A subquery in the condition may have the same names for columns of its own.
    if !from.joins.is_empty() || alias.columns.is_empty() || select.selection.as_ref().is_some_and(holds_subquery) {
        return None;
    }
    let columns = number(alias.columns.len().to_string());
    let array = call(UNNESTED, vec![array.clone(), columns, string(alias.name.value.as_str())]);
    Some(Unnested { array, alias: alias.clone(), condition: select.selection.clone() })
}

fn holds_subquery(expr: &Expr) -> bool {
    visit_expressions(expr, |expr| match expr {
        Expr::Subquery(_) | Expr::Exists { .. } | Expr::InSubquery { .. } => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    })
    .is_break()
}

/// What is made of a row of the array.
fn lambda(alias: &TableAlias, mut body: Expr) -> Expr {
    let _ = VisitMut::visit(&mut body, &mut Columns { alias, parameters: Vec::new() });
    Expr::Lambda(LambdaFunction {
        params: OneOrManyWithParens::One(LambdaFunctionParameter { name: Ident::new(ROW), data_type: None }),
        body: Box::new(body),
        syntax: LambdaSyntax::Arrow,
    })
}

/// Puts the lambda's parameter in the place of the columns of the unnested array.
struct Columns<'a> {
    alias: &'a TableAlias,
    /// The parameters of the lambdas around the present place, which hide columns of their names.
    parameters: Vec<Vec<String>>,
}

impl Columns<'_> {
    /// The column that a name is, with the names of fields behind it.
    fn find<'b>(&self, names: &'b [Ident]) -> Option<(usize, &'b [Ident])> {
        let behind = match names {
            [relation, rest @ ..] if !rest.is_empty() && relation.value == self.alias.name.value => rest,
            names => names,
        };
        let (first, fields) = behind.split_first()?;
        let index = self.alias.columns.iter().position(|column| column.name.value == first.value)?;
        Some((index, fields))
    }
}

impl VisitorMut for Columns<'_> {
    type Break = ();

    fn pre_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        if let Expr::Lambda(lambda) = expr {
            self.parameters.push(lambda.params.iter().map(|parameter| parameter.name.value.clone()).collect());
        }
        let names: &[Ident] = match &*expr {
            Expr::Identifier(name) => std::slice::from_ref(name),
            Expr::CompoundIdentifier(names) => names,
            _ => return ControlFlow::Continue(()),
        };
        let is_hidden = names.first().is_some_and(|name| self.parameters.iter().flatten().any(|at| *at == name.value));
        if is_hidden {
            return ControlFlow::Continue(());
        }
        let Some((index, fields)) = self.find(names) else { return ControlFlow::Continue(()) };
        let row = Expr::Nested(Box::new(Expr::Identifier(Ident::new(ROW))));
        // Several columns are the fields of a row, in order; a single one is the element itself.
        let ordinal = (self.alias.columns.len() > 1)
            .then(|| AccessExpr::Subscript(Subscript::Index { index: number((index + 1).to_string()) }));
        let dots = fields.iter().map(|field| AccessExpr::Dot(Expr::Identifier(field.clone())));
        let access_chain: Vec<AccessExpr> = ordinal.into_iter().chain(dots).collect();
        *expr = match access_chain.is_empty() {
            true => row,
            false => Expr::CompoundFieldAccess { root: Box::new(row), access_chain },
        };
        ControlFlow::Continue(())
    }

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        if matches!(expr, Expr::Lambda(_)) {
            self.parameters.pop();
        }
        ControlFlow::Continue(())
    }
}
