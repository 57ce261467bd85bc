//! The place of an error that DataFusion gave none: found in the query's tree by what the message says.

use crate::error::Error;
use crate::parse::operators::OperatorPlace;
use sqlparser::ast::{self, Expr, Ident, Spanned, UnaryOperator, Value, Visit, Visitor};
use std::ops::ControlFlow;

/// Gives an error the place of the operator that it names, or, where it has none, that of the first name in the query
/// that it quotes.
pub(crate) fn locate(mut error: Error, query: &ast::Query, operators: &[OperatorPlace]) -> Error {
    if let Some(applied) = error.message.strip_prefix("Cannot apply operator: ") {
        let mut search = OfOperator { applied, operators };
        if let ControlFlow::Break(at) = query.visit(&mut search) {
            error.at = Some(at);
        }
        return error;
    }
    if error.at.is_some() {
        return error;
    }
    let called = error.message.split_once(") for function ").map(|(_, rest)| rest);
    let name = match called {
        Some(rest) => rest.split(['.', ' ']).next(),
        None if ["COLUMN_NOT_FOUND", "FUNCTION_NOT_FOUND", "EXPRESSION_NOT_AGGREGATE"].contains(&error.code) => {
            error.message.split('\'').nth(1)
        }
        None => None,
    };
    if let Some(name) = name {
        let mut search = OfName { name: name.rsplit('.').next().unwrap_or(name) };
        if let ControlFlow::Break(at) = query.visit(&mut search) {
            error.at = Some(at);
        }
    }
    error
}

struct OfName<'a> {
    name: &'a str,
}

impl Visitor for OfName<'_> {
    type Break = (u64, u64);

    fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<(u64, u64)> {
        let names: Vec<&Ident> = match expr {
            Expr::Identifier(name) => vec![name],
            Expr::CompoundIdentifier(names) => names.iter().collect(),
            Expr::Function(function) => function.name.0.iter().filter_map(|part| part.as_ident()).collect(),
            _ => return ControlFlow::Continue(()),
        };
        let is_named = names.iter().any(|name| name.value == self.name);
        let start = names[0].span.start;
        if is_named && start.line > 0 {
            ControlFlow::Break((start.line, start.column))
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// Looks for `varchar(1) + integer` among the operations of the query: the first with such literals, or with none.
struct OfOperator<'a> {
    applied: &'a str,
    operators: &'a [OperatorPlace],
}

impl Visitor for OfOperator<'_> {
    type Break = (u64, u64);

    fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<(u64, u64)> {
        let (left, operator, right) = match expr {
            Expr::BinaryOp { left, op, right } => (left, op.to_string(), right.as_ref()),
            Expr::Between { expr, low, .. } => (expr, "BETWEEN".to_string(), low.as_ref()),
            Expr::InList { expr, list, .. } => match list.first() {
                Some(first) => (expr, "IN".to_string(), first),
                None => return ControlFlow::Continue(()),
            },
            _ => return ControlFlow::Continue(()),
        };
        let Some((of_left, of_right)) = self.applied.split_once(&format!(" {operator} ")) else {
            return ControlFlow::Continue(());
        };
        let fits = |side: &Expr, of: &str| literal(side).is_none_or(|name| name == of);
        if !fits(left, of_left) || (operator != "IN" && !fits(right, of_right)) {
            return ControlFlow::Continue(());
        }
        // Between the two sides; a side of ours without a place leaves it open.
        let (after, before) = (left.span().end, right.span().start);
        let is_between = |at: (u64, u64)| {
            (after.line == 0 || at >= (after.line, after.column))
                && (before.line == 0 || at < (before.line, before.column))
        };
        let place = self.operators.iter().find(|place| place.operator == operator && is_between(place.at));
        place.map_or(ControlFlow::Continue(()), |place| ControlFlow::Break(place.at))
    }
}

/// The type of a literal as an error names it; None for what is no literal.
fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Nested(inner) => literal(inner),
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => literal(expr),
        Expr::Value(value) => match &value.value {
            Value::SingleQuotedString(text) => Some(format!("varchar({})", text.chars().count())),
            Value::Number(text, _) if !text.contains('.') => {
                Some(if text.parse::<i32>().is_ok() { "integer" } else { "bigint" }.to_string())
            }
            Value::Boolean(_) => Some("boolean".to_string()),
            _ => None,
        },
        _ => None,
    }
}
