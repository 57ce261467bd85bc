//! LATERAL over what has no FROM of its own: `LATERAL (SELECT a * 2 AS b)` and `LATERAL (VALUES a, b)` give rows made of
//! the columns before them, which is what UNNEST of an array of rows does.

use super::build::call;
use sqlparser::ast::{
    Array, Expr, GroupByExpr, Ident, Query, SelectItem, SetExpr, TableAlias, TableAliasColumnDef, TableFactor,
};

/// Rewrites a LATERAL subquery of that kind; others stay.
pub(crate) fn rewrite(factor: &mut TableFactor) {
    let TableFactor::Derived { lateral: true, subquery, alias, .. } = factor else { return };
    let Some((rows, names)) = rows(subquery) else { return };
    let mut alias = alias.take().unwrap_or_else(|| TableAlias {
        explicit: true,
        name: Ident::new("$lateral"),
        columns: Vec::new(),
        at: None,
    });
    if alias.columns.is_empty() {
        alias.columns = names.into_iter().map(|name| TableAliasColumnDef { name, data_type: None }).collect();
    }
    let element = |mut row: Vec<Expr>| if row.len() == 1 { row.remove(0) } else { call("row", row) };
    let array = Expr::Array(Array { elem: rows.into_iter().map(element).collect(), named: true });
    *factor = TableFactor::UNNEST {
        alias: Some(alias),
        array_exprs: vec![array],
        with_offset: false,
        with_offset_alias: None,
        with_ordinality: false,
    };
}

/// The rows that a query without FROM gives, and the names of its columns.
fn rows(query: &Query) -> Option<(Vec<Vec<Expr>>, Vec<Ident>)> {
    let is_bare =
        query.with.is_none() && query.order_by.is_none() && query.limit_clause.is_none() && query.fetch.is_none();
    match query.body.as_ref() {
        SetExpr::Values(values) if is_bare => {
            let rows: Vec<Vec<Expr>> = values.rows.iter().map(|row| row.content.clone()).collect();
            let width = rows.first()?.len();
            let names = (0..width).map(|index| Ident::new(format!("$col{index}"))).collect();
            rows.iter().all(|row| row.len() == width).then_some((rows, names))
        }
        SetExpr::Select(select) if is_bare => {
            let is_alone = select.from.is_empty()
                && select.selection.is_none()
                && select.distinct.is_none()
                && select.having.is_none()
                && select.group_by == GroupByExpr::Expressions(Vec::new(), Vec::new());
            let columns = select.projection.iter().map(|item| match item {
                SelectItem::ExprWithAlias { expr, alias } => Some((expr.clone(), alias.clone())),
                SelectItem::UnnamedExpr(expr @ Expr::Identifier(name)) => Some((expr.clone(), name.clone())),
                _ => None,
            });
            let (row, names) = columns.collect::<Option<Vec<_>>>()?.into_iter().unzip();
            is_alone.then_some((vec![row], names))
        }
        _ => None,
    }
}
