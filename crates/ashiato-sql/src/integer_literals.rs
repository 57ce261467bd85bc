//! A whole number in a query is INTEGER where it fits, and BIGINT else; DataFusion makes all of them BIGINT.

use datafusion::common::ScalarValue;
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::error::Result;
use datafusion::logical_expr::expr::AggregateFunction;
use datafusion::logical_expr::expr_rewriter::NamePreserver;
use datafusion::logical_expr::utils::merge_schema;
use datafusion::logical_expr::{Expr, LogicalPlan, LogicalPlanBuilder, Values};

/// The plan with each literal in the type that Trino gives it. Columns keep their names.
///
/// # Errors
/// Those of DataFusion, where a part of the plan no longer fits the types of what it reads.
pub(crate) fn narrow(plan: LogicalPlan) -> Result<LogicalPlan> {
    // The terms of a recursive query must agree, and the one is planned over the types of the other.
    let down = |plan| {
        let is_recursive = matches!(plan, LogicalPlan::RecursiveQuery(_));
        Ok(Transformed::new(
            plan,
            false,
            if is_recursive { TreeNodeRecursion::Jump } else { TreeNodeRecursion::Continue },
        ))
    };
    Ok(plan.transform_down_up_with_subqueries(down, of_node)?.data)
}

fn of_node(plan: LogicalPlan) -> Result<Transformed<LogicalPlan>> {
    // Its numbers are BIGINT by the engine's own rule.
    if matches!(plan, LogicalPlan::Limit(_)) {
        return Ok(Transformed::no(plan));
    }
    let names = NamePreserver::new(&plan);
    let schema = merge_schema(&plan.inputs());
    let narrowed = plan.map_expressions(|expr| {
        let name = names.save(&expr);
        // The variables of lambdas have the types of what they stand for.
        let narrowed = of_expression(expr)?.transform_data(|expr| expr.resolve_lambda_variables(&schema))?;
        Ok(narrowed.update_data(|expr| name.restore(expr)))
    })?;
    narrowed.map_data(|plan| match plan {
        LogicalPlan::Values(Values { values, .. }) => LogicalPlanBuilder::values(values)?.build(),
        other => other.recompute_schema(),
    })
}

fn of_expression(expr: Expr) -> Result<Transformed<Expr>> {
    expr.transform_down(|expr| {
        Ok(match expr {
            // `count(*)` counts a literal, which is known by its type.
            Expr::AggregateFunction(AggregateFunction { ref func, ref params })
                if func.name() == "count" && matches!(params.args.as_slice(), [Expr::Literal(..)]) =>
            {
                Transformed::new(expr, false, TreeNodeRecursion::Jump)
            }
            Expr::Literal(ScalarValue::Int64(Some(number)), None) => match i32::try_from(number) {
                Ok(number) => Transformed::yes(Expr::Literal(ScalarValue::Int32(Some(number)), None)),
                Err(_) => Transformed::no(expr),
            },
            other => Transformed::no(other),
        })
    })
}
