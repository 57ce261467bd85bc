//! Names of output columns. Trino allows two of the same name and none at all; DataFusion refuses the first and invents
//! names for the second. So such a column gets a name of ours in the plan, which [`output_name`] reads back.
//!
//! - `$col2`: a column without a name, printed as `_col` and its position.
//! - `$again2:eventname`: a second `eventname`, or one beside a `*` that may hold another.

use crate::parse::tokens::Tokens;
use sqlparser::ast::{
    AccessExpr, Expr, Ident, OrderBy, OrderByKind, Query, Select, SelectItem, SetExpr, TableFactor, VisitMut,
    VisitorMut,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

const UNNAMED: &str = "$col";
const AGAIN: &str = "$again";

/// The name to print for a column of a plan, where it is the column at this position from 0.
pub(crate) fn output_name(planned: &str, position: usize) -> String {
    if is_unnamed(planned) {
        return unnamed(position);
    }
    again(planned).unwrap_or(planned).to_string()
}

/// What is printed for a column without a name, at this position from 0.
pub(crate) fn unnamed(position: usize) -> String {
    format!("_col{position}")
}

/// Whether VALUES give the first rows of a query, and so its columns no names. In the plan they have DataFusion's own.
pub(crate) fn begins_with_values(mut body: &SetExpr) -> bool {
    loop {
        body = match body {
            SetExpr::SetOperation { left, .. } => left.as_ref(),
            SetExpr::Query(query) => query.body.as_ref(),
            first => return matches!(first, SetExpr::Values(_)),
        };
    }
}

fn is_unnamed(planned: &str) -> bool {
    planned.strip_prefix(UNNAMED).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a name in a plan is one of ours.
pub(crate) fn is_ours(planned: &str) -> bool {
    is_unnamed(planned) || again(planned).is_some()
}

/// The name that a column of a plan has again, of ours or not.
pub(crate) fn again(planned: &str) -> Option<&str> {
    let (number, name) = planned.strip_prefix(AGAIN)?.split_once(':')?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then_some(name)
}

/// Names the columns of a query and of all queries within it. Where an output column was not typed in lower case,
/// `typed` gets how it was, under its name in the plan.
pub(crate) fn name_outputs(query: &mut Query, tokens: &Tokens<'_>, typed: &mut BTreeMap<String, String>) {
    let mut renamed = BTreeMap::new();
    let mut outermost = Some(Outermost { tokens, typed, renamed: &mut renamed });
    name_leaves(&mut query.body, &mut outermost);
    rename_order(query.order_by.as_mut(), &renamed);
    order_by_outputs(query);
    let _ = VisitMut::visit(query, &mut Inner { depth: 0 });
}

/// What is recorded of the outermost SELECT alone.
struct Outermost<'a, 'b> {
    tokens: &'a Tokens<'b>,
    typed: &'a mut BTreeMap<String, String>,
    /// Aliases whose column has another name in the plan: ORDER BY must follow.
    renamed: &'a mut BTreeMap<String, String>,
}

/// Names the columns of every SELECT of a set operation. The first gives the names of all.
fn name_leaves(body: &mut SetExpr, outermost: &mut Option<Outermost<'_, '_>>) {
    match body {
        SetExpr::Select(select) => name_select(select, outermost.take().as_mut()),
        SetExpr::SetOperation { left, right, .. } => {
            name_leaves(left, outermost);
            *outermost = None;
            name_leaves(right, &mut None);
        }
        SetExpr::Query(query) => name_leaves(&mut query.body, outermost),
        _ => *outermost = None,
    }
}

struct Inner {
    depth: usize,
}

impl VisitorMut for Inner {
    type Break = ();

    fn pre_visit_query(&mut self, query: &mut Query) -> ControlFlow<()> {
        self.depth += 1;
        if self.depth > 1 {
            name_leaves(&mut query.body, &mut None);
            order_by_outputs(query);
        }
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _query: &mut Query) -> ControlFlow<()> {
        self.depth -= 1;
        ControlFlow::Continue(())
    }
}

fn name_select(select: &mut Select, mut outermost: Option<&mut Outermost<'_, '_>>) {
    let has_star = select.projection.iter().any(|item| match item {
        SelectItem::Wildcard(_) => true,
        SelectItem::QualifiedWildcard(..) => outermost.is_some(),
        _ => false,
    });
    let relations = relations(select);
    let mut taken = BTreeSet::new();
    for (index, item) in select.projection.iter_mut().enumerate() {
        let (expr, alias) = match item {
            SelectItem::UnnamedExpr(expr) => (expr, None),
            SelectItem::ExprWithAlias { expr, alias } => (expr, Some(alias.clone())),
            _ => continue,
        };
        let Some(name) = alias.clone().or_else(|| implied_name(expr)) else {
            let unnamed = Ident::new(format!("{UNNAMED}{index}"));
            *item = SelectItem::ExprWithAlias { expr: expr.clone(), alias: unnamed };
            continue;
        };
        // A column that `*` gives already, or that may be of the same name as one that `*` gives.
        let is_in_star = has_star && (outermost.is_some() || alias.is_none() && is_column(expr, &relations));
        let is_second = !taken.insert(name.value.clone());
        let planned =
            if is_second || is_in_star { format!("{AGAIN}{index}:{}", name.value) } else { name.value.clone() };
        if let Some(outermost) = &mut outermost {
            if let Some(typed) = outermost.tokens.typed_at(name.span.start) {
                outermost.typed.insert(planned.clone(), typed.to_string());
            }
            if alias.is_some() && !is_second && planned != name.value {
                outermost.renamed.insert(name.value.clone(), planned.clone());
            }
        }
        let is_plain = planned == name.value && (alias.is_some() || matches!(expr, Expr::Identifier(_)));
        if !is_plain {
            // Quoted, so that the rewritten query can be read back: a name of ours has a colon in it.
            let quote_style = if planned == name.value { name.quote_style } else { Some('"') };
            let alias = Ident { value: planned, quote_style, ..name };
            *item = SelectItem::ExprWithAlias { expr: expr.clone(), alias };
        }
    }
}

/// Trino names a column without an alias after the column or the last field that it is.
fn implied_name(expr: &Expr) -> Option<Ident> {
    match expr {
        Expr::Identifier(name) => Some(name.clone()),
        Expr::CompoundIdentifier(names) => names.last().cloned(),
        Expr::CompoundFieldAccess { access_chain, .. } => match access_chain.last() {
            Some(AccessExpr::Dot(Expr::Identifier(name))) => Some(name.clone()),
            _ => None,
        },
        Expr::Nested(inner) => implied_name(inner),
        // `user`, which the parser takes for a call.
        Expr::Function(function) if function.args == sqlparser::ast::FunctionArguments::None => {
            match function.name.0.as_slice() {
                [part] => part.as_ident().filter(|name| name.value == "user").cloned(),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether an expression is a column, and not a field of one.
fn is_column(expr: &Expr, relations: &BTreeSet<String>) -> bool {
    match expr {
        Expr::Identifier(_) => true,
        Expr::CompoundIdentifier(names) => names.len() == 2 && relations.contains(&names[0].value),
        _ => false,
    }
}

/// The names by which a SELECT's relations are known.
pub(crate) fn relations(select: &Select) -> BTreeSet<String> {
    let factors = select
        .from
        .iter()
        .flat_map(|item| std::iter::once(&item.relation).chain(item.joins.iter().map(|join| &join.relation)));
    let name = |factor: &TableFactor| match factor {
        TableFactor::Table { alias: Some(alias), .. }
        | TableFactor::Derived { alias: Some(alias), .. }
        | TableFactor::UNNEST { alias: Some(alias), .. } => Some(alias.name.value.clone()),
        TableFactor::Table { name, .. } => name.0.last()?.as_ident().map(|ident| ident.value.clone()),
        _ => None,
    };
    factors.filter_map(name).collect()
}

/// Behind DISTINCT there is nothing left to order by but the output columns: an expression that is one is named.
fn order_by_outputs(query: &mut Query) {
    let SetExpr::Select(select) = query.body.as_ref() else { return };
    let Some(OrderByKind::Expressions(expressions)) = query.order_by.as_mut().map(|order_by| &mut order_by.kind) else {
        return;
    };
    if select.distinct.is_none() {
        return;
    }
    for order in expressions {
        let output = select.projection.iter().find_map(|item| match item {
            SelectItem::ExprWithAlias { expr, alias } if *expr == order.expr => Some(alias.clone()),
            _ => None,
        });
        if let Some(alias) = output {
            order.expr = Expr::Identifier(alias);
        }
    }
}

/// ORDER BY names output columns: those that were renamed are renamed there too.
fn rename_order(order_by: Option<&mut OrderBy>, renamed: &BTreeMap<String, String>) {
    let Some(OrderByKind::Expressions(expressions)) = order_by.map(|order_by| &mut order_by.kind) else { return };
    for order in expressions {
        let _ = VisitMut::visit(&mut order.expr, &mut Renaming { renamed });
    }
}

struct Renaming<'a> {
    renamed: &'a BTreeMap<String, String>,
}

impl VisitorMut for Renaming<'_> {
    type Break = ();

    fn pre_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        if let Expr::Identifier(name) = expr
            && let Some(planned) = self.renamed.get(&name.value)
        {
            name.value = planned.clone();
            name.quote_style = Some('"');
        }
        ControlFlow::Continue(())
    }
}

#[cfg(test)]
mod tests {
    use super::output_name;

    #[test]
    fn names_of_ours_are_read_back() {
        let cases = [
            ("eventname", 0, "eventname"),
            ("$col0", 3, "_col3"),
            ("$again4:eventname", 4, "eventname"),
            ("$path", 1, "$path"),
            ("$again", 1, "$again"),
            ("$columns", 1, "$columns"),
        ];
        for (planned, position, expected) in cases {
            assert_eq!(output_name(planned, position), expected);
        }
    }
}
