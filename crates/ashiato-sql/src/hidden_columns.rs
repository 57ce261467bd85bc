//! `*` without the columns that a table hides, such as `"$path"`: they are there for those who name them. DataFusion
//! knows of no hidden columns and lists them with the others.

use crate::rewrite::output_names::is_ours;
use datafusion::common::Result;
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::logical_expr::{Expr, LogicalPlan, Projection};
use std::sync::Arc;

/// Whether a column is there only for those who name it.
pub(crate) fn is_hidden(name: &str) -> bool {
    name.starts_with('$') && !is_ours(name)
}

/// Takes hidden columns out of what `*` gave.
pub(crate) fn leave_out(plan: LogicalPlan) -> Result<LogicalPlan> {
    let has_hidden = plan.exists(|node| match node {
        LogicalPlan::TableScan(scan) => Ok(scan.projected_schema.fields().iter().any(|field| is_hidden(field.name()))),
        _ => Ok(false),
    })?;
    if !has_hidden {
        return Ok(plan);
    }
    let changed = plan.transform_up_with_subqueries(|node| match node {
        LogicalPlan::Projection(projection) => {
            let kept = kept(&projection);
            if kept.len() == projection.expr.len() {
                return LogicalPlan::Projection(projection).recompute_schema().map(Transformed::no);
            }
            let projection = Projection::try_new(kept, Arc::clone(&projection.input))?;
            Ok(Transformed::yes(LogicalPlan::Projection(projection)))
        }
        // A scan keeps its schema, and those of DDL cannot change.
        LogicalPlan::TableScan(_) => Ok(Transformed::no(node)),
        other => other.recompute_schema().map(Transformed::no),
    })?;
    Ok(changed.data)
}

/// The expressions but for hidden columns that stand where `*` put them: at the end of all columns of their relation,
/// in order, or named by a `*` around one that no longer has them.
fn kept(projection: &Projection) -> Vec<Expr> {
    let columns = projection.input.schema().columns();
    let mut is_kept = vec![true; projection.expr.len()];
    for (index, expr) in projection.expr.iter().enumerate() {
        let Expr::Column(column) = expr else { continue };
        if !is_hidden(&column.name) {
            continue;
        }
        if !columns.contains(column) {
            is_kept[index] = false;
            continue;
        }
        let siblings: Vec<_> = columns.iter().filter(|sibling| sibling.relation == column.relation).collect();
        let place = siblings.iter().position(|sibling| *sibling == column).unwrap_or_default();
        let Some(start) = index.checked_sub(place) else { continue };
        let run = projection.expr.iter().skip(start).take(siblings.len());
        let is_star = run.len() == siblings.len()
            && run.zip(&siblings).all(|(expr, sibling)| matches!(expr, Expr::Column(column) if column == *sibling));
        // A subquery of hidden columns alone shows them.
        let has_others = siblings.iter().any(|sibling| !is_hidden(&sibling.name));
        is_kept[index] = !(is_star && has_others);
    }
    let pairs = projection.expr.iter().zip(is_kept);
    pairs.filter(|(_, is_kept)| *is_kept).map(|(expr, _)| expr.clone()).collect()
}
