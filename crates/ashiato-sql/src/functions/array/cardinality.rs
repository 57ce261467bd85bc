//! `cardinality(x)`: how many elements an array has, or entries a map.

use super::element_types::{canonical, one_array};
use super::lists::Lists;
use crate::functions::arguments::Arguments;
use crate::functions::map::maps::Maps;
use crate::functions::overload::{Overload, Parameters, bigint, scalar};
use arrow::array::{ArrayRef, Int64Array};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let of_map = Overload { parameters: Parameters::Decided(one_map), returns: bigint, kernel: entries };
    let of_array = Overload { parameters: Parameters::Decided(one_array), returns: bigint, kernel: elements };
    scalar("cardinality", vec![of_map, of_array])
}

fn one_map(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [map @ DataType::Map(..)] => Some(vec![canonical(map)]),
        _ => None,
    }
}

fn elements(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    arguments.each::<Int64Array, _>(|row| Some(lists.get(row)?.len() as i64))
}

fn entries(arguments: &Arguments) -> Result<ArrayRef> {
    let maps = Maps::of(arguments, 0)?;
    arguments.each::<Int64Array, _>(|row| Some(maps.get(row)?.len() as i64))
}
