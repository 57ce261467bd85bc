//! Recursive queries end: Trino expands a `WITH RECURSIVE` to so many steps and fails where there would be more rows.
//! DataFusion would go on for as long as there are some.

use crate::failure::failure;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::execution_plan::{ChildrenPropertiesMode, ReplaceChildrenOptions};
use datafusion::physical_plan::recursive_query::RecursiveQueryExec;
use datafusion::physical_plan::{DisplayAs, DisplayFormatType, ExecutionPlan, PlanProperties};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Trino's `max_recursion_depth`, which Athena has no setting for.
const DEPTH_MAX: usize = 10;

/// Puts a counter on both terms of every recursive query.
#[derive(Debug)]
pub(crate) struct RecursionLimit;

impl PhysicalOptimizerRule for RecursionLimit {
    fn name(&self) -> &str {
        "trino_recursion_limit"
    }

    fn schema_check(&self) -> bool {
        true
    }

    fn optimize(&self, plan: Arc<dyn ExecutionPlan>, _: &ConfigOptions) -> Result<Arc<dyn ExecutionPlan>> {
        let limited = plan.transform_up(|node| {
            let Some(query) = node.downcast_ref::<RecursiveQueryExec>() else { return Ok(Transformed::no(node)) };
            if query.recursive_term().is::<Term>() {
                return Ok(Transformed::no(node));
            }
            let steps = Arc::new(AtomicUsize::new(0));
            let term = |role, input: &Arc<dyn ExecutionPlan>| -> Arc<dyn ExecutionPlan> {
                Arc::new(Term { role, input: Arc::clone(input), steps: Arc::clone(&steps) })
            };
            let limited = RecursiveQueryExec::try_new(
                query.name().to_string(),
                query.schema(),
                term(Role::Start, query.static_term()),
                term(Role::Step, query.recursive_term()),
                query.is_distinct(),
            )?;
            Ok(Transformed::yes(Arc::new(limited) as _))
        })?;
        Ok(limited.data)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Start,
    /// Executed once for each step, as long as the step before gave rows.
    Step,
}

/// A term of a recursive query.
#[derive(Debug)]
struct Term {
    role: Role,
    input: Arc<dyn ExecutionPlan>,
    /// How often the second term was executed since the first one was; both share it.
    steps: Arc<AtomicUsize>,
}

impl DisplayAs for Term {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name())
    }
}

impl ExecutionPlan for Term {
    fn name(&self) -> &str {
        match self.role {
            Role::Start => "RecursionStart",
            Role::Step => "RecursionStep",
        }
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        self.input.properties()
    }

    fn maintains_input_order(&self) -> Vec<bool> {
        vec![true]
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        vec![&self.input]
    }

    fn apply_expressions(
        &self,
        _: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
        _: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let Ok([input]) = <[_; 1]>::try_from(children) else {
            return Err(DataFusionError::Internal(format!("{} has one child", self.name())));
        };
        Ok(Arc::new(Term { role: self.role, input, steps: Arc::clone(&self.steps) }))
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        self.replace_children(children, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        match self.role {
            Role::Start => self.steps.store(0, Ordering::Relaxed),
            // The step behind the last must find no rows; were there some, this is the step for them.
            Role::Step if self.steps.fetch_add(1, Ordering::Relaxed) > DEPTH_MAX => {
                let message = format!(
                    "Recursion depth limit exceeded ({DEPTH_MAX}). Use 'max_recursion_depth' session property to \
                     modify the limit."
                );
                return Err(failure("NOT_SUPPORTED", message));
            }
            Role::Step => {}
        }
        self.input.execute(partition, context)
    }
}
