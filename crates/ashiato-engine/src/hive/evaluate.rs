//! What remains of a predicate once folders are listed: any condition on partition columns alone is computed
//! on their values, such as `concat(year, month, day) >= '20230115'`.

use super::locations::PartitionLocation;
use arrow::array::{Array, AsArray};
use arrow::datatypes::{FieldRef, Schema};
use arrow::record_batch::RecordBatch;
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::common::{Column, DFSchema, ScalarValue};
use datafusion::execution::context::ExecutionProps;
use datafusion::logical_expr::Expr;
use datafusion::logical_expr::physical_planning_context::PhysicalPlanningContext;
use datafusion::physical_expr::{PhysicalExpr, create_physical_expr};
use std::sync::Arc;

/// How many partitions are looked at together.
const BATCH: usize = 8192;

/// Keeps the partitions that the conditions do not exclude.
pub(crate) struct PartitionFilter {
    schema: Arc<Schema>,
    conditions: Vec<Arc<dyn PhysicalExpr>>,
    waiting: Vec<PartitionLocation>,
    kept: Vec<PartitionLocation>,
}

impl PartitionFilter {
    /// A filter by those conditions that name partition columns and nothing else. Whatever cannot be planned here
    /// (a subquery, a volatile function) excludes nothing: the rows are filtered again after the scan.
    pub(crate) fn new(fields: &[FieldRef], filters: &[Expr]) -> PartitionFilter {
        let schema = Arc::new(Schema::new(fields.to_vec()));
        let conditions = match DFSchema::try_from(Arc::clone(&schema)) {
            Ok(named) => filters.iter().filter_map(|filter| plan(filter, &named)).collect(),
            Err(_) => Vec::new(),
        };
        PartitionFilter { schema, conditions, waiting: Vec::new(), kept: Vec::new() }
    }

    pub(crate) fn push(&mut self, location: PartitionLocation) {
        self.waiting.push(location);
        if self.waiting.len() == BATCH {
            self.evaluate();
        }
    }

    pub(crate) fn finish(mut self) -> Vec<PartitionLocation> {
        self.evaluate();
        self.kept
    }

    fn evaluate(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let excluded = if self.conditions.is_empty() { None } else { self.excluded(&waiting) };
        let is_kept = |row: usize| excluded.as_ref().is_none_or(|excluded| !excluded[row]);
        self.kept
            .extend(waiting.into_iter().enumerate().filter(|(row, _)| is_kept(*row)).map(|(_, location)| location));
    }

    /// For each partition whether a condition is false or NULL on it; none where the values make no batch.
    fn excluded(&self, locations: &[PartitionLocation]) -> Option<Vec<bool>> {
        if locations.is_empty() {
            return None;
        }
        let column = |position: usize| {
            ScalarValue::iter_to_array(locations.iter().map(|location| location.values[position].clone()))
        };
        let columns = (0..self.schema.fields().len()).map(column).collect::<Result<Vec<_>, _>>().ok()?;
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns).ok()?;
        let mut excluded = vec![false; locations.len()];
        for condition in &self.conditions {
            let answer = condition.evaluate(&batch).and_then(|answer| answer.into_array(locations.len()));
            let Ok(answer) = answer else { continue };
            let Some(answer) = answer.as_boolean_opt() else { continue };
            for (row, excluded) in excluded.iter_mut().enumerate() {
                *excluded |= answer.is_null(row) || !answer.value(row);
            }
        }
        Some(excluded)
    }
}

fn plan(filter: &Expr, schema: &DFSchema) -> Option<Arc<dyn PhysicalExpr>> {
    let columns = filter.column_refs();
    let is_partition = |column: &&Column| schema.as_arrow().index_of(&column.name).is_ok();
    if columns.is_empty() || !columns.iter().all(is_partition) || filter.is_volatile() {
        return None;
    }
    let bare = filter.clone().transform(|expr| match expr {
        Expr::Column(column) => Ok(Transformed::yes(Expr::Column(Column::new_unqualified(column.name)))),
        other => Ok(Transformed::no(other)),
    });
    create_physical_expr(&bare.ok()?.data, schema, &ExecutionProps::new(), &PhysicalPlanningContext::default()).ok()
}
