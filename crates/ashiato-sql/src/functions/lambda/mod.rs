//! Functions that take a lambda, and `TRY`, which is one.
//!
//! [`definition`] is the table that each is, [`elements`] lays arrays and maps out as a lambda's parameters.

mod array_sort;
mod definition;
mod elements;
mod filter;
mod map_zip_with;
mod matches;
mod reduce;
mod regexp_replace;
mod transform;
mod transform_entries;
mod try_function;
mod types;
mod zip_with;

pub(crate) use regexp_replace::REGEXP_REPLACE_BY;

use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

/// The functions of this family.
pub fn higher_order() -> Vec<Arc<HigherOrderUDF>> {
    vec![
        array_sort::function(),
        filter::filter(),
        filter::map_filter(),
        map_zip_with::function(),
        matches::all_match(),
        matches::any_match(),
        matches::none_match(),
        reduce::function(),
        regexp_replace::function(),
        transform::function(),
        transform_entries::transform_keys(),
        transform_entries::transform_values(),
        try_function::function(),
        zip_with::function(),
    ]
}
