//! How large a plan may be. A view is planned once and stands in the plan as often as it is read: thirty that read the
//! one before twice are a plan of a billion nodes, for every rule of the optimizer to walk. (The names of `WITH` are
//! counted when the query is parsed: they are planned anew wherever they are read.)

use crate::failure::failure;
use datafusion::common::Result;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::logical_expr::LogicalPlan;

/// Nodes, with those of the views that are read, each time that they are. 500 UNIONs, the most that the parser lets
/// through, of three tables each have fewer.
const NODES_MAX: usize = 10_000;
/// Joins on the way from a table to the answer: the optimizer's work grows with more than their square.
const JOINS_MAX: usize = 100;

/// Refuses a plan that would take the planner's time and memory without end.
///
/// # Errors
/// `QUERY_HAS_TOO_MANY_STAGES`, as Trino has it.
pub(crate) fn check(plan: &LogicalPlan) -> Result<()> {
    walk(plan, 0, &mut 0)
}

fn walk(plan: &LogicalPlan, joins_above: usize, nodes: &mut usize) -> Result<()> {
    *nodes += 1;
    if *nodes > NODES_MAX {
        return Err(too_large(format!("the plan has more than {NODES_MAX} nodes, with those of its views")));
    }
    let joins = joins_above + usize::from(matches!(plan, LogicalPlan::Join(_)));
    if joins > JOINS_MAX {
        return Err(too_large(format!("there are more than {JOINS_MAX} joins")));
    }
    if let LogicalPlan::TableScan(scan) = plan
        && let Some(view) = scan.source.get_logical_plan()
    {
        walk(&view, joins, nodes)?;
    }
    for input in plan.inputs() {
        walk(input, joins, nodes)?;
    }
    plan.apply_subqueries(|subquery| walk(subquery, joins, nodes).map(|()| TreeNodeRecursion::Continue))?;
    Ok(())
}

fn too_large(what: String) -> datafusion::error::DataFusionError {
    failure("QUERY_HAS_TOO_MANY_STAGES", format!("The query is too large: {what}"))
}
