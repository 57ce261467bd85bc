//! UNNEST in pieces.
//!
//! DataFusion unnests a batch as a whole: a thousand rows with lists of a thousand elements become a batch of a million
//! rows, and two UNNESTs on top of each other one of a thousand millions. So what goes into an UNNEST is cut before the
//! lists are made, by its bytes and by how long the lists have been so far, and once they are, by the rows that they
//! will give.

use arrow::array::{Array, ArrayRef, AsArray, RecordBatch};
use arrow::compute::kernels::length::length;
use arrow::datatypes::{DataType, Int32Type, Int64Type};
use ashiato_sql::around::{Around, Passage};
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::error::Result;
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_plan::execution_plan::{ChildrenPropertiesMode, ReplaceChildrenOptions};
use datafusion::physical_plan::projection::ProjectionExec;
use datafusion::physical_plan::repartition::RepartitionExec;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::unnest::UnnestExec;
use datafusion::physical_plan::{ExecutionPlan, Partitioning};
use futures::{StreamExt, stream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a batch out of which lists are made should hold at most.
const PIECE_BYTES: usize = 1 << 20;

/// What a batch that was unnested should come to.
const UNNESTED_BYTES: usize = 8 << 20;

/// Of so many rows lists are made at once until it is known how long they are: the same list may stand in each.
const FIRST_ROWS: usize = 128;

/// So many batches of elements may be listed at once.
const LISTED_BATCHES: usize = 4;

/// The plan with every UNNEST taking pieces.
///
/// # Errors
/// Those of DataFusion, where a node does not take its children anew.
pub(crate) fn in_pieces(plan: Arc<dyn ExecutionPlan>) -> Result<Arc<dyn ExecutionPlan>> {
    let cut = plan.transform_up(|node| {
        let Some(unnest) = node.downcast_ref::<UnnestExec>() else { return Ok(Transformed::no(node)) };
        let lists = unnest.list_column_indices().iter().map(|list| list.index_in_input_schema).collect();
        let rows = Arc::new(AtomicUsize::new(FIRST_ROWS));
        let input = cut_below_lists(Arc::clone(unnest.input()), &rows)?;
        let pieces = Around::put(input, By::Lists(lists, rows));
        let recomputed = ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute);
        Ok(Transformed::yes(node.replace_children(vec![pieces], recomputed)?))
    })?;
    Ok(cut.data)
}

/// Cuts what goes into the projection that makes the lists, where there is one. What deals batches out to threads puts
/// short ones together again, and so does it before the lists are made.
fn cut_below_lists(node: Arc<dyn ExecutionPlan>, rows: &Arc<AtomicUsize>) -> Result<Arc<dyn ExecutionPlan>> {
    let recomputed = || ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute);
    let cut = |below: &Arc<dyn ExecutionPlan>| Around::put(Arc::clone(below), By::Bytes(Arc::clone(rows)));
    if let Some(projection) = node.downcast_ref::<ProjectionExec>() {
        let below = cut(projection.input());
        return node.replace_children(vec![below], recomputed());
    }
    let Some(dealing) = node.downcast_ref::<RepartitionExec>() else { return Ok(node) };
    let projection = Arc::clone(dealing.input());
    let (true, Some(source)) = (
        matches!(dealing.partitioning(), Partitioning::RoundRobinBatch(_)),
        projection.downcast_ref::<ProjectionExec>().map(|projection| Arc::clone(projection.input())),
    ) else {
        return Ok(node);
    };
    let dealt = node.replace_children(vec![source], recomputed())?;
    projection.replace_children(vec![cut(&dealt)], recomputed())
}

/// What tells where to cut.
#[derive(Debug, Clone)]
enum By {
    /// Its bytes, and so many rows at most.
    Bytes(Arc<AtomicUsize>),
    /// The rows that the lists in these columns give; which tells of how many rows lists should be made.
    Lists(Arc<[usize]>, Arc<AtomicUsize>),
}

impl Passage for By {
    fn name(&self) -> &'static str {
        "UnnestPieces"
    }

    fn execute(
        &self,
        within: &Arc<dyn ExecutionPlan>,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> Result<SendableRecordBatchStream> {
        let rows_max = context.session_config().batch_size();
        let by = self.clone();
        let batches = within.execute(partition, context)?;
        let schema = batches.schema();
        let pieces = batches.flat_map(move |batch| {
            let cut = batch.and_then(|batch| {
                let ends = match &by {
                    By::Bytes(rows) => {
                        let most = rows.load(Ordering::Relaxed).max(1);
                        let pieces = batch_bytes(&batch).div_ceil(PIECE_BYTES).max(batch.num_rows().div_ceil(most));
                        even_ends(batch.num_rows(), pieces)
                    }
                    By::Lists(lists, rows) => {
                        let gives = gives(&batch, lists)?;
                        let longest = gives.iter().copied().max().unwrap_or(1);
                        rows.store(LISTED_BATCHES * rows_max / longest, Ordering::Relaxed);
                        list_ends(&batch, lists, gives, rows_max)
                    }
                };
                Ok((batch, ends))
            });
            match cut {
                Ok((batch, ends)) => {
                    let mut start = 0;
                    let piece = move |end| {
                        let from = std::mem::replace(&mut start, end);
                        Ok(batch.slice(from, end - from))
                    };
                    stream::iter(ends).map(piece).boxed()
                }
                Err(error) => stream::iter([Err(error)]).boxed(),
            }
        });
        Ok(Box::pin(RecordBatchStreamAdapter::new(schema, pieces)))
    }
}

/// Where pieces of about the same number of rows end.
fn even_ends(rows: usize, pieces: usize) -> Vec<usize> {
    let step = rows.div_ceil(pieces.max(1)).max(1);
    (0..rows).step_by(step).map(|start| (start + step).min(rows)).collect()
}

/// Where pieces end whose lists give at most `rows_max` rows, and at most so many that they are not too wide. A row
/// whose list gives more is a piece by itself.
fn list_ends(batch: &RecordBatch, lists: &[usize], gives: Vec<usize>, rows_max: usize) -> Vec<usize> {
    let rows = batch.num_rows();
    let repeated = (0..batch.num_columns()).filter(|column| !lists.contains(column)).map(|at| bytes(batch.column(at)));
    let row_bytes = repeated.sum::<usize>() / rows.max(1);
    let most = rows_max.min(UNNESTED_BYTES / row_bytes.max(1)).max(1);
    let (mut ends, mut given) = (Vec::new(), 0usize);
    for (row, gives) in gives.into_iter().enumerate() {
        if given > 0 && given.saturating_add(gives) > most {
            ends.push(row);
            given = 0;
        }
        given = given.saturating_add(gives);
    }
    if rows > 0 {
        ends.push(rows);
    }
    ends
}

/// How many rows each row becomes: one at least, as some kinds of UNNEST keep rows whose lists are empty.
fn gives(batch: &RecordBatch, lists: &[usize]) -> Result<Vec<usize>> {
    let mut gives = vec![1; batch.num_rows()];
    for list in lists {
        for (most, elements) in gives.iter_mut().zip(elements(batch.column(*list))?) {
            *most = elements.max(*most);
        }
    }
    Ok(gives)
}

/// How many elements each list has.
fn elements(lists: &ArrayRef) -> Result<Vec<usize>> {
    let lengths = match lists.data_type() {
        DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(..) => length(lists)?,
        // A struct is spread, and gives one row.
        _ => return Ok(vec![1; lists.len()]),
    };
    Ok(match lengths.data_type() {
        DataType::Int64 => lengths.as_primitive::<Int64Type>().iter().map(whole).collect(),
        _ => lengths.as_primitive::<Int32Type>().iter().map(|length| whole(length.map(i64::from))).collect(),
    })
}

fn whole(length: Option<i64>) -> usize {
    length.and_then(|length| usize::try_from(length).ok()).unwrap_or(0)
}

fn batch_bytes(batch: &RecordBatch) -> usize {
    batch.columns().iter().map(bytes).sum()
}

/// What the rows of a column take, of what they share with others only their part.
fn bytes(column: &ArrayRef) -> usize {
    match column.data_type() {
        DataType::Utf8View => {
            let lengths = column.as_string_view().lengths();
            lengths.map(|length| length as usize + size_of::<u128>()).sum()
        }
        _ => column.to_data().get_slice_memory_size().unwrap_or_else(|_| column.get_array_memory_size()),
    }
}

#[cfg(test)]
mod tests {
    use super::{even_ends, gives, list_ends};
    use arrow::array::{ArrayRef, ListArray, RecordBatch};
    use arrow::datatypes::Int32Type;
    use std::sync::Arc;

    #[test]
    fn pieces_end_where_the_lists_give_enough_rows() {
        let row = |elements: usize| Some(vec![Some(1); elements]);
        let lists =
            ListArray::from_iter_primitive::<Int32Type, _, _>([row(3), row(4), None, row(0), row(20), row(1), row(9)]);
        let batch = RecordBatch::try_from_iter([("a", Arc::new(lists) as ArrayRef)]).expect("a batch");
        let ends = |batch: &RecordBatch, rows_max| {
            list_ends(batch, &[0], gives(batch, &[0]).expect("lists have lengths"), rows_max)
        };
        assert_eq!(ends(&batch, 10), [4, 5, 7]);
        assert_eq!(ends(&batch, 1), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(ends(&batch.slice(0, 0), 10), [0usize; 0]);
    }

    #[test]
    fn pieces_are_of_about_the_same_length() {
        assert_eq!(even_ends(10, 3), [4, 8, 10]);
        assert_eq!(even_ends(2, 9), [1, 2]);
        assert_eq!(even_ends(5, 0), [5]);
        assert_eq!(even_ends(0, 3), [0usize; 0]);
    }
}
