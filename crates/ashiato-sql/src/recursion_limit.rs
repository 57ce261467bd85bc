//! Recursive queries end: Trino expands a `WITH RECURSIVE` to so many steps and fails where there would be more rows.
//! DataFusion would go on for as long as there are some.

use crate::around::{Around, Passage};
use crate::failure::failure;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::error::Result;
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::recursive_query::RecursiveQueryExec;
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
            if query.recursive_term().is::<Around<Term>>() {
                return Ok(Transformed::no(node));
            }
            let steps = Arc::new(AtomicUsize::new(0));
            let term = |role, input: &Arc<dyn ExecutionPlan>| {
                Around::put(Arc::clone(input), Term { role, steps: Arc::clone(&steps) })
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
#[derive(Debug, Clone)]
struct Term {
    role: Role,
    /// How often the second term was executed since the first one was; both share it.
    steps: Arc<AtomicUsize>,
}

impl Passage for Term {
    fn name(&self) -> &'static str {
        match self.role {
            Role::Start => "RecursionStart",
            Role::Step => "RecursionStep",
        }
    }

    fn execute(
        &self,
        within: &Arc<dyn ExecutionPlan>,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> Result<SendableRecordBatchStream> {
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
        within.execute(partition, context)
    }
}
