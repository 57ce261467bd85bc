//! `map_keys(x)`, `map_values(x)` and `map_entries(x)`: what a map holds, as arrays.

use super::maps::Maps;
use crate::functions::arguments::Arguments;
use crate::functions::array::element_types::{array_of, element_of, entry_of, row_of};
use crate::functions::array::lists::{Picked, rows_of};
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::ArrayRef;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn map_keys() -> Arc<ScalarUDF> {
    let returns = |types: &[DataType]| array_of(key_and_value(types).0);
    let kernel = |arguments: &Arguments| columns(arguments, |maps| Ok(Arc::clone(maps.keys())));
    scalar("map_keys", vec![Overload { parameters: Parameters::Decided(one_map), returns, kernel }])
}

pub(super) fn map_values() -> Arc<ScalarUDF> {
    let returns = |types: &[DataType]| array_of(key_and_value(types).1);
    let kernel = |arguments: &Arguments| columns(arguments, |maps| Ok(Arc::clone(maps.values())));
    scalar("map_values", vec![Overload { parameters: Parameters::Decided(one_map), returns, kernel }])
}

pub(super) fn map_entries() -> Arc<ScalarUDF> {
    let returns = |types: &[DataType]| array_of(row_of(<[DataType; 2]>::from(key_and_value(types))));
    scalar("map_entries", vec![Overload { parameters: Parameters::Decided(one_map), returns, kernel: entries }])
}

fn one_map(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [map] => entry_of(map).map(|_| vec![map.clone()]),
        _ => None,
    }
}

fn key_and_value(types: &[DataType]) -> (DataType, DataType) {
    let entry = entry_of(&types[0]);
    entry.map_or((DataType::Null, DataType::Null), |(key, value)| (key.data_type().clone(), value.data_type().clone()))
}

fn entries(arguments: &Arguments) -> Result<ArrayRef> {
    let row_type = element_of(arguments.return_type()).unwrap_or(DataType::Null);
    columns(arguments, |maps| rows_of(vec![Arc::clone(maps.keys()), Arc::clone(maps.values())], &row_type))
}

fn columns(arguments: &Arguments, elements: impl Fn(&Maps) -> Result<ArrayRef>) -> Result<ArrayRef> {
    let maps = Maps::of(arguments, 0)?;
    let mut picked = Picked::new(arguments.rows().len());
    for row in arguments.rows() {
        match maps.get(row) {
            Some(range) => {
                picked.extend(range);
                picked.close()?;
            }
            None => picked.close_null()?,
        }
    }
    picked.finish(&elements(&maps)?, arguments.return_type())
}
