//! Aggregate functions.
//!
//! [`definition`] is the table that each is, [`adapters`], [`distinct`] and [`ordered`] the forms in which DataFusion asks for it,
//! [`gathered`] the states of those that gather. Of the others, DataFusion's own are taken under Trino's names.

mod adapters;
mod approx_distinct;
mod approx_most_frequent;
mod approx_percentile;
mod arbitrary;
mod best;
mod checksum;
mod count_if;
mod counted;
mod definition;
mod distinct;
mod gathered;
mod gathering;
mod moments;
mod ordered;
mod row_bytes;
mod sum;
mod text_bytes;

use datafusion::functions_aggregate::{bit_and_or_xor, bool_and_or, stddev, variance};
use datafusion::logical_expr::AggregateUDF;
use std::sync::Arc;

/// The functions of this family.
pub fn aggregates() -> Vec<Arc<AggregateUDF>> {
    let mut functions = vec![
        approx_distinct::function(),
        approx_most_frequent::function(),
        approx_percentile::function(),
        arbitrary::function(),
        best::max_by(),
        best::max_n(),
        best::min_by(),
        best::min_n(),
        checksum::function(),
        count_if::function(),
        counted::array_agg(),
        gathering::histogram(),
        gathering::map_agg(),
        gathering::map_union(),
        gathering::multimap_agg(),
        gathering::set_agg(),
        gathering::set_union(),
        moments::entropy(),
        moments::geometric_mean(),
        moments::kurtosis(),
        moments::skewness(),
        sum::avg(),
        sum::sum(),
    ];
    functions.extend(renamed());
    functions
}

/// DataFusion's functions that mean what Trino's do under another name.
fn renamed() -> [Arc<AggregateUDF>; 6] {
    let named = |function: Arc<AggregateUDF>, name| Arc::new(function.as_ref().clone().with_aliases([name]));
    [
        named(bool_and_or::bool_and_udaf(), "every"),
        named(bit_and_or_xor::bit_and_udaf(), "bitwise_and_agg"),
        named(bit_and_or_xor::bit_or_udaf(), "bitwise_or_agg"),
        named(bit_and_or_xor::bit_xor_udaf(), "bitwise_xor_agg"),
        named(variance::var_samp_udaf(), "variance"),
        named(stddev::stddev_udaf(), "stddev_samp"),
    ]
}
