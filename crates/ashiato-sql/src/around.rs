//! Nodes of a plan that stand around another: they see its rows on their way, and change nothing that a planner asks about.

use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_plan::execution_plan::{ChildrenPropertiesMode, ReplaceChildrenOptions};
use datafusion::physical_plan::{DisplayAs, DisplayFormatType, ExecutionPlan, PlanProperties};
use std::fmt::{self, Debug};
use std::sync::Arc;

/// What such a node does. The rows that it gives are those of the node within, in their order and in as many partitions.
pub trait Passage: Clone + Debug + Send + Sync + 'static {
    /// What the node is called where a plan is shown.
    fn name(&self) -> &'static str;

    /// The rows of a partition.
    ///
    /// # Errors
    /// Those of the node within, and what this one refuses.
    fn execute(
        &self,
        within: &Arc<dyn ExecutionPlan>,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> Result<SendableRecordBatchStream>;
}

/// A node around another.
#[derive(Debug, Clone)]
pub struct Around<P> {
    within: Arc<dyn ExecutionPlan>,
    passage: P,
}

impl<P: Passage> Around<P> {
    /// Puts a node around this one.
    pub fn put(within: Arc<dyn ExecutionPlan>, passage: P) -> Arc<dyn ExecutionPlan> {
        Arc::new(Around { within, passage })
    }
}

impl<P: Passage> DisplayAs for Around<P> {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.passage.name())
    }
}

impl<P: Passage> ExecutionPlan for Around<P> {
    fn name(&self) -> &str {
        self.passage.name()
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        self.within.properties()
    }

    fn maintains_input_order(&self) -> Vec<bool> {
        vec![true]
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        vec![&self.within]
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
        let Ok([within]) = <[_; 1]>::try_from(children) else {
            return Err(DataFusionError::Internal(format!("{} has one child", self.name())));
        };
        Ok(Around::put(within, self.passage.clone()))
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        self.replace_children(children, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        self.passage.execute(&self.within, partition, context)
    }
}
