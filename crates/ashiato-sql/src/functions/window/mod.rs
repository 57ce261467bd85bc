//! Window functions. DataFusion's mean what Trino's do, but for the type of those that count rows.

mod bigint;

use datafusion::functions_window::{ntile, rank, row_number};
use datafusion::logical_expr::WindowUDF;
use std::sync::Arc;

/// The functions of this family.
pub fn windows() -> Vec<Arc<WindowUDF>> {
    vec![
        bigint::bigint(row_number::row_number_udwf()),
        bigint::bigint(rank::rank_udwf()),
        bigint::bigint(rank::dense_rank_udwf()),
        bigint::bigint(ntile::ntile_udwf()),
    ]
}
