//! `map_concat(x, y, …)`: the entries of all maps; of a key in several, the value in the last.

use super::maps::Maps;
use crate::functions::arguments::Arguments;
use crate::functions::array::element_types::{common, entry_of, map_of, same_as_first};
use crate::functions::array::lists::{Picked, sortable};
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::{Array, ArrayRef};
use arrow::compute::{concat, take};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::collections::HashMap;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(maps);
    scalar("map_concat", vec![Overload { parameters, returns: same_as_first, kernel }])
}

fn maps(types: &[DataType]) -> Option<Vec<DataType>> {
    let (first, rest) = types.split_first()?;
    let (key, value) = entry_of(first)?;
    let start = Some(map_of(key.data_type().clone(), value.data_type().clone()));
    let common = rest.iter().fold(start, |so_far, map| common(&so_far?, map))?;
    (!rest.is_empty()).then(|| vec![common; types.len()])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let maps = (0..arguments.len()).map(|at| Maps::of(arguments, at)).collect::<Result<Vec<_>>>()?;
    let keys = concat(&maps.iter().map(|map| map.keys().as_ref()).collect::<Vec<_>>())?;
    let values = concat(&maps.iter().map(|map| map.values().as_ref()).collect::<Vec<_>>())?;
    let [key_rows] = sortable([&keys])?;

    let rows = arguments.rows().len();
    let (mut picked_keys, mut picked_values) = (Picked::new(rows), Picked::new(rows));
    for row in arguments.rows() {
        let Some(ranges) = maps.iter().map(|map| map.get(row)).collect::<Option<Vec<_>>>() else {
            picked_keys.close_null()?;
            continue;
        };
        let mut entries: Vec<(usize, usize)> = Vec::new();
        let mut place_of = HashMap::new();
        let mut first = 0;
        for (map, range) in maps.iter().zip(ranges) {
            for at in range.map(|at| first + at) {
                let place = *place_of.entry(key_rows.row(at)).or_insert(entries.len());
                match entries.get_mut(place) {
                    Some(entry) => entry.1 = at,
                    None => entries.push((at, at)),
                }
            }
            first += map.keys().len();
        }
        for (key, value) in entries {
            picked_keys.push(key);
            picked_values.push(value);
        }
        picked_keys.close()?;
    }
    let (key_positions, shape) = picked_keys.into_parts();
    let (value_positions, _) = picked_values.into_parts();
    let keys = take(keys.as_ref(), &key_positions, None)?;
    shape.maps(keys, take(values.as_ref(), &value_positions, None)?, arguments.return_type())
}
