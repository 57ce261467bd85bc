//! Functions that choose between values, and `typeof`. `coalesce` and `nullif` are DataFusion's own.

mod common_type;
mod greatest;
mod if_function;
mod type_of;

pub(crate) use common_type::common_type;

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![greatest::greatest(), greatest::least(), if_function::function(), type_of::function()]
}
