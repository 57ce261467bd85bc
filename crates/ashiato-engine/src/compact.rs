//! Batches in and out of sorts that hold on to no more than their own rows.
//!
//! A sort's rows come from all over its input, as do those that were dealt out by a key, and a text in them is a view of
//! the block it was read into. So each batch keeps all those blocks alive, and is counted with them: of whole events,
//! 32 MB for 300 rows, for which the sort or the merge above found no room. Such a batch is copied.

use arrow::array::{Array, ArrayRef, AsArray, ListArray, MapArray, RecordBatch, RecordBatchOptions, StructArray};
use arrow::datatypes::DataType;
use arrow::error::ArrowError;
use ashiato_sql::around::{Around, Passage};
use datafusion::common::Result;
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::execution_plan::{ChildrenPropertiesMode, ReplaceChildrenOptions};
use datafusion::physical_plan::sorts::sort::SortExec;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use futures::StreamExt;
use std::sync::Arc;

/// A batch that keeps less alive than this is left as it is.
const SMALL_BYTES: usize = 2 << 20;

/// The plan, with what each sort of all rows takes and gives made compact.
///
/// # Errors
/// Those of DataFusion, where a node does not take its children anew.
pub(crate) fn sorts(plan: Arc<dyn ExecutionPlan>) -> Result<Arc<dyn ExecutionPlan>> {
    let compacted = plan.transform_up(|node| {
        if !node.is::<SortExec>() || node.fetch().is_some() {
            return Ok(Transformed::no(node));
        }
        let below = node.children().into_iter().map(|input| Around::put(Arc::clone(input), Compact)).collect();
        let sort = node.replace_children(below, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Keep))?;
        Ok(Transformed::yes(Around::put(sort, Compact)))
    });
    compacted.map(|transformed| transformed.data)
}

#[derive(Debug, Clone, Copy)]
struct Compact;

impl Passage for Compact {
    fn name(&self) -> &'static str {
        "CompactBatches"
    }

    fn execute(
        &self,
        within: &Arc<dyn ExecutionPlan>,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> Result<SendableRecordBatchStream> {
        let batches = within.execute(partition, context)?;
        let schema = batches.schema();
        let compacted = batches.map(|batch| Ok(compact(batch?)?));
        Ok(Box::pin(RecordBatchStreamAdapter::new(schema, compacted)))
    }
}

/// The same rows; where much more than them was kept alive, they alone.
fn compact(batch: RecordBatch) -> Result<RecordBatch, ArrowError> {
    if batch.get_array_memory_size() < SMALL_BYTES {
        return Ok(batch);
    }
    let columns = batch.columns().iter().map(compact_array).collect::<Result<_, _>>()?;
    let options = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
    RecordBatch::try_new_with_options(batch.schema(), columns, &options)
}

fn compact_array(array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    let nulls = || array.nulls().cloned();
    Ok(match array.data_type() {
        DataType::Utf8View => Arc::new(array.as_string_view().gc()),
        DataType::BinaryView => Arc::new(array.as_binary_view().gc()),
        DataType::Struct(fields) => {
            let columns = array.as_struct().columns().iter().map(compact_array).collect::<Result<_, _>>()?;
            Arc::new(StructArray::try_new_with_length(fields.clone(), columns, nulls(), array.len())?)
        }
        DataType::List(field) => {
            let list = array.as_list::<i32>();
            let values = compact_array(list.values())?;
            Arc::new(ListArray::try_new(Arc::clone(field), list.offsets().clone(), values, nulls())?)
        }
        DataType::Map(field, is_sorted) => {
            let map = array.as_map();
            let entries: ArrayRef = Arc::new(map.entries().clone());
            let entries = compact_array(&entries)?.as_struct().clone();
            Arc::new(MapArray::try_new(Arc::clone(field), map.offsets().clone(), entries, nulls(), *is_sorted)?)
        }
        _ => Arc::clone(array),
    })
}
