//! `SELECT *, *` and `SELECT t.*, t.*`: the same columns twice, which DataFusion takes for one name too many.
//!
//! Such a SELECT becomes one that gives each column once, within one that lays them out. The carrier between the two is
//! UNPIVOT, as for [`super::unnest`]: `value` has an element for each item of the select list, `*` for a star, `t` for
//! `t.*`, and NULL for a column that has its own expression.

use super::output_names::{again, is_ours};
use crate::error::Error;
use crate::hidden_columns::is_hidden;
use crate::parse::TrinoDialect;
use datafusion::common::{Column, Result, plan_err};
use datafusion::logical_expr::planner::{PlannedRelation, RelationPlanner, RelationPlannerContext, RelationPlanning};
use datafusion::logical_expr::{Expr, LogicalPlan, LogicalPlanBuilder};
use sqlparser::ast::{
    self, Ident, Select, SelectItem, SelectItemQualifiedWildcardKind, SetExpr, TableFactor, TableWithJoins, Value,
};
use sqlparser::parser::Parser;
use std::collections::HashSet;

const REPEATED_STARS: &str = "$repeated_stars";

/// Numbers of names of ours begin here, beyond those that the items of a select list have.
const FIRST_NUMBER: usize = 1_000_000;

/// Rewrites a SELECT in which two stars give the same columns.
pub(crate) fn rewrite(select: &mut Select) -> Result<(), Error> {
    if !repeats(&select.projection) {
        return Ok(());
    }
    let layout = select.projection.iter().map(layout_of).collect();
    let (stars, columns): (Vec<_>, Vec<_>) = select.projection.drain(..).partition(is_star);
    let has_plain = stars.iter().any(|star| matches!(star, SelectItem::Wildcard(_)));
    let mut once: Vec<SelectItem> = Vec::new();
    for star in stars {
        let is_given = if has_plain { !once.is_empty() } else { once.contains(&star) };
        if !is_given && has_plain == matches!(star, SelectItem::Wildcard(_)) {
            once.push(star);
        }
    }
    once.extend(columns);
    select.projection = once;
    let text = "SELECT * FROM (SELECT 1)";
    let parsed = Parser::new(&TrinoDialect).try_with_sql(text).and_then(|mut parser| parser.parse_query());
    let outer = parsed.map_err(|error| Error::unsupported(None, &error.to_string()))?;
    let SetExpr::Select(mut outer) = *outer.body else { return Ok(()) };
    std::mem::swap(select, &mut outer);
    let Some(TableWithJoins { relation, .. }) = select.from.first_mut() else { return Ok(()) };
    if let TableFactor::Derived { subquery, .. } = relation {
        *subquery.body = SetExpr::Select(outer);
    }
    let table = Box::new(relation.clone());
    *relation = TableFactor::Unpivot {
        table,
        value: ast::Expr::Tuple(layout),
        name: Ident::new(REPEATED_STARS),
        columns: Vec::new(),
        null_inclusion: None,
        alias: None,
    };
    Ok(())
}

fn is_star(item: &SelectItem) -> bool {
    matches!(item, SelectItem::Wildcard(_) | SelectItem::QualifiedWildcard(..))
}

/// Whether two stars give the same columns: a `*` gives those of every other.
fn repeats(items: &[SelectItem]) -> bool {
    let stars: Vec<&SelectItem> = items.iter().filter(|item| is_star(item)).collect();
    let has_plain = stars.iter().any(|star| matches!(star, SelectItem::Wildcard(_)));
    let is_twice = |(index, star): (usize, &&SelectItem)| stars[..index].contains(star);
    stars.len() > 1 && (has_plain || stars.iter().enumerate().any(is_twice))
}

fn layout_of(item: &SelectItem) -> ast::Expr {
    match item {
        SelectItem::Wildcard(_) => ast::Expr::Identifier(Ident::new("*")),
        SelectItem::QualifiedWildcard(SelectItemQualifiedWildcardKind::ObjectName(name), _) => {
            ast::Expr::CompoundIdentifier(name.0.iter().filter_map(|part| part.as_ident().cloned()).collect())
        }
        _ => ast::Expr::value(Value::Null),
    }
}

/// Plans the carrier: the columns below it, laid out.
#[derive(Debug)]
pub struct StarPlanner;

impl RelationPlanner for StarPlanner {
    fn plan_relation(
        &self,
        relation: TableFactor,
        context: &mut dyn RelationPlannerContext,
    ) -> Result<RelationPlanning> {
        match relation {
            TableFactor::Unpivot { table, value: ast::Expr::Tuple(layout), name, .. }
                if name.value == REPEATED_STARS =>
            {
                let plan = laid_out(context.plan(*table)?, &layout)?;
                Ok(RelationPlanning::Planned(Box::new(PlannedRelation::new(plan, None))))
            }
            other => Ok(RelationPlanning::Original(Box::new(other))),
        }
    }
}

fn laid_out(input: LogicalPlan, layout: &[ast::Expr]) -> Result<LogicalPlan> {
    let columns = input.schema().columns();
    let is_own = |item: &&ast::Expr| matches!(item, ast::Expr::Value(_));
    let (of_stars, own) = columns.split_at(columns.len().saturating_sub(layout.iter().filter(is_own).count()));
    let mut own = own.iter();
    let mut given: HashSet<&Column> = HashSet::new();
    let mut projected = Vec::new();
    for item in layout {
        let found: Vec<&Column> = match item {
            ast::Expr::Identifier(_) => of_stars.iter().collect(),
            ast::Expr::CompoundIdentifier(qualifier) => {
                let found: Vec<&Column> = of_stars.iter().filter(|column| is_of(column, qualifier)).collect();
                if found.is_empty() {
                    let names: Vec<&str> = qualifier.iter().map(|name| name.value.as_str()).collect();
                    return plan_err!("Invalid qualifier {}", names.join("."));
                }
                found
            }
            _ => own.next().into_iter().collect(),
        };
        let is_shown = |column: &&Column| is_own(&item) || !is_hidden_beside(column, of_stars);
        for column in found.into_iter().filter(is_shown) {
            let expr = Expr::Column(column.clone());
            projected.push(if given.insert(column) { expr } else { expr.alias(name_again(column, projected.len())) });
        }
    }
    LogicalPlanBuilder::from(input).project(projected)?.build()
}

fn is_of(column: &Column, qualifier: &[Ident]) -> bool {
    let Some(relation) = &column.relation else { return false };
    match qualifier {
        [table] => relation.table() == table.value,
        [.., schema, table] => relation.table() == table.value && relation.schema() == Some(schema.value.as_str()),
        [] => false,
    }
}

/// A star leaves out hidden columns, but for a relation that has no others.
fn is_hidden_beside(column: &Column, columns: &[Column]) -> bool {
    let mut siblings = columns.iter().filter(|sibling| sibling.relation == column.relation);
    is_hidden(&column.name) && siblings.any(|sibling| !is_hidden(&sibling.name))
}

/// A name of ours for a column that was given already.
fn name_again(column: &Column, position: usize) -> String {
    let number = FIRST_NUMBER + position;
    match again(&column.name) {
        Some(name) => format!("$again{number}:{name}"),
        None if is_ours(&column.name) => format!("$col{number}"),
        None => format!("$again{number}:{}", column.name),
    }
}
