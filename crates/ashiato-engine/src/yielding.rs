//! Where a running plan lets others have its thread, and lets itself be stopped.
//!
//! A task is stopped, and its neighbours go on, only where it waits. DataFusion has it wait at its sources, once they
//! have given many batches. A join or an UNNEST can make millions of batches out of one of its source's, and whatever
//! counts them takes them all without a wait: such operators get a place of their own to wait at.

use datafusion::common::Result;
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::config::ConfigOptions;
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::coop::CooperativeExec;
use std::sync::Arc;

/// The operators that give more batches than they take.
const MULTIPLY: &[&str] = &[
    "CrossJoinExec",
    "HashJoinExec",
    "NestedLoopJoinExec",
    "PiecewiseMergeJoin",
    "SortMergeJoinExec",
    "SymmetricHashJoinExec",
    "UnnestExec",
];

/// Has what these operators give pass through a place to wait at.
#[derive(Debug)]
pub(crate) struct Yielding;

impl PhysicalOptimizerRule for Yielding {
    fn name(&self) -> &str {
        "yielding"
    }

    fn optimize(&self, plan: Arc<dyn ExecutionPlan>, _: &ConfigOptions) -> Result<Arc<dyn ExecutionPlan>> {
        let waiting = plan.transform_up(|plan| match MULTIPLY.contains(&plan.name()) {
            true => Ok(Transformed::yes(Arc::new(CooperativeExec::new(plan)) as Arc<dyn ExecutionPlan>)),
            false => Ok(Transformed::no(plan)),
        });
        waiting.map(|transformed| transformed.data)
    }

    fn schema_check(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::{Session, SessionOptions};
    use futures::StreamExt;
    use std::time::Duration;

    /// More rows than any machine counts in the time of a test.
    const ENDLESS: &str = "SELECT count(*) FROM UNNEST(sequence(1, 10000)) AS a(x) \
        CROSS JOIN UNNEST(sequence(1, 10000)) AS b(y) CROSS JOIN UNNEST(sequence(1, 10000)) AS c(z)";

    /// One thread for the query and the timer that stops it: without a wait the timer would never fire.
    #[tokio::test(flavor = "current_thread")]
    async fn a_product_of_joins_lets_a_timer_fire() {
        let session = Session::open(SessionOptions { threads: Some(1), ..SessionOptions::default() }).expect("opens");
        let statement = session.parse(ENDLESS).expect("it is SQL").remove(0);
        let ran = tokio::time::timeout(Duration::from_millis(50), async {
            let mut answer = session.run(&statement).await.expect("it plans");
            answer.stream.next().await
        });
        match ran.await {
            Ok(batch) => panic!("it was not stopped: {batch:?}"),
            Err(_elapsed) => {}
        }
    }
}
