//! Functions that take a lambda.

use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

/// The functions of this family.
pub fn higher_order() -> Vec<Arc<HigherOrderUDF>> {
    Vec::new()
}
