//! The types of the usual parameters: an array's element, a map's key and value.

use crate::functions::array::element_types::{element_of, entry_of};
use arrow::datatypes::DataType;

/// The element of the array that the first value is.
pub(super) fn element_parameter(values: &[DataType]) -> Vec<DataType> {
    vec![element_of(&values[0]).unwrap_or(DataType::Null)]
}

/// The key and the value of the map that the first value is.
pub(super) fn entry_parameters(values: &[DataType]) -> Vec<DataType> {
    let (key, value) = entry(&values[0]);
    vec![key, value]
}

/// The types of a map's keys and values.
pub(super) fn entry(map: &DataType) -> (DataType, DataType) {
    let entry = entry_of(map);
    entry.map_or((DataType::Null, DataType::Null), |(key, value)| (key.data_type().clone(), value.data_type().clone()))
}

/// The conversions of `(MAP(K, V))`.
pub(super) fn one_map(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [map] => entry_of(map).map(|_| vec![map.clone()]),
        _ => None,
    }
}

/// Whether a lambda that must be a condition is one.
pub(super) fn is_boolean(result: &DataType) -> bool {
    matches!(result, DataType::Boolean | DataType::Null)
}
