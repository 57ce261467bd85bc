//! Aggregate functions.

use datafusion::logical_expr::AggregateUDF;
use std::sync::Arc;

/// The aggregate functions of the dialects.
pub fn aggregates() -> Vec<Arc<AggregateUDF>> {
    Vec::new()
}
