//! Functions of arrays.
//!
//! [`element_types`] says what meets what, [`lists`] reads and builds arrays; each function is a file of its own.
//! `contains`, `concat` and `reverse`, which also take other types, are in the families of text and network.

mod array_distinct;
mod array_extremes;
mod array_first;
mod array_histogram;
mod array_join;
mod array_position;
mod array_remove;
mod arrays_overlap;
mod cardinality;
mod combinations;
mod contains_sequence;
mod element_at;
pub(crate) mod element_types;
mod flatten;
pub(crate) mod lists;
mod ngrams;
mod repeat;
mod sequence;
mod set_operations;
mod shuffle;
mod slice;
mod trim_array;
mod zip;

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![
        array_distinct::function(),
        array_extremes::array_max(),
        array_extremes::array_min(),
        array_first::array_first(),
        array_first::array_last(),
        array_histogram::function(),
        array_join::function(),
        array_position::function(),
        array_remove::function(),
        arrays_overlap::function(),
        cardinality::function(),
        combinations::function(),
        contains_sequence::function(),
        element_at::function(),
        flatten::function(),
        ngrams::function(),
        repeat::function(),
        sequence::function(),
        set_operations::array_except(),
        set_operations::array_intersect(),
        set_operations::array_union(),
        shuffle::function(),
        slice::function(),
        trim_array::function(),
        zip::function(),
    ]
}
