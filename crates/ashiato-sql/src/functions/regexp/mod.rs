//! Functions of regular expressions, in Java's dialect.

mod java;
mod pattern;
mod regexp_count;
mod regexp_extract;
mod regexp_extract_all;
mod regexp_like;
mod regexp_position;
mod regexp_replace;
mod regexp_split;

pub(crate) use pattern::PatternReader;

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![
        regexp_count::function(),
        regexp_extract::function(),
        regexp_extract_all::function(),
        regexp_like::function(),
        regexp_position::function(),
        regexp_replace::function(),
        regexp_split::function(),
    ]
}
