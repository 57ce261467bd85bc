//! Trino's functions, one file each, in a folder for each family.
//!
//! Where a function has DataFusion's name but another meaning, ours is registered later and wins.

use datafusion::logical_expr::{AggregateUDF, HigherOrderUDF, ScalarUDF, WindowUDF};
use std::sync::Arc;

pub mod aggregate;
pub(crate) mod arguments;
pub(crate) mod definition;
pub mod array;
pub mod binary;
pub mod conditional;
pub mod json;
pub mod lambda;
pub mod map;
pub mod math;
pub mod network;
pub(crate) mod overload;
pub mod regexp;
pub mod text;
pub mod time;
pub mod url;
pub mod window;

/// Every scalar function of the dialects.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    [
        array::scalars(),
        map::scalars(),
        json::scalars(),
        text::scalars(),
        regexp::scalars(),
        url::scalars(),
        binary::scalars(),
        time::scalars(),
        math::scalars(),
        conditional::scalars(),
        network::scalars(),
        crate::cast::scalars(),
        crate::planner::scalars(),
    ]
    .concat()
}

/// Every aggregate function of the dialects.
pub fn aggregates() -> Vec<Arc<AggregateUDF>> {
    aggregate::aggregates()
}

/// Every window function that DataFusion lacks or means otherwise.
pub fn windows() -> Vec<Arc<WindowUDF>> {
    window::windows()
}

/// Every function that takes a lambda.
pub fn higher_order() -> Vec<Arc<HigherOrderUDF>> {
    lambda::higher_order()
}
