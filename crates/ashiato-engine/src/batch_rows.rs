//! How many rows a batch has while a plan runs.
//!
//! What holds rows back (a sort, a merge of spilled runs, a grouping, a window) counts in whole batches: a merge
//! needs two batches of each run before it can give its first row. The engine's batch of 8,192 rows is a cache's
//! worth of a few columns, but tens of megabytes of whole events, and a merge of those finds no room. So the wider
//! the rows that are held, the fewer make a batch.

use arrow::datatypes::{DataType, Schema};
use datafusion::execution::TaskContext;
use datafusion::physical_plan::execution_plan::EmissionType;
use datafusion::physical_plan::{ExecutionPlan, ExecutionPlanProperties};
use std::sync::Arc;

/// What a batch of held rows should come to.
const HELD_BATCH_BYTES: usize = 1 << 20;

/// Fewer rows than this would cost more in calls than they save.
const ROWS_MIN: usize = 256;

/// What a text comes to in CloudTrail records, on average over all columns, with its view.
const TEXT_BYTES: usize = 64;

/// The same for a list or a map.
const LIST_BYTES: usize = 256;

/// The context to run `plan` in: batches are as long as the rows that the plan holds are narrow.
pub(crate) fn context_for(plan: &Arc<dyn ExecutionPlan>, context: TaskContext) -> TaskContext {
    let Some(row_bytes) = held_row_bytes(plan) else { return context };
    let config = context.session_config().clone();
    let rows = (HELD_BATCH_BYTES / row_bytes.max(1)).max(ROWS_MIN).min(config.batch_size());
    context.with_session_config(config.with_batch_size(rows))
}

/// The width of the widest rows that an operator of the plan holds back; `None` where all rows stream.
fn held_row_bytes(plan: &Arc<dyn ExecutionPlan>) -> Option<usize> {
    let below = plan.children().into_iter().filter_map(held_row_bytes).max();
    let streams = plan.pipeline_behavior() == EmissionType::Incremental;
    let own = (!streams).then(|| {
        let inputs = plan.children().into_iter().map(|child| row_bytes(&child.schema())).max();
        inputs.unwrap_or(0).max(row_bytes(&plan.schema()))
    });
    own.max(below)
}

fn row_bytes(schema: &Schema) -> usize {
    schema.fields().iter().map(|field| value_bytes(field.data_type())).sum()
}

fn value_bytes(data_type: &DataType) -> usize {
    match data_type {
        DataType::Struct(fields) => fields.iter().map(|field| value_bytes(field.data_type())).sum(),
        DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(_, _) | DataType::Map(_, _) => LIST_BYTES,
        other => other.primitive_width().unwrap_or(TEXT_BYTES),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_events_are_wide_and_a_few_columns_are_not() {
        let rows = |schema: &Schema| HELD_BATCH_BYTES / row_bytes(schema);
        assert!(rows(&ashiato_event::schema::lake()) < 1024);
        assert!(rows(&ashiato_event::schema::athena()) < 1024);
        let names = Schema::new(vec![
            arrow::datatypes::Field::new("eventname", DataType::Utf8View, true),
            arrow::datatypes::Field::new("calls", DataType::Int64, true),
        ]);
        assert!(rows(&names) > 8192);
    }
}
