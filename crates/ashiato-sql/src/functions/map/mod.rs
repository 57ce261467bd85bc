//! Functions of maps. `cardinality` and `element_at`, which also take arrays, are in the family of arrays;
//! the aggregates that make maps are in their own.

mod map_columns;
mod map_concat;
mod map_from_arrays;
mod map_from_entries;
pub(crate) mod maps;

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![
        map_columns::map_entries(),
        map_columns::map_keys(),
        map_columns::map_values(),
        map_concat::function(),
        map_from_arrays::empty(),
        map_from_arrays::function(),
        map_from_entries::map_from_entries(),
        map_from_entries::multimap_from_entries(),
    ]
}
