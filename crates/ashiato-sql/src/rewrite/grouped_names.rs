//! GROUP BY and HAVING know the columns of FROM, and not the aliases of the select list, which DataFusion takes too.
//!
//! Whether a name that is an alias is a column as well is known only when FROM is planned. So FROM gets a carrier round
//! it, UNPIVOT as for [`super::unnest`], whose `value` has those names; it plans as FROM alone, or not at all.

use super::unnest::as_one_factor;
use crate::error::{Error, ErrorKind};
use datafusion::common::Result;
use datafusion::logical_expr::planner::{PlannedRelation, RelationPlanner, RelationPlannerContext, RelationPlanning};
use sqlparser::ast::{
    Expr, GroupByExpr, Ident, Query, Select, SelectItem, TableFactor, TableWithJoins, Visit, Visitor,
};
use std::ops::ControlFlow;

const GROUPED_NAMES: &str = "$grouped_names";

/// Has the names of a SELECT's grouping checked that an alias could be meant by.
///
/// # Errors
/// `COLUMN_NOT_FOUND` where there is no FROM.
pub(crate) fn rewrite(select: &mut Select) -> std::result::Result<(), Error> {
    let names = aliases_named(select);
    let Some(first) = names.first() else { return Ok(()) };
    if select.from.is_empty() {
        let start = first.span.start;
        let message = format!("Column '{}' cannot be resolved", first.value);
        let at = (start.line > 0).then_some((start.line, start.column));
        return Err(Error { kind: ErrorKind::NotFound, code: "COLUMN_NOT_FOUND", at, message });
    }
    let relation = TableFactor::Unpivot {
        table: Box::new(as_one_factor(std::mem::take(&mut select.from))),
        value: Expr::Tuple(names.into_iter().map(Expr::Identifier).collect()),
        name: Ident::new(GROUPED_NAMES),
        columns: Vec::new(),
        null_inclusion: None,
        alias: None,
    };
    select.from = vec![TableWithJoins { relation, joins: Vec::new() }];
    Ok(())
}

/// The names in GROUP BY and HAVING that are aliases, too, of something else.
fn aliases_named(select: &Select) -> Vec<Ident> {
    let mut names = Names { depth: 0, found: Vec::new() };
    if let GroupByExpr::Expressions(groups, _) = &select.group_by {
        let _ = groups.visit(&mut names);
    }
    let _ = select.having.visit(&mut names);
    let is_alias = |name: &Ident| {
        select.projection.iter().any(|item| match item {
            SelectItem::ExprWithAlias { expr, alias } => {
                alias.value == name.value && !matches!(expr, Expr::Identifier(same) if same.value == name.value)
            }
            _ => false,
        })
    };
    names.found.into_iter().filter(is_alias).collect()
}

/// Names that stand alone, outside of subqueries and lambdas.
struct Names {
    depth: usize,
    found: Vec<Ident>,
}

impl Visitor for Names {
    type Break = ();

    fn pre_visit_query(&mut self, _: &Query) -> ControlFlow<()> {
        self.depth += 1;
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _: &Query) -> ControlFlow<()> {
        self.depth -= 1;
        ControlFlow::Continue(())
    }

    fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<()> {
        match expr {
            Expr::Lambda(_) => self.depth += 1,
            Expr::Identifier(name) if self.depth == 0 => self.found.push(name.clone()),
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn post_visit_expr(&mut self, expr: &Expr) -> ControlFlow<()> {
        if matches!(expr, Expr::Lambda(_)) {
            self.depth -= 1;
        }
        ControlFlow::Continue(())
    }
}

/// Plans the carrier: FROM, once its names are found there or around the query.
#[derive(Debug)]
pub struct GroupedNamesPlanner;

impl RelationPlanner for GroupedNamesPlanner {
    fn plan_relation(
        &self,
        relation: TableFactor,
        context: &mut dyn RelationPlannerContext,
    ) -> Result<RelationPlanning> {
        let (table, names) = match relation {
            TableFactor::Unpivot { table, value: Expr::Tuple(names), name, .. } if name.value == GROUPED_NAMES => {
                (table, names)
            }
            other => return Ok(RelationPlanning::Original(Box::new(other))),
        };
        let plan = context.plan(*table)?;
        for name in names {
            let is_column = matches!(&name, Expr::Identifier(name)
                if plan.schema().fields().iter().any(|field| *field.name() == name.value));
            if !is_column {
                context.sql_to_expr(name, plan.schema())?;
            }
        }
        Ok(RelationPlanning::Planned(Box::new(PlannedRelation::new(plan, None))))
    }
}
