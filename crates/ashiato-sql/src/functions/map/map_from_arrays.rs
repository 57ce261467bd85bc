//! `map(keys, values)`, and `map()`, the empty map.
//!
//! DataFusion's planner takes the name `map` for itself when it is called without two arrays, so the empty map is
//! also `$empty_map()`, for the rewrite of `map()`.

use crate::functions::arguments::Arguments;
use crate::functions::array::element_types::{array_of, element_of, map_of};
use crate::functions::array::lists::{Lists, Picked};
use crate::functions::overload::{Overload, Parameters, invalid_argument, scalar};
use arrow::array::{Array, ArrayRef, new_empty_array};
use arrow::compute::take;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(keys_and_values);
    scalar("map", vec![Overload { parameters, returns, kernel }])
}

pub(super) fn empty() -> Arc<ScalarUDF> {
    let returns = |_: &[DataType]| map_of(DataType::Null, DataType::Null);
    scalar("$empty_map", vec![Overload { parameters: Parameters::Exactly(&[]), returns, kernel: empty_maps }])
}

fn keys_and_values(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [keys, values] => Some(vec![array_of(element_of(keys)?), array_of(element_of(values)?)]),
        _ => None,
    }
}

fn returns(types: &[DataType]) -> DataType {
    let element = |at: usize| element_of(&types[at]).unwrap_or(DataType::Null);
    map_of(element(0), element(1))
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let (keys, values) = (Lists::of(arguments, 0)?, Lists::of(arguments, 1)?);
    let rows = arguments.rows().len();
    let (mut picked_keys, mut picked_values) = (Picked::new(rows), Picked::new(rows));
    for row in arguments.rows() {
        match (keys.get(row), values.get(row)) {
            (Some(row_keys), Some(row_values)) if row_keys.len() != row_values.len() => {
                return Err(invalid_argument("Key and value arrays must be the same length"));
            }
            (Some(row_keys), Some(row_values)) => {
                picked_keys.extend(row_keys);
                picked_values.extend(row_values);
                picked_keys.close()?;
            }
            _ => picked_keys.close_null()?,
        }
    }
    let (key_positions, shape) = picked_keys.into_parts();
    let (value_positions, _) = picked_values.into_parts();
    let keys = take(keys.values().as_ref(), &key_positions, None)?;
    if keys.logical_null_count() > 0 {
        return Err(invalid_argument("map key cannot be null"));
    }
    let values = take(values.values().as_ref(), &value_positions, None)?;
    shape.checked_maps(keys, values, arguments.return_type())
}

fn empty_maps(arguments: &Arguments) -> Result<ArrayRef> {
    let mut picked = Picked::new(arguments.rows().len());
    arguments.rows().try_for_each(|_| picked.close())?;
    let (_, shape) = picked.into_parts();
    let nothing = new_empty_array(&DataType::Null);
    shape.maps(Arc::clone(&nothing), nothing, arguments.return_type())
}
