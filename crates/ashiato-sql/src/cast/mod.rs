//! `CAST` and `TRY_CAST` with Trino's meaning.

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The functions that casts are rewritten to.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    Vec::new()
}
