//! `EXISTS (SELECT 1 FROM UNNEST(a) AS r(x, y) WHERE p)` is `coalesce(any_match(a, row -> p), false)`: the array is one
//! of the row around, for which DataFusion has no plan in a subquery.

use super::build::{call, number, take};
use super::quantified::is_plain_select;
use sqlparser::ast::{
    AccessExpr, Expr, Ident, LambdaFunction, LambdaFunctionParameter, LambdaSyntax, OneOrManyWithParens, Query,
    SetExpr, Subscript, TableAlias, TableFactor, UnaryOperator, Value, VisitMut, VisitorMut,
};
use std::ops::ControlFlow;

/// The parameter of the lambda; no user's name starts so.
const ROW: &str = "$row";

/// Rewrites an EXISTS whose only relation is one unnested array with named columns.
pub(crate) fn rewrite(expr: &mut Expr) {
    let Expr::Exists { subquery, negated } = expr else { return };
    let negated = *negated;
    let Some((array, alias, condition)) = unnested(subquery) else { return };
    let mut condition = condition.unwrap_or_else(|| Expr::value(Value::Boolean(true)));
    let _ = VisitMut::visit(&mut condition, &mut Columns { alias: &alias });
    let lambda = Expr::Lambda(LambdaFunction {
        params: OneOrManyWithParens::One(LambdaFunctionParameter { name: Ident::new(ROW), data_type: None }),
        body: Box::new(condition),
        syntax: LambdaSyntax::Arrow,
    });
    let exists = call("coalesce", vec![call("any_match", vec![array, lambda]), Expr::value(Value::Boolean(false))]);
    *expr = match negated {
        true => Expr::UnaryOp { op: UnaryOperator::Not, expr: Box::new(exists) },
        false => exists,
    };
}

fn unnested(query: &mut Query) -> Option<(Expr, TableAlias, Option<Expr>)> {
    if !is_plain_select(query) {
        return None;
    }
    let SetExpr::Select(select) = query.body.as_mut() else { return None };
    let [from] = select.from.as_mut_slice() else { return None };
    let TableFactor::UNNEST { alias: Some(alias), array_exprs, with_ordinality: false, .. } = &mut from.relation else {
        return None;
    };
    let [array] = array_exprs.as_mut_slice() else { return None };
    if !from.joins.is_empty() || alias.columns.is_empty() {
        return None;
    }
    Some((take(array), alias.clone(), select.selection.take()))
}

/// Puts the lambda's parameter in the place of the columns of the unnested array.
struct Columns<'a> {
    alias: &'a TableAlias,
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
        let names: &[Ident] = match &*expr {
            Expr::Identifier(name) => std::slice::from_ref(name),
            Expr::CompoundIdentifier(names) => names,
            _ => return ControlFlow::Continue(()),
        };
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
}
