//! `t CROSS JOIN UNNEST(a) AS x(p)` in all its forms, lifted to one relation over `t`.
//!
//! An UNNEST sees the columns of all that stands before it in FROM, which DataFusion plans as a correlated subquery and
//! then cannot run. So the joined relation becomes one of `sqlparser`'s that Trino lacks, UNPIVOT, as a carrier:
//! `table` is all that stands before, `value` the unnested expressions. [`super::unnest_plan`] plans it, types known.

use super::lateral;
use crate::error::{Error, ErrorKind};
use sqlparser::ast::{
    Expr, Ident, Join, JoinConstraint, JoinOperator, NullInclusion, TableFactor, TableWithJoins, Value,
};

/// The carrier's name where ordinality is asked for.
pub(crate) const WITH_ORDINALITY: &str = "$ordinality";

/// Lifts the UNNESTs of a FROM clause: those behind commas, then those in joins.
pub(crate) fn lift_from(from: &mut Vec<TableWithJoins>) -> Result<(), Error> {
    let mut lifted: Vec<TableWithJoins> = Vec::new();
    for mut item in from.drain(..) {
        lateral::rewrite(&mut item.relation);
        if is_unnest(&item.relation) && !lifted.is_empty() {
            let mut before = cross_joined(lifted.remove(0), lifted.drain(..));
            before.joins.push(cross_join(item.relation));
            before.joins.append(&mut item.joins);
            item = before;
        }
        lift_joins(&mut item)?;
        lifted.push(item);
    }
    *from = lifted;
    Ok(())
}

/// Lifts the UNNESTs among joins.
pub(crate) fn lift_joins(item: &mut TableWithJoins) -> Result<(), Error> {
    item.joins.iter_mut().for_each(|join| lateral::rewrite(&mut join.relation));
    if !item.joins.iter().any(|join| is_unnest(&join.relation)) {
        return Ok(());
    }
    let mut before = TableWithJoins { relation: item.relation.clone(), joins: Vec::new() };
    for join in item.joins.drain(..) {
        if !is_unnest(&join.relation) {
            before.joins.push(join);
            continue;
        }
        let keeps_all = keeps_rows_without_elements(&join.join_operator)?;
        before = TableWithJoins { relation: carrier(before, join.relation, keeps_all), joins: Vec::new() };
    }
    *item = before;
    Ok(())
}

fn is_unnest(factor: &TableFactor) -> bool {
    matches!(factor, TableFactor::UNNEST { .. })
}

/// `a, b JOIN c` as `a CROSS JOIN (b JOIN c)`.
fn cross_joined(mut first: TableWithJoins, others: impl Iterator<Item = TableWithJoins>) -> TableWithJoins {
    first.joins.extend(others.map(|item| cross_join(as_factor(item))));
    first
}

/// All that stands in a FROM clause, which is not empty, as one relation.
pub(crate) fn as_one_factor(mut from: Vec<TableWithJoins>) -> TableFactor {
    let first = from.remove(0);
    as_factor(cross_joined(first, from.into_iter()))
}

fn as_factor(item: TableWithJoins) -> TableFactor {
    match item.joins.is_empty() {
        true => item.relation,
        false => TableFactor::NestedJoin { table_with_joins: Box::new(item), alias: None },
    }
}

fn cross_join(relation: TableFactor) -> Join {
    Join { relation, global: false, join_operator: JoinOperator::CrossJoin(JoinConstraint::None) }
}

/// True for LEFT JOIN. Trino allows no condition but TRUE.
fn keeps_rows_without_elements(operator: &JoinOperator) -> Result<bool, Error> {
    let (kind, constraint, keeps_all) = match operator {
        JoinOperator::CrossJoin(constraint) => ("CROSS", constraint, false),
        JoinOperator::Join(constraint) | JoinOperator::Inner(constraint) => ("INNER", constraint, false),
        JoinOperator::Left(constraint) | JoinOperator::LeftOuter(constraint) => ("LEFT", constraint, true),
        _ => return Err(Error::unsupported(None, "a RIGHT, FULL or NATURAL JOIN with UNNEST")),
    };
    let is_true = match constraint {
        JoinConstraint::None => true,
        JoinConstraint::On(Expr::Value(value)) => value.value == Value::Boolean(true),
        _ => false,
    };
    if is_true {
        return Ok(keeps_all);
    }
    Err(Error {
        kind: ErrorKind::Unsupported,
        code: "NOT_SUPPORTED",
        at: None,
        message: format!("{kind} JOIN involving UNNEST is only supported with condition ON TRUE"),
    })
}

fn carrier(before: TableWithJoins, unnest: TableFactor, keeps_all: bool) -> TableFactor {
    let TableFactor::UNNEST { alias, array_exprs, with_ordinality, .. } = unnest else { return unnest };
    TableFactor::Unpivot {
        table: Box::new(as_factor(before)),
        value: Expr::Tuple(array_exprs),
        name: Ident::new(if with_ordinality { WITH_ORDINALITY } else { "" }),
        columns: Vec::new(),
        null_inclusion: Some(if keeps_all { NullInclusion::IncludeNulls } else { NullInclusion::ExcludeNulls }),
        alias,
    }
}
