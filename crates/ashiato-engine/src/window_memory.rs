//! Windows that count what they hold.
//!
//! DataFusion's window operators keep the rows of a partition, or as many as their frames reach back over, and reserve
//! nothing for them. So each is put between two nodes: the one below charges a budget with the rows that go in, the
//! one above gives back what comes out, and lends the budget to the aggregates while the window works.

use arrow::array::ArrayRef;
use ashiato_sql::around::{Around, Passage};
use ashiato_sql::window_memory::{Budget, current, held_bytes, is_charged, within as lent};
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::error::Result;
use datafusion::execution::memory_pool::MemoryConsumer;
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::execution_plan::{ChildrenPropertiesMode, ReplaceChildrenOptions};
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::windows::{BoundedWindowAggExec, WindowAggExec};
use futures::{StreamExt, stream};
use std::sync::Arc;

/// The plan with every window counted.
///
/// # Errors
/// Those of DataFusion, where a node does not take its children anew.
pub(crate) fn counted(plan: Arc<dyn ExecutionPlan>) -> Result<Arc<dyn ExecutionPlan>> {
    let counted = plan.transform_up(|node| {
        if !node.is::<WindowAggExec>() && !node.is::<BoundedWindowAggExec>() {
            return Ok(Transformed::no(node));
        }
        let below = node.children().into_iter().map(|input| Around::put(Arc::clone(input), Side::Below)).collect();
        let window = node.replace_children(below, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Keep))?;
        Ok(Transformed::yes(Around::put(window, Side::Above)))
    })?;
    Ok(counted.data)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Around the window.
    Above,
    /// Around its input.
    Below,
}

impl Passage for Side {
    fn name(&self) -> &'static str {
        match self {
            Side::Above => "WindowOutputMemory",
            Side::Below => "WindowInputMemory",
        }
    }

    fn execute(
        &self,
        within: &Arc<dyn ExecutionPlan>,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> Result<SendableRecordBatchStream> {
        match self {
            Side::Above => {
                let reservation = MemoryConsumer::new("window").register(context.memory_pool());
                let budget = Budget::new(reservation);
                let rows = lent(Some(Arc::clone(&budget)), || within.execute(partition, context))?;
                let columns = within.children().first().map_or(0, |input| input.schema().fields().len());
                Ok(above(rows, columns, budget))
            }
            Side::Below => {
                let budget = current();
                let input = within.execute(partition, context)?;
                Ok(match budget {
                    Some(budget) => below(input, budget),
                    None => input,
                })
            }
        }
    }
}

/// Lends the budget to the window while it works, and gives back what its rows took, of which the first columns came
/// from its input.
fn above(
    mut window: SendableRecordBatchStream,
    input_columns: usize,
    budget: Arc<Budget>,
) -> SendableRecordBatchStream {
    let schema = window.schema();
    let stream = stream::poll_fn(move |task| {
        let polled = lent(Some(Arc::clone(&budget)), || window.poll_next_unpin(task));
        polled.map(|item| {
            item.map(|batch| {
                let batch = batch?;
                let (given, answers) = batch.columns().split_at(input_columns.min(batch.num_columns()));
                let charged = answers.iter().filter(|column| is_charged(column.data_type()));
                budget.release(bytes_of(given.iter().chain(charged))?);
                Ok(batch)
            })
        })
    });
    Box::pin(RecordBatchStreamAdapter::new(schema, stream))
}

/// Charges the budget with the rows that the window takes. What works below is not the window's own.
fn below(mut input: SendableRecordBatchStream, budget: Arc<Budget>) -> SendableRecordBatchStream {
    let schema = input.schema();
    let stream = stream::poll_fn(move |task| {
        let polled = lent(None, || input.poll_next_unpin(task));
        polled.map(|item| {
            item.map(|batch| {
                let batch = batch?;
                budget.charge(bytes_of(batch.columns().iter())?)?;
                Ok(batch)
            })
        })
    });
    Box::pin(RecordBatchStreamAdapter::new(schema, stream))
}

fn bytes_of<'a>(columns: impl Iterator<Item = &'a ArrayRef>) -> Result<usize> {
    columns.map(|column| held_bytes(column.as_ref())).sum()
}
