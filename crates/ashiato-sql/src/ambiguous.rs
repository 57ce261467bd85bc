//! Names that could mean either of two columns. A subquery may have two columns of one name, which the plan holds
//! under names of ours (see [`output_names`](crate::rewrite::output_names)): whoever names them outside means neither.

use crate::error::{Error, ErrorKind};
use crate::rewrite::output_names::again;
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::common::{Column, Result};
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{Expr, LogicalPlan};
use std::collections::HashSet;

/// Refuses a plan in which a name is ambiguous.
pub(crate) fn check(plan: &LogicalPlan) -> Result<()> {
    plan.apply_with_subqueries(|node| {
        // Each input's columns that have the name of another before them, by their relation and that name.
        let twice: HashSet<Column> = node
            .inputs()
            .iter()
            .flat_map(|input| input.schema().columns())
            .filter_map(|column| again(&column.name).map(|name| Column::new(column.relation.clone(), name)))
            .collect();
        if !twice.is_empty() {
            check_node(node, &twice)?;
        }
        Ok(TreeNodeRecursion::Continue)
    })?;
    Ok(())
}

fn check_node(node: &LogicalPlan, twice: &HashSet<Column>) -> Result<()> {
    let mut named = Vec::new();
    node.apply_expressions(|expr| {
        expr.apply(|expr| {
            if let Expr::Column(column) = expr {
                named.push(column.clone());
            }
            Ok(TreeNodeRecursion::Continue)
        })
    })?;
    // `*`, and what passes all columns on, names the second as well as the first.
    let passed: HashSet<Column> = named
        .iter()
        .filter_map(|column| again(&column.name).map(|name| Column::new(column.relation.clone(), name)))
        .collect();
    match named.iter().find(|column| twice.contains(*column) && !passed.contains(*column)) {
        Some(column) => {
            let at = column.spans.first().map(|span| (span.start.line, span.start.column));
            let message = format!("Column '{}' is ambiguous", column.name);
            let error = Error { kind: ErrorKind::Invalid, code: "AMBIGUOUS_NAME", at, message };
            Err(DataFusionError::External(Box::new(error)))
        }
        None => Ok(()),
    }
}
