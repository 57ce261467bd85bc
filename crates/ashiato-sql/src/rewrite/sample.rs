//! `t TABLESAMPLE BERNOULLI (10)` is `(SELECT * FROM t WHERE random() < 10 / 1e2) AS t`: DataFusion alone ignores it.
//!
//! SYSTEM samples whole pieces of a table, of a size that is the engine's own affair: here a piece is a row.

use super::build::{call, number};
use crate::error::Error;
use sqlparser::ast::helpers::attached_token::AttachedToken;
use sqlparser::ast::{
    BinaryOperator, Expr, GroupByExpr, Ident, Query, Select, SelectFlavor, SelectItem, SetExpr, TableAlias,
    TableFactor, TableSample, TableSampleKind, TableSampleMethod, TableWithJoins, WildcardAdditionalOptions,
};

/// Rewrites a sampled table.
pub(crate) fn rewrite(factor: &mut TableFactor) -> Result<(), Error> {
    let (sample, name) = match factor {
        TableFactor::Table { sample, name, .. } => (sample, name.0.last().and_then(|part| part.as_ident()).cloned()),
        TableFactor::Derived { sample, .. } => (sample, None),
        _ => return Ok(()),
    };
    let Some(kind) = sample.take() else { return Ok(()) };
    let (TableSampleKind::BeforeTableAlias(sample) | TableSampleKind::AfterTableAlias(sample)) = kind;
    let share = share(&sample)?;
    let alias = match factor {
        TableFactor::Table { alias, .. } | TableFactor::Derived { alias, .. } => alias.take(),
        _ => None,
    };
    let alias = alias.or_else(|| name.map(plain_alias));
    let sampled = TableWithJoins { relation: factor.clone(), joins: Vec::new() };
    *factor =
        TableFactor::Derived { lateral: false, subquery: Box::new(rows_where(sampled, share)), alias, sample: None };
    Ok(())
}

/// The condition that keeps a row.
fn share(sample: &TableSample) -> Result<Expr, Error> {
    let is_known = matches!(&sample.name, Some(TableSampleMethod::Bernoulli | TableSampleMethod::System));
    let quantity = match &sample.quantity {
        Some(quantity) if is_known && quantity.unit.is_none() && sample.bucket.is_none() && sample.seed.is_none() => {
            quantity
        }
        _ => return Err(Error::unsupported(None, &format!("'{sample}'"))),
    };
    let percent = Expr::BinaryOp {
        left: Box::new(Expr::Nested(Box::new(quantity.value.clone()))),
        op: BinaryOperator::Divide,
        right: Box::new(number("1e2")),
    };
    Ok(Expr::BinaryOp { left: Box::new(call("random", Vec::new())), op: BinaryOperator::Lt, right: Box::new(percent) })
}

fn plain_alias(name: Ident) -> TableAlias {
    TableAlias { explicit: true, name, columns: Vec::new(), at: None }
}

/// `SELECT * FROM from WHERE condition`.
fn rows_where(from: TableWithJoins, condition: Expr) -> Query {
    let select = Select {
        select_token: AttachedToken::empty(),
        optimizer_hints: Vec::new(),
        distinct: None,
        select_modifiers: None,
        top: None,
        top_before_distinct: false,
        projection: vec![SelectItem::Wildcard(WildcardAdditionalOptions::default())],
        exclude: None,
        into: None,
        from: vec![from],
        lateral_views: Vec::new(),
        prewhere: None,
        selection: Some(condition),
        connect_by: Vec::new(),
        group_by: GroupByExpr::Expressions(Vec::new(), Vec::new()),
        cluster_by: Vec::new(),
        distribute_by: Vec::new(),
        sort_by: Vec::new(),
        having: None,
        named_window: Vec::new(),
        qualify: None,
        window_before_qualify: false,
        value_table_mode: None,
        flavor: SelectFlavor::Standard,
    };
    Query {
        with: None,
        body: Box::new(SetExpr::Select(Box::new(select))),
        order_by: None,
        limit_clause: None,
        fetch: None,
        locks: Vec::new(),
        for_clause: None,
        settings: None,
        format_clause: None,
        pipe_operators: Vec::new(),
    }
}
