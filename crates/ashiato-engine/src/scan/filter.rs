//! Deciding, inside the scan, which records are kept.

use super::dedupe::Seen;
use arrow::array::{Array, AsArray, BooleanArray, RecordBatch};
use arrow::buffer::BooleanBuffer;
use arrow::error::ArrowError;
use ashiato_event::decode::RowFilter;
use datafusion::physical_expr::PhysicalExpr;
use std::sync::Arc;

/// The scan's predicate and, where each event is wanted once, the events seen so far.
pub(crate) struct ScanFilter {
    /// Over the filter columns; all must hold.
    pub(crate) predicates: Vec<Arc<dyn PhysicalExpr>>,
    /// The events seen, and which filter column is the eventID.
    pub(crate) once: Option<(Arc<Seen>, usize)>,
}

impl RowFilter for ScanFilter {
    fn select(&mut self, columns: &RecordBatch) -> Result<BooleanArray, ArrowError> {
        let mut kept = BooleanBuffer::new_set(columns.num_rows());
        for predicate in &self.predicates {
            let value = predicate.evaluate(columns).and_then(|value| value.into_array(columns.num_rows()));
            let value = value.map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
            let value = value.as_boolean_opt().ok_or_else(|| {
                ArrowError::ComputeError(format!("{predicate} is no predicate: it gives {}", value.data_type()))
            })?;
            kept = &kept & value.values();
            if let Some(nulls) = value.nulls() {
                kept = &kept & nulls.inner();
            }
        }
        if let Some((seen, event_id)) = &self.once {
            kept = seen.first_of(columns.column(*event_id), &kept);
        }
        Ok(BooleanArray::new(kept, None))
    }
}
