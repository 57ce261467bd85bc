//! Sorted batches that hold on to no more than their own rows.
//!
//! A sort's rows come from all over its input, and a text in them is a view of the block it was read into. So each of its
//! batches keeps all those blocks alive, and is counted with them: of whole events, 32 MB for 300 rows, for which the
//! merge above found no room. Such a batch is copied.

use arrow::array::{Array, ArrayRef, AsArray, ListArray, MapArray, RecordBatch, StructArray};
use arrow::datatypes::DataType;
use datafusion::common::Result;
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::error::DataFusionError;
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_plan::execution_plan::{ChildrenPropertiesMode, ReplaceChildrenOptions};
use datafusion::physical_plan::sorts::sort::SortExec;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::{DisplayAs, DisplayFormatType, ExecutionPlan, PhysicalExpr, PlanProperties};
use futures::StreamExt;
use std::fmt;
use std::sync::Arc;

/// A batch that keeps less alive than this is left as it is.
const SMALL_BYTES: usize = 2 << 20;

/// The plan, with what each sort of all rows gives made compact.
///
/// # Errors
/// Those of DataFusion, where a node does not take its children anew.
pub(crate) fn sorts(plan: Arc<dyn ExecutionPlan>) -> Result<Arc<dyn ExecutionPlan>> {
    let compacted = plan.transform_up(|node| match node.is::<SortExec>() && node.fetch().is_none() {
        true => Ok(Transformed::yes(Arc::new(Compact { sort: node }) as _)),
        false => Ok(Transformed::no(node)),
    });
    compacted.map(|transformed| transformed.data)
}

#[derive(Debug)]
struct Compact {
    sort: Arc<dyn ExecutionPlan>,
}

impl DisplayAs for Compact {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name())
    }
}

impl ExecutionPlan for Compact {
    fn name(&self) -> &str {
        "CompactBatches"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        self.sort.properties()
    }

    fn maintains_input_order(&self) -> Vec<bool> {
        vec![true]
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        vec![&self.sort]
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
        let Ok([sort]) = <[_; 1]>::try_from(children) else {
            return Err(DataFusionError::Internal(format!("{} has one child", self.name())));
        };
        Ok(Arc::new(Compact { sort }))
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        self.replace_children(children, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let sorted = self.sort.execute(partition, context)?;
        let schema = sorted.schema();
        let compacted = sorted.map(|batch| Ok(compact(batch?)?));
        Ok(Box::pin(RecordBatchStreamAdapter::new(schema, compacted)))
    }
}

/// The same rows; where much more than them was kept alive, they alone.
fn compact(batch: RecordBatch) -> Result<RecordBatch, arrow::error::ArrowError> {
    if batch.get_array_memory_size() < SMALL_BYTES {
        return Ok(batch);
    }
    let columns = batch.columns().iter().map(compact_array).collect::<Result<_, _>>()?;
    let options = arrow::array::RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
    RecordBatch::try_new_with_options(batch.schema(), columns, &options)
}

fn compact_array(array: &ArrayRef) -> Result<ArrayRef, arrow::error::ArrowError> {
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
