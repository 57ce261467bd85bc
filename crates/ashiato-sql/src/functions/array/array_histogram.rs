//! `array_histogram(x)`: how often each element comes that is not NULL.

use super::element_types::{element_of, map_of, one_array};
use super::lists::{Lists, Picked, sortable};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::{Array, ArrayRef, Int64Array};
use arrow::compute::take;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use indexmap::IndexMap;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(one_array);
    scalar("array_histogram", vec![Overload { parameters, returns: counts, kernel }])
}

fn counts(types: &[DataType]) -> DataType {
    map_of(element_of(&types[0]).unwrap_or(DataType::Null), DataType::Int64)
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let [elements] = sortable([lists.values()])?;
    let mut picked = Picked::new(arguments.rows().len());
    let mut counts = Vec::new();
    for row in arguments.rows() {
        let Some(range) = lists.get(row) else {
            picked.close_null()?;
            continue;
        };
        // Each element by its first place, in the order met.
        let mut seen = IndexMap::new();
        for at in range.filter(|at| lists.values().is_valid(*at)) {
            seen.entry(elements.row(at)).or_insert((at, 0i64)).1 += 1;
        }
        picked.extend(seen.values().map(|(at, _)| *at));
        counts.extend(seen.values().map(|(_, count)| *count));
        picked.close()?;
    }
    let (positions, shape) = picked.into_parts();
    let keys = take(lists.values().as_ref(), &positions, None)?;
    let map_type = map_of(lists.values().data_type().clone(), DataType::Int64);
    shape.maps(keys, Arc::new(Int64Array::from(counts)), &map_type)
}
